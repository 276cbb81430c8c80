// The tokenizer: one pass, each rule a function that says how far its token reaches.
#include "tokenizer.h"

#include <algorithm>
#include <attache/utf8.hpp>
#include <optional>

#include "addresses.h"
#include "characters.h"

namespace sentences {

namespace {

// Longest name of a mailbox; it also bounds how often a character is looked at.
constexpr std::size_t longest_mailbox = 64;

bool is_mailbox_character(char c) {
    return is_ascii_alphanumeric(c) || c == '.' || c == '_' || c == '%' || c == '+' || c == '-';
}

class Tokenizer {
public:
    Tokenizer(std::string_view text, const Language& language) : text_(text), language_(language) {
        tokens_.reserve(text.size() / 5 + 8);
    }

    std::vector<Token> run() {
        std::size_t at = 0;
        while (at < text_.size()) {
            at = next(at);
        }
        return std::move(tokens_);
    }

private:
    Character look(std::size_t at) const { return at < text_.size() ? character_at(text_, at) : Character{}; }

    std::size_t add(std::size_t start, std::size_t end, TokenKind kind,
                    Abbreviation abbreviation = Abbreviation::None) {
        tokens_.push_back({static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end), kind, abbreviation});
        return end;
    }

    bool follows_word(std::size_t at) const {
        return !tokens_.empty() && tokens_.back().end == at && tokens_.back().kind != TokenKind::Punctuation;
    }

    /// Takes what begins at `at`; returns where to go on.
    std::size_t next(std::size_t at) {
        // Most tokens are letters before white space or a comma, and need no closer look.
        if (const std::size_t end = past_letters(at); end > at && ends_plainly(end)) {
            add(at, end, TokenKind::Word);
            return text_[end] == ',' ? add(end, end + 1, TokenKind::Punctuation) : end + 1;
        }
        const Character here = character_at(text_, at);
        switch (here.kind) {
            case Kind::Space:
            case Kind::LineEnd:
            case Kind::Format:
                return at + here.size;
            case Kind::Lower:
            case Kind::Upper:
            case Kind::Digit:
            case Kind::Mark:
                return word(at);
            case Kind::Ideograph:
                return add(at, past_marks(at + here.size), TokenKind::Word);
            case Kind::Unspaced:
                return add(at, past_unspaced(at), TokenKind::Word);
            case Kind::Apostrophe:
                return apostrophe(at, here);
            case Kind::Hyphen:
            case Kind::Punctuation:
                return punctuation(at, here);
            case Kind::Symbol:
                return symbol(at, here);
        }
        return at + here.size;
    }

    std::size_t past_marks(std::size_t at) const {
        while (look(at).kind == Kind::Mark && at < text_.size()) {
            at += look(at).size;
        }
        return at;
    }

    std::size_t past_unspaced(std::size_t at) const {
        for (Character here = look(at); at < text_.size(); here = look(at)) {
            if (here.kind != Kind::Unspaced && here.kind != Kind::Mark) {
                break;
            }
            at += here.size;
        }
        return at;
    }

    /// End of "’s" after a word, if that stands at `at`.
    std::optional<std::size_t> possessive(std::size_t at) const {
        const std::size_t letter = at + look(at).size;
        const char s = letter < text_.size() ? text_[letter] : ' ';
        if (!follows_word(at) || (s != 's' && s != 'S') || is_word(look(letter + 1).kind)) {
            return std::nullopt;
        }
        return letter + 1;
    }

    std::size_t apostrophe(std::size_t at, Character here) {
        const auto end = possessive(at);
        return end ? add(at, *end, TokenKind::Word) : add(at, at + here.size, TokenKind::Punctuation);
    }

    std::size_t punctuation(std::size_t at, Character here) {
        if (here.code == '@') {
            if (const auto end = mail_address(at)) {
                return *end;
            }
        }
        std::size_t end = at + here.size;
        const bool repeats = here.code == '.' || here.kind == Kind::Hyphen || here.code == '_' || here.code == '*';
        while (repeats && end < text_.size() && text_[end] == text_[at] && here.size == 1) {
            ++end;
        }
        return add(at, end, TokenKind::Punctuation);
    }

    /// A symbol with its marks; emoji joined by invisible joiners are one.
    std::size_t symbol(std::size_t at, Character here) {
        constexpr std::uint32_t joiner = 0x200D;
        std::size_t end = past_marks(at + here.size);
        while (look(end).code == joiner && look(end + 3).kind == Kind::Symbol && end < text_.size()) {
            end = past_marks(end + 3 + look(end + 3).size);
        }
        return add(at, end, TokenKind::Symbol);
    }

    std::size_t word(std::size_t at) {
        if (const auto end = url_end(text_, at)) {
            return add(at, *end, TokenKind::Word);
        }
        std::size_t end = acronym(at);
        const bool dotted = end > at && text_[end - 1] == '.';
        end = past_joined(at, end > at ? end : at + character_at(text_, at).size);
        if (dotted && text_[end - 1] == '.') {
            return add(at, end, TokenKind::Word, dotted_class(at, end));
        }
        if (end < text_.size() && text_[end] == '.') {
            if (const auto domain = domain_end(text_, at, end, language_)) {
                return add(at, *domain, TokenKind::Word);
            }
            if (const auto taken = abbreviation(at, end)) {
                return *taken;
            }
        }
        return add(at, end, is_number(at, end) ? TokenKind::Number : TokenKind::Word);
    }

    std::size_t past_letters(std::size_t at) const { return at + attache::utf8::ascii_letters(text_.substr(at)); }

    /// True before what can be no part of a word.
    bool ends_plainly(std::size_t end) const {
        return end < text_.size() && (text_[end] == ' ' || text_[end] == ',' || text_[end] == '\n');
    }

    Abbreviation dotted_class(std::size_t at, std::size_t end) const {
        const Abbreviation known = language_.abbreviation(text_.substr(at, end - at - 1));
        return known == Abbreviation::None ? Abbreviation::Starter : known;
    }

    /// Goes on over letters, digits, marks, and what joins them.
    std::size_t past_joined(std::size_t at, std::size_t end) const {
        while (end < text_.size()) {
            const Character here = character_at(text_, end);
            if (is_word(here.kind) || here.kind == Kind::Format) {
                end += here.size;
                continue;
            }
            if (!joins(at, end, here)) {
                break;
            }
            end += here.size;
        }
        return end;
    }

    /// True if the character at `end`, which is none of a word's own, holds together what stands on its two sides.
    bool joins(std::size_t at, std::size_t end, Character here) const {
        constexpr std::uint32_t middle_dot = 0xB7;
        const std::size_t after = end + here.size;
        const Kind right = look(after).kind;
        if (!is_word(right) || after >= text_.size()) {
            return false;
        }
        const Kind left = character_before(text_, end).kind;
        switch (here.code) {
            case '.':
            case ',':
            case ':':
            case '/':
                return left == Kind::Digit && right == Kind::Digit;
            case '&':
                return left == Kind::Upper && right == Kind::Upper;
            case '_':
                return true;
            case middle_dot:
                return is_letter(left) && is_letter(right);
            default:
                break;
        }
        if (here.kind == Kind::Hyphen) {
            return end > at;
        }
        return here.kind == Kind::Apostrophe && (is_letter(left) || left == Kind::Mark) && is_letter(right) &&
               !ends_in_s(after);
    }

    bool ends_in_s(std::size_t at) const {
        return (text_[at] == 's' || text_[at] == 'S') && !is_word(look(at + 1).kind);
    }

    /// End of "U.S.", "a.m.", "U.S" or "Ph.D."; `at` if none begins there.
    std::size_t acronym(std::size_t at) const {
        std::size_t end = at;
        int letters = 0;
        for (Character here = look(end); is_letter(here.kind) && end < text_.size(); here = look(end)) {
            const std::size_t after = end + here.size;
            if (after < text_.size() && text_[after] == '.') {
                end = after + 1;
                ++letters;
                continue;
            }
            if (letters > 0 && !is_word(look(after).kind)) {
                return after;
            }
            break;
        }
        if (letters > 1) {
            return end;
        }
        return text_.substr(at, 5) == "Ph.D." ? at + 5 : at;
    }

    /// Takes [at, end) with the dot at `end` if the two make an abbreviation or an initial.
    std::optional<std::size_t> abbreviation(std::size_t at, std::size_t end) {
        const Character after = look(end + 1);
        const std::size_t follower = past_spaces(end + 1);
        const Kind next = follower < text_.size() ? character_at(text_, follower).kind : Kind::Space;
        const std::string_view written = text_.substr(at, end - at);
        const Character first = character_at(text_, at);
        const bool may_be_initial = first.kind == Kind::Upper || (first.kind == Kind::Lower && first.code >= 0x80);
        if (may_be_initial && first.size == written.size()) {
            const bool initial = next == Kind::Upper && !language_.begins_sentence(ascii_word(follower));
            return initial ? std::optional(add(at, end + 1, TokenKind::Word, Abbreviation::Never)) : std::nullopt;
        }
        const Abbreviation known = language_.abbreviation(written);
        const bool fits = known == Abbreviation::Number ? next == Kind::Digit : !is_word(after.kind);
        if (known == Abbreviation::None || !fits) {
            return std::nullopt;
        }
        return add(at, end + 1, TokenKind::Word, known);
    }

    std::size_t past_spaces(std::size_t at) const {
        for (Character here = look(at); at < text_.size() && here.kind == Kind::Space; here = look(at)) {
            at += here.size;
        }
        return at;
    }

    std::string_view ascii_word(std::size_t at) const {
        std::size_t end = at;
        while (end < text_.size() && end - at < 16 && is_ascii_alphanumeric(text_[end])) {
            ++end;
        }
        return text_.substr(at, end - at);
    }

    /// Digits and their separators, also "4th" and "1990s".
    bool is_number(std::size_t at, std::size_t end) const {
        if (character_at(text_, at).kind != Kind::Digit) {
            return false;
        }
        const std::string_view written = text_.substr(at, end - at);
        const auto letter = std::find_if(written.begin(), written.end(), [](char c) {
            return (static_cast<unsigned char>(c) | 0x20U) >= 'a' && (static_cast<unsigned char>(c) < 0x80);
        });
        const std::string_view suffix = written.substr(static_cast<std::size_t>(letter - written.begin()));
        return suffix.empty() || suffix == "s" || suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "th";
    }

    /// Joins the tokens before the @ at `at` and the host after it.
    std::optional<std::size_t> mail_address(std::size_t at) {
        const auto end = mail_host_end(text_, at + 1);
        if (!end || tokens_.empty() || tokens_.back().end != at) {
            return std::nullopt;
        }
        std::size_t limit = at;
        while (limit > 0 && at - limit < longest_mailbox && is_mailbox_character(text_[limit - 1])) {
            --limit;
        }
        std::size_t start = at;
        while (!tokens_.empty() && tokens_.back().start >= limit && tokens_.back().end == start) {
            start = tokens_.back().start;
            tokens_.pop_back();
        }
        if (start == at) {
            return std::nullopt;
        }
        return add(start, *end, TokenKind::Word);
    }

    std::string_view text_;
    const Language& language_;
    std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> tokenize(std::string_view text, const Language& language) {
    return Tokenizer(text, language).run();
}

}  // namespace sentences
