// Ends of addresses.
#include "addresses.h"

#include <algorithm>

#include "characters.h"

namespace sentences {

namespace {

// Longest name of an internet host; it also bounds how often a character is looked at.
constexpr std::size_t longest_domain = 253;

Character look(std::string_view text, std::size_t at) {
    return at < text.size() ? character_at(text, at) : Character{};
}

/// To the next white space, quote or angle bracket, without the punctuation before it.
std::size_t address_end(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size()) {
        const Character here = character_at(text, end);
        const bool stops = here.kind == Kind::Space || here.kind == Kind::LineEnd || here.code == '<' ||
                           here.code == '>' || here.code == '"' || here.code == 0x201D;
        if (stops) {
            break;
        }
        end += here.size;
    }
    while (end > at + 1) {
        const Character last = character_before(text, end);
        const bool closes = (last.kind == Kind::Punctuation && last.code != '/') || last.kind == Kind::Apostrophe;
        if (!closes) {
            break;
        }
        end -= last.size;
    }
    return end;
}

/// End of ".label.label", the last of two letters or more, that begins at `at`.
std::optional<std::size_t> host_end(std::string_view text, std::size_t at) {
    std::size_t end = at;
    std::size_t label = 0;
    while (end < text.size() && end - at < longest_domain && text[end] == '.') {
        std::size_t to = end + 1;
        while (to < text.size() && to - at < longest_domain && (is_ascii_alphanumeric(text[to]) || text[to] == '-')) {
            ++to;
        }
        if (to == end + 1) {
            break;
        }
        label = to - end - 1;
        end = to;
    }
    return end > at && label > 1 ? std::optional(end) : std::nullopt;
}

}  // namespace

bool is_ascii_alphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

std::optional<std::size_t> url_end(std::string_view text, std::size_t at) {
    const std::string_view rest = text.substr(at, 8);
    if (!rest.starts_with("http://") && !rest.starts_with("https://") && !rest.starts_with("www.")) {
        return std::nullopt;
    }
    return address_end(text, at);
}

std::optional<std::size_t> domain_end(std::string_view text, std::size_t at, std::size_t end,
                                      const Language& language) {
    if (!std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at), text.begin() + static_cast<std::ptrdiff_t>(end),
                     [](char c) { return is_ascii_alphanumeric(c) || c == '-'; })) {
        return std::nullopt;
    }
    const auto labels = host_end(text, end);
    if (!labels) {
        return std::nullopt;
    }
    const std::size_t dot = text.rfind('.', *labels - 1);
    if (!language.is_domain_label(text.substr(dot + 1, *labels - dot - 1)) || is_word(look(text, *labels).kind)) {
        return std::nullopt;
    }
    return look(text, *labels).code == '/' ? address_end(text, *labels) : *labels;
}

std::optional<std::size_t> mail_host_end(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && end - at < longest_domain && is_ascii_alphanumeric(text[end])) {
        ++end;
    }
    return end > at ? host_end(text, end) : std::nullopt;
}

}  // namespace sentences
