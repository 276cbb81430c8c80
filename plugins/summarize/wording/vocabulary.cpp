// ICU lowers what is not ASCII; no locale is asked.
#include "vocabulary.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <attache/utf8.hpp>

namespace summarize {
namespace {

void append(std::string& result, std::uint32_t c) {
    std::array<std::uint8_t, 4> bytes{};
    std::size_t size = 0;
    U8_APPEND_UNSAFE(bytes.data(), size, c);
    result.append(reinterpret_cast<const char*>(bytes.data()), size);
}

UChar32 next_code_point(std::string_view text, std::size_t& at) {
    UChar32 c = 0;
    auto index = static_cast<std::int64_t>(at);
    U8_NEXT(reinterpret_cast<const std::uint8_t*>(text.data()), index, static_cast<std::int64_t>(text.size()), c);
    at = static_cast<std::size_t>(index);
    return c;
}

bool in_word(UChar32 c) {
    return c == '\'' || c == 0x2019 || u_isalnum(c) || u_charType(c) == U_NON_SPACING_MARK;
}

bool begins_with_capital(std::string_view text) {
    std::size_t at = 0;
    return !text.empty() && u_isupper(next_code_point(text, at)) != 0;
}

std::string lower_ascii(std::string_view word) {
    std::string result(word);
    for (char& c : result) {
        c = static_cast<char>(c + (c >= 'A' && c <= 'Z' ? 'a' - 'A' : 0));
    }
    return result;
}

/// In lower case, curly apostrophes made straight.
std::string lower_unicode(std::string_view word) {
    std::string result;
    for (std::size_t at = 0; at < word.size();) {
        const UChar32 c = next_code_point(word, at);
        if (c == 0x2019) {
            result += '\'';
        } else if (c >= 0) {
            append(result, static_cast<std::uint32_t>(u_tolower(c)));
        }
    }
    return result;
}

}  // namespace

std::vector<std::string_view> lines_of(std::string_view resource) {
    std::vector<std::string_view> lines;
    for (std::size_t at = 0; at < resource.size();) {
        const std::size_t end = std::min(resource.find('\n', at), resource.size());
        const std::string_view line = resource.substr(at, end - at);
        if (!line.empty() && line.front() != '#') {
            lines.push_back(line);
        }
        at = end + 1;
    }
    return lines;
}

WordList read_word_list(std::string_view resource) {
    WordList words;
    for (const std::string_view line : lines_of(resource)) {
        words.add(line);
    }
    return words;
}

std::string_view stem(std::string_view form) {
    constexpr std::size_t stem_length = 6;
    std::size_t characters = 0;
    for (std::size_t at = 0; at < form.size(); ++at) {
        const bool begins = (static_cast<unsigned char>(form[at]) & 0xC0) != 0x80;
        if (begins && ++characters > stem_length) {
            return form.substr(0, at);
        }
    }
    return form;
}

std::string normal_form(std::string_view word) {
    std::string result = attache::utf8::is_ascii(word) ? lower_ascii(word) : lower_unicode(word);
    if (result.size() > 2 && result.ends_with("'s")) {
        result.resize(result.size() - 2);
    }
    return result;
}

std::vector<std::string> forms_of(std::string_view text) {
    std::vector<std::string> forms;
    std::size_t start = 0;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t before = at;
        const bool inside = at < text.size() && in_word(next_code_point(text, at));
        if (inside) {
            continue;
        }
        if (before > start) {
            forms.push_back(normal_form(text.substr(start, before - start)));
        }
        at = std::max(at, before + 1);
        start = at;
    }
    return forms;
}

/// Of content words the stem, of stop words all of it: they share their number with no other word.
Vocabulary::Key Vocabulary::key_of(std::string_view form) const {
    const std::uint64_t hash = Hash()(form);
    if (lists_.stop_words.contains(hash)) {
        return {~hash, false};
    }
    return {Hash()(stem(form)), !form.empty()};
}

void Vocabulary::begin_document() {
    if (spellings_.size() > most_spellings) {
        spellings_ = {};
        keys_ = {};
        readings_.clear();
    }
    ++document_;
    size_ = 0;
}

Vocabulary::Spelling Vocabulary::first_seen(std::string_view word) {
    const std::string form = normal_form(word);
    const Key key = key_of(form);
    KeyNumber& known = keys_.at(key.hash);
    if (known.number == none) {
        known.number = static_cast<std::uint32_t>(readings_.size());
        readings_.emplace_back();
    }
    Spelling spelling;
    spelling.key = known.number;
    spelling.content = key.content;
    spelling.address = !key.content && lists_.addresses.contains(form);
    const Notices* notices = key.content ? lists_.notices.find(key.hash) : nullptr;
    spelling.notices = notices == nullptr ? Notices() : *notices;
    spelling.capital = begins_with_capital(word);
    return spelling;
}

std::vector<Word> Vocabulary::known(std::string_view text) const {
    std::vector<Word> words;
    for (const std::string& form : forms_of(text)) {
        const Key key = key_of(form);
        const KeyNumber* known = keys_.find(key.hash);
        if (known != nullptr && readings_[known->number].document == document_) {
            words.push_back({readings_[known->number].number, key.content, false, 0, false});
        }
    }
    return words;
}

}  // namespace summarize
