// Reads a short text from the left, piece by piece.
#pragma once

#include <charconv>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace ingest {

inline bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
inline bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
inline bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

inline std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return result;
}

/// What is left to read of a text; every `take_…` moves past what it takes, or takes nothing.
class Cursor {
public:
    explicit Cursor(std::string_view text) : rest_(text) {}

    bool done() const { return rest_.empty(); }
    void skip_space() {
        while (!done() && (is_space(rest_.front()) || rest_.starts_with("\xC2\xA0"))) {
            rest_.remove_prefix(is_space(rest_.front()) ? 1 : 2);
        }
    }
    void skip_separators() {
        for (skip_space(); take(',') || take('|'); skip_space()) {
        }
    }
    bool take(char c) {
        if (!rest_.starts_with(c)) {
            return false;
        }
        rest_.remove_prefix(1);
        return true;
    }
    std::string_view digits() const { return rest_.substr(0, span(is_digit)); }
    /// A run of `least` to `most` figures.
    std::optional<int> take_number(std::size_t least, std::size_t most) {
        const std::string_view found = digits();
        if (found.size() < least || found.size() > most) {
            return std::nullopt;
        }
        int value = 0;
        std::from_chars(found.data(), found.data() + found.size(), value);
        rest_.remove_prefix(found.size());
        return value;
    }
    /// Letters and full stops among them: "March", "Sept.", "p.m.".
    std::string_view word() const {
        return rest_.substr(0, span([](char c) { return is_letter(c) || c == '.'; }));
    }
    void drop(std::size_t size) { rest_.remove_prefix(size); }
    bool take_word(std::string_view wanted) {
        if (lower(word()) != wanted) {
            return false;
        }
        drop(wanted.size());
        return true;
    }
    std::string_view rest() const { return rest_; }

private:
    template <class Predicate>
    std::size_t span(Predicate predicate) const {
        std::size_t size = 0;
        while (size < rest_.size() && predicate(rest_[size])) {
            ++size;
        }
        return size;
    }

    std::string_view rest_;
};

}  // namespace ingest
