// RapidJSON's writer, appending to a std::string and taking views.
#pragma once

#include <rapidjson/prettywriter.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace attache::core {

class StringStream {
public:
    using Ch = char;
    explicit StringStream(std::string& out) : out_(out) {}
    void Put(char c) { out_ += c; }
    void Flush() {}
    std::string& out() { return out_; }

private:
    std::string& out_;
};

template <class Writer>
class BasicJsonWriter : public Writer {
public:
    using Writer::Writer;
    void key(std::string_view key) { text(key); }
    /// Valid UTF-8. Copies whole runs, where RapidJSON's String goes character by character: most of what a run writes
    /// is text.
    void text(std::string_view text) {
        this->Prefix(rapidjson::kStringType);
        std::string& out = this->os_->out();
        out += '"';
        while (!text.empty()) {
            const std::size_t plain = plain_prefix(text);
            out.append(text.data(), plain);
            text.remove_prefix(plain);
            if (!text.empty()) {
                escape(out, text.front());
                text.remove_prefix(1);
            }
        }
        out += '"';
    }
    void member(std::string_view name, std::string_view value) {
        key(name);
        text(value);
    }
    void member(std::string_view name, std::int64_t value) {
        key(name);
        this->Int64(value);
    }

private:
    static std::size_t plain_prefix(std::string_view text) {
        std::size_t at = 0;
        while (at < text.size()) {
            const std::size_t count = std::min<std::size_t>(8, text.size() - at);
            if (eight_plain(eight(text.data() + at, count))) {
                at += count;
                continue;
            }
            const std::size_t end = at + count;
            for (; at < end; ++at) {
                if (static_cast<unsigned char>(text[at]) < 0x20 || text[at] == '"' || text[at] == '\\') {
                    return at;
                }
            }
        }
        return at;
    }

    /// The `count` bytes at `data`, eight at most, before blanks.
    static std::uint64_t eight(const char* data, std::size_t count) {
        std::uint64_t word = 0x2020202020202020ULL;
        std::memcpy(&word, data, count);
        return word;
    }

    /// True if the eight bytes are ASCII and none needs an escape.
    static bool eight_plain(std::uint64_t word) {
        constexpr std::uint64_t ones = 0x0101010101010101ULL;
        constexpr std::uint64_t highs = ones << 7U;
        const auto zeros = [](std::uint64_t bytes) { return (bytes - ones) & ~bytes & highs; };
        const std::uint64_t special =
            (word - ones * 0x20) | zeros(word ^ (ones * '"')) | zeros(word ^ (ones * '\\')) | word;
        return (special & highs) == 0;
    }

    /// RFC 8259, section 7.
    static void escape(std::string& out, char c) {
        constexpr std::string_view named = "\"\\\b\f\n\r\t";
        constexpr std::string_view letters = "\"\\bfnrt";
        constexpr std::string_view digits = "0123456789abcdef";
        out += '\\';
        if (const auto at = named.find(c); at != named.npos) {
            out += letters[at];
        } else {
            const auto code = static_cast<unsigned char>(c);
            out += "u00";
            out += digits[code >> 4];
            out += digits[code & 15];
        }
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
