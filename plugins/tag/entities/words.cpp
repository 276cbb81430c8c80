// Cuts tokens into words and notes their shapes.
#include "words.hpp"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include <array>

namespace entities {

namespace {

constexpr std::size_t longest_key = 64;

UChar32 code_point(std::string_view text, std::uint32_t at, std::uint32_t& length) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned lead = byte(at);
    length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (length == 1) {
        return static_cast<UChar32>(lead);
    }
    if (at + length > text.size()) {
        length = static_cast<std::uint32_t>(text.size() - at);
        return 0xFFFD;
    }
    unsigned c = lead & (0xFFU >> (length + 1));
    for (std::uint32_t i = 1; i < length; ++i) {
        c = (c << 6U) | (byte(at + i) & 0x3FU);
    }
    return static_cast<UChar32>(c);
}

bool is_apostrophe(UChar32 c) {
    return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x02BC || c == 0x02BB;
}

bool is_letter(UChar32 c) {
    if (c < 0x80) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
    return u_isalnum(c) != 0 || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
}

bool is_upper(UChar32 c) {
    if (c < 0x80) {
        return c >= 'A' && c <= 'Z';
    }
    return u_isupper(c) != 0 || u_istitle(c) != 0;
}

/// True if the letter "s" stands at `at` and no other follows.
bool is_ending(std::string_view text, std::uint32_t at, std::uint32_t end) {
    std::uint32_t length = 0;
    return at < end && (text[at] == 's' || text[at] == 'S') &&
           (at + 1 == end || !is_letter(code_point(text, at + 1, length)));
}

/// Letters that have no decomposition but a usual plain form.
std::string_view plain_form(UChar32 c) {
    switch (c) {
        case 0xF8:
            return "o";
        case 0xD8:
            return "O";
        case 0x142:
            return "l";
        case 0x141:
            return "L";
        case 0x111:
            return "d";
        case 0x110:
            return "D";
        case 0x131:
        case 0x259:
            return c == 0x131 ? "i" : "e";
        case 0xDF:
            return "ss";
        case 0xE6:
            return "ae";
        case 0xC6:
            return "Ae";
        default:
            return is_apostrophe(c) ? "'" : "";
    }
}

/// The text without accents; what is not Latin stays.
std::string without_accents(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2* nfd = unorm2_getNFDInstance(&status);
    std::string plain;
    for (std::uint32_t at = 0, length = 0; at < text.size(); at += length) {
        const UChar32 c = code_point(text, at, length);
        const std::string_view form = c < 0x80 ? text.substr(at, length) : plain_form(c);
        std::array<UChar, 16> parts{};
        if (!form.empty()) {
            plain += form;
        } else if (u_charType(c) == U_NON_SPACING_MARK) {
            continue;
        } else if (U_SUCCESS(status) && unorm2_getDecomposition(nfd, c, parts.data(), parts.size(), &status) > 0 &&
                   parts[0] < 0x80) {
            plain += static_cast<char>(parts[0]);
        } else {
            plain += text.substr(at, length);
        }
    }
    return plain;
}

bool is_ascii(std::string_view text) {
    for (const char c : text) {
        if (static_cast<signed char>(c) < 0) {
            return false;
        }
    }
    return true;
}

}  // namespace

void Words::add_sentence(const std::vector<Range>& runs) {
    Sentence sentence;
    sentence.words.begin = static_cast<std::uint32_t>(words_.size());
    for (const Range run : runs) {
        split(run);
    }
    sentence.words.end = static_cast<std::uint32_t>(words_.size());
    finish(sentence);
    sentences_.push_back(sentence);
}

void Words::split(Range run) {
    for (std::uint32_t at = run.begin; at < run.end;) {
        std::uint32_t length = 0;
        const UChar32 c = code_point(text_, at, length);
        std::uint32_t end = at + length;
        if (is_letter(c)) {
            end = letters_end(at, run.end);
        } else if (is_apostrophe(c) && is_ending(text_, end, run.end)) {
            ++end;
        }
        add(at, end, at != run.begin);
        at = end;
    }
}

/// The end of the word that begins at `at`: letters, with apostrophes, "&" and the stops of "U.S." inside.
std::uint32_t Words::letters_end(std::uint32_t at, std::uint32_t end) const {
    std::uint32_t count = 0;
    const std::uint32_t begin = at;
    while (at < end) {
        std::uint32_t length = 0;
        const UChar32 c = code_point(text_, at, length);
        if (is_letter(c)) {
            at += length;
            ++count;
            continue;
        }
        const std::uint32_t next = at + length;
        std::uint32_t next_length = 0;
        const bool letter_follows = next < end && is_letter(code_point(text_, next, next_length));
        if ((is_apostrophe(c) || c == '&') && letter_follows) {
            if (!is_apostrophe(c) || !is_ending(text_, next, end)) {
                at = next;
                continue;
            }
        }
        // One letter and a stop, and again: "U.S."; or an initial: "J."
        if (c == '.' && count == 1 && at == begin + 1 && is_upper(static_cast<unsigned char>(text_[begin]))) {
            at = next;
            while (at + 1 < end && is_upper(static_cast<unsigned char>(text_[at])) && text_[at + 1] == '.') {
                at += 2;
            }
        }
        break;
    }
    return at;
}

void Words::add(std::uint32_t begin, std::uint32_t end, bool glued) {
    Word word;
    word.begin = begin;
    word.end = end;
    word.sentence = static_cast<std::uint32_t>(sentences_.size());
    word.glued = glued;
    word.key = text_.substr(begin, end - begin);
    std::uint32_t length = 0;
    const UChar32 c = code_point(text_, begin, length);
    word.letters = is_letter(c);
    word.ending = is_apostrophe(c) && end > begin + length;
    if (word.letters) {
        if (word.key.size() <= longest_key && !is_ascii(word.key)) {
            word.key = keys_.emplace_back(without_accents(word.key));
        }
        word.capital = is_upper(c);
        if (word.capital) {
            bool lower = false;
            std::uint32_t letters = 0;
            for (std::size_t i = 0; i < word.key.size() && i < longest_key; ++i) {
                const char k = word.key[i];
                lower = lower || (k >= 'a' && k <= 'z');
                letters += k >= 'A' && k <= 'Z';
            }
            word.all_capitals = letters >= 2 && !lower;
            word.initial = word.key.size() == 2 && word.key[1] == '.';
        }
        word.classes = lexicon_.classes(word.key);
    }
    words_.push_back(word);
}

/// A headline is short and has no stop at its end; a list of names may have as many capitals.
bool Words::ends_in_stop(const Sentence& sentence) const {
    constexpr std::uint32_t longest_headline = 24;
    const std::string_view last = words_[sentence.words.end - 1].key;
    return last == "." || last == "!" || last == ";" || sentence.words.end - sentence.words.begin > longest_headline;
}

void Words::finish(Sentence& sentence) {
    std::uint32_t upper = 0;
    std::uint32_t capital = 0;
    std::uint32_t lower = 0;
    bool open = true;
    for (std::uint32_t i = sentence.words.begin; i < sentence.words.end; ++i) {
        Word& word = words_[i];
        if (!word.letters) {
            open = open || word.key == "\"" || word.key == "\xE2\x80\x9C" || word.key == ":" || word.key == "*";
            continue;
        }
        word.first = open;
        open = false;
        if (word.all_capitals) {
            ++upper;
        }
        if (word.key.size() >= 4) {
            (word.capital ? capital : lower) += 1;
        }
    }
    if (upper >= 4 && upper > 2 * lower && upper * 2 > capital + lower) {
        sentence.casing = Casing::upper;
    } else if (capital >= 4 && capital >= 5 * lower && !ends_in_stop(sentence)) {
        sentence.casing = Casing::title;
    }
}

std::string Words::name(std::size_t first, std::size_t last) const {
    std::string name;
    for (std::size_t i = first; i < last; ++i) {
        if (i > first && !words_[i].glued) {
            name += ' ';
        }
        name += text_.substr(words_[i].begin, words_[i].end - words_[i].begin);
    }
    return name;
}

std::string Words::key(std::size_t first, std::size_t last) const {
    std::string key;
    for (std::size_t i = first; i < last; ++i) {
        if (i > first && !words_[i].glued) {
            key += ' ';
        }
        key += words_[i].key;
    }
    return key;
}

}  // namespace entities
