// RapidJSON's writer, appending to a std::string and taking views.
#pragma once

#include <rapidjson/prettywriter.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <attache/json.hpp>
#include <charconv>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace attache::core {

/// Appends to a string, which is complete when the value is. Room is made for many bytes at a time: most pieces are so
/// short that to ask for each would cost more than to write it.
class StringStream {
public:
    using Ch = char;
    explicit StringStream(std::string& out) : out_(out), at_(out.data() + out.size()), end_(at_) {}
    StringStream(const StringStream&) = delete;
    StringStream& operator=(const StringStream&) = delete;

    void Put(char c) {
        make_room(1);
        *at_++ = c;
    }
    /// Called by RapidJSON at the end of the outermost value.
    void Flush() {
        out_.resize(used());
        end_ = at_ = out_.data() + out_.size();
    }

    /// A JSON string of valid UTF-8.
    void put_quoted(std::string_view text) {
        make_room(text.size() + 2);
        *at_++ = '"';
        while (true) {
            const std::size_t plain = copy(text, json::escapes);
            at_ += plain;
            text.remove_prefix(plain);
            if (text.empty()) {
                break;
            }
            make_room(text.size() + longest_escape + 1);
            put_escape(text.front());
            text.remove_prefix(1);
        }
        *at_++ = '"';
    }

    /// JSON that is ready.
    void put(std::string_view json) {
        make_room(json.size());
        at_ += copy(json, [](std::uint64_t) { return std::uint64_t{0}; });
    }
    void put_integer(std::integral auto value) {
        make_room(longest_number);
        at_ = std::to_chars(at_, end_, value).ptr;
    }
    /// One that is finite, as RapidJSON writes it.
    void put_real(double value) {
        make_room(longest_number);
        // Most are shares in hundredths, and those need no search for the shortest form.
        const int hundredths = value > 0 && value <= 1 ? static_cast<int>(value * 100 + 0.5) : 0;
        if (hundredths == 0 || hundredths / 100.0 != value) {
            at_ = rapidjson::internal::dtoa(value, at_);
            return;
        }
        const auto digit = [](int number) { return static_cast<char>('0' + number % 10); };
        const char digits[] = {digit(hundredths / 100), '.', digit(hundredths / 10), digit(hundredths)};
        std::memcpy(at_, digits, sizeof digits);
        at_ += hundredths % 10 == 0 ? 3 : 4;
    }

private:
    static constexpr std::size_t word_size = sizeof(std::uint64_t);
    static constexpr std::size_t longest_escape = 6;
    static constexpr std::size_t longest_number = 25;
    static constexpr std::size_t some_more = 1024;

    std::size_t used() const { return static_cast<std::size_t>(at_ - out_.data()); }

    /// For `count` bytes, and a word behind them.
    void make_room(std::size_t count) {
        if (static_cast<std::size_t>(end_ - at_) < count + word_size) {
            const std::size_t used_before = used();
            out_.resize(used_before + count + word_size + some_more);
            at_ = out_.data() + used_before;
            end_ = out_.data() + out_.size();
        }
    }

    /// Copies the text, word by word, to the first byte that `find` finds, and maybe a few bytes more; returns how far
    /// it came. The last word ends with the text, over the end of the one before it.
    template <class Find>
    std::size_t copy(std::string_view text, const Find& find) {
        const auto found = [&](std::uint64_t word, std::size_t at) {
            std::memcpy(at_ + at, &word, word_size);
            return find(word);
        };
        const auto word = [&](std::size_t at) {
            std::uint64_t bytes = 0;
            std::memcpy(&bytes, text.data() + at, word_size);
            return bytes;
        };
        std::uint64_t bytes = 0;
        std::size_t at = 0;
        if (text.size() < word_size) {
            bytes = text.empty() ? 0 : found(short_word(text), 0);
        } else {
            for (; at + word_size < text.size(); at += word_size) {
                if (bytes = found(word(at), at); bytes != 0) {
                    return at + json::first_of(bytes);
                }
            }
            at = text.size() - word_size;
            bytes = found(word(at), at);
        }
        return bytes != 0 ? at + json::first_of(bytes) : text.size();
    }

    /// A text of 1 to 7 bytes.
    static std::uint64_t short_word(std::string_view text) {
        constexpr std::uint64_t blanks = 0x2020202020202020ULL;
        const auto byte = [&](std::size_t i) { return std::uint64_t{static_cast<unsigned char>(text[i])} << 8 * i; };
        std::uint64_t word = 0;
        if (text.size() >= sizeof(std::uint32_t)) {
            std::uint32_t first = 0;
            std::uint32_t last = 0;
            const std::size_t at = text.size() - sizeof last;
            std::memcpy(&first, text.data(), sizeof first);
            std::memcpy(&last, text.data() + at, sizeof last);
            word = first | std::uint64_t{last} << 8 * at;
        } else {
            word = byte(0) | byte(text.size() / 2) | byte(text.size() - 1);
        }
        return word | blanks << 8 * text.size();
    }

    /// RFC 8259, section 7.
    void put_escape(char c) {
        constexpr std::string_view named = "\"\\\b\f\n\r\t";
        constexpr std::string_view letters = "\"\\bfnrt";
        constexpr std::string_view digits = "0123456789abcdef";
        *at_++ = '\\';
        if (const auto found = named.find(c); found != named.npos) {
            *at_++ = letters[found];
        } else {
            const auto code = static_cast<unsigned char>(c);
            for (const char digit : {'u', '0', '0', digits[code >> 4], digits[code & 15]}) {
                *at_++ = digit;
            }
        }
    }

    std::string& out_;
    char* at_;   ///< where the next byte goes
    char* end_;  ///< of the room
};

template <class Writer>
class BasicJsonWriter : public Writer {
public:
    using Writer::Writer;
    void key(std::string_view key) { text(key); }
    /// The stream, for a value of this type that is written there by other means.
    StringStream& by_hand(rapidjson::Type type) {
        this->Prefix(type);
        return *this->os_;
    }
    /// Valid UTF-8. RapidJSON's String goes character by character, and most of what a run writes is text.
    void text(std::string_view text) {
        this->Prefix(rapidjson::kStringType);
        this->os_->put_quoted(text);
    }
    void member(std::string_view name, std::string_view value) {
        key(name);
        text(value);
    }
    void member(std::string_view name, std::int64_t value) {
        key(name);
        this->Int64(value);
    }
};

/// On one line.
using JsonWriter = BasicJsonWriter<rapidjson::Writer<StringStream>>;

/// Indented, for people.
class PrettyWriter : public rapidjson::PrettyWriter<StringStream> {
public:
    using rapidjson::PrettyWriter<StringStream>::PrettyWriter;
    void Prefix(rapidjson::Type type) { PrettyPrefix(type); }
};
using PrettyJsonWriter = BasicJsonWriter<PrettyWriter>;

}  // namespace attache::core
