// A place and perhaps a date, an agency in brackets, a dash; one of the last two at least.
#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>

#include "wording.h"

namespace salience {
namespace {

constexpr std::size_t longest_dateline = 90;
constexpr std::size_t most_words = 8;
constexpr std::array<std::string_view, 4> dashes = {"--", "—", "–", "-"};

bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}
bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

/// The dash that the text begins with, and the white space behind; 0 if none.
std::size_t dash_size(std::string_view text) {
    for (const std::string_view dash : dashes) {
        if (text.starts_with(dash)) {
            const std::size_t end = text.find_first_not_of(" \t\n", dash.size());
            return end == text.npos || (dash == "-" && end == dash.size()) ? 0 : end;
        }
    }
    return 0;
}

/// No word of a place, a month or a day begins with a small letter, but "de" and the like.
bool looks_like_place_and_date(std::string_view head) {
    std::size_t words = 0;
    for (std::size_t at = 0; at < head.size();) {
        const std::size_t end = std::min(head.find(' ', at), head.size());
        const std::string_view word = head.substr(at, end - at);
        words += word.empty() ? 0U : 1U;
        if (word.size() > 3 && is_lower(word.front())) {
            return false;
        }
        at = end + 1;
    }
    return words <= most_words;
}

/// "GENEVA", "NEW YORK, May 3": a first word in capitals alone, or a number.
bool looks_like_dateline(std::string_view head) {
    const std::string_view first = head.substr(0, head.find_first_of(" ,."));
    const bool capitals =
        first.size() > 2 && std::none_of(first.begin(), first.end(), is_lower) && is_upper(first.front());
    const bool number = std::any_of(head.begin(), head.end(), [](char c) { return c >= '0' && c <= '9'; }) &&
                        head.find(',') != head.npos;
    return (capitals || number) && looks_like_place_and_date(head);
}

bool begins_sentence(std::string_view text) {
    return !text.empty() && !is_lower(text.front()) && std::ispunct(static_cast<unsigned char>(text.front())) == 0;
}

}  // namespace

std::size_t dateline_size(std::string_view text, const WordList& agencies) {
    const std::string_view reach = text.substr(0, longest_dateline);
    const std::size_t open = reach.find('(');
    const std::size_t close = open == reach.npos ? open : reach.find(')', open);
    if (close != reach.npos && looks_like_place_and_date(reach.substr(0, open))) {
        const std::string_view inside = reach.substr(open + 1, close - open - 1);
        const std::size_t behind = std::min(text.find_first_not_of(" \t\n", close + 1), text.size());
        const std::size_t dash = dash_size(text.substr(behind));
        const bool agency = agencies.contains(inside.substr(0, inside.find_first_of("/,")));
        const bool quoted = behind < text.size() && text[behind] == '"';
        if (agency && dash == 0 && !begins_sentence(text.substr(behind)) && !quoted) {
            return 0;
        }
        if (agency || (dash > 0 && open > 0)) {
            return behind + dash;
        }
    }
    for (std::size_t space = reach.find(' '); space != reach.npos; space = reach.find(' ', space + 1)) {
        const std::size_t dash = dash_size(text.substr(space + 1));
        if (dash > 0) {
            return looks_like_dateline(reach.substr(0, space)) ? space + 1 + dash : 0;
        }
    }
    return 0;
}

}  // namespace salience
