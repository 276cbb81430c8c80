// A place and perhaps a date, an agency in brackets, a dash or a colon; and a sentence begins behind it.
#include <algorithm>
#include <array>
#include <cstddef>

#include "quotation.h"
#include "wording.h"

namespace summarize {
namespace {

constexpr std::size_t longest_dateline = 90;
constexpr std::size_t most_words = 8;
constexpr std::size_t longest_small_word = 3;  // "de"
constexpr std::array<std::string_view, 4> dashes = {"--", "—", "–", "-"};
constexpr std::array<std::string_view, 4> spaces = {" ", "\t", "\n", "\u00A0"};

bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}
bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

std::size_t skip_spaces(std::string_view text, std::size_t at) {
    for (bool more = true; more;) {
        const std::string_view rest = text.substr(std::min(at, text.size()));
        const auto found =
            std::find_if(spaces.begin(), spaces.end(), [&](std::string_view space) { return rest.starts_with(space); });
        more = found != spaces.end();
        at += more ? found->size() : 0U;
    }
    return std::min(at, text.size());
}

/// Past the dash that stands at a position and the white space around it; the position itself if there is none.
std::size_t skip_dash(std::string_view text, std::size_t at) {
    const std::size_t begin = skip_spaces(text, at);
    for (const std::string_view dash : dashes) {
        if (text.substr(begin).starts_with(dash)) {
            return skip_spaces(text, begin + dash.size());
        }
    }
    return at;
}

bool begins_sentence(std::string_view text) {
    return !text.empty() && (is_upper(text.front()) || (text.front() >= '0' && text.front() <= '9') ||
                             static_cast<unsigned char>(text.front()) >= 0x80 || begins_with_quotation_mark(text));
}

/// No word of a place, a month or a day begins with a small letter, but "de" and the like.
bool looks_like_place_and_date(std::string_view head) {
    std::size_t words = 0;
    for (std::size_t at = 0; at < head.size();) {
        const std::size_t end = std::min(head.find(' ', at), head.size());
        const std::string_view word = head.substr(at, end - at);
        words += word.empty() ? 0U : 1U;
        if (word.size() > longest_small_word && is_lower(word.front())) {
            return false;
        }
        at = end + 1;
    }
    return words <= most_words;
}

bool in_capitals(std::string_view word) {
    return word.size() > 2 && is_upper(word.front()) && std::none_of(word.begin(), word.end(), is_lower);
}

/// "GENEVA", "NEW YORK, May 3", "Astana, May 20".
bool looks_like_dateline(std::string_view head) {
    const std::string_view first = head.substr(0, head.find_first_of(" ,."));
    const bool number = std::any_of(head.begin(), head.end(), [](char c) { return c >= '0' && c <= '9'; });
    const bool place_first = head.find(' ') != head.npos && head.substr(0, head.find(' ')).ends_with(',');
    return (in_capitals(first) || (number && place_first)) && looks_like_place_and_date(head);
}

/// "KUWAIT CITY, July 24", "Nairobi, The Courier": what a colon may follow. "NATO: …" says who speaks.
bool looks_like_place_and_source(std::string_view head) {
    const std::size_t space = head.find(' ');
    const bool two_in_capitals = space != head.npos && in_capitals(head.substr(0, space)) &&
                                 in_capitals(head.substr(space + 1, head.find_first_of(" ,", space + 1) - space - 1));
    const bool dated = in_capitals(head.substr(0, head.find(','))) && head.find(',') != head.npos;
    return (two_in_capitals || dated || head.find(", The ") != head.npos) && looks_like_place_and_date(head);
}

/// Past an agency in brackets, with or without a dash, or past any brackets with one; 0 if there is none.
std::size_t skip_brackets(std::string_view text, std::string_view reach, const WordList& agencies) {
    const std::size_t open = reach.find('(');
    const std::size_t close = open == reach.npos ? open : reach.find(')', open);
    if (close == reach.npos || !looks_like_place_and_date(reach.substr(0, open))) {
        return 0;
    }
    const std::string_view inside = reach.substr(open + 1, close - open - 1);
    const std::size_t behind = skip_dash(text, close + 1);
    const bool dash = behind > close + 1;
    const bool agency = agencies.contains(inside.substr(0, inside.find_first_of("/,")));
    return agency || (dash && open > 0) ? skip_spaces(text, behind) : 0;
}

/// Past a colon or a dash at a position; 0 if there is none or no sentence begins behind it.
std::size_t skip_separator(std::string_view text, std::size_t at) {
    const std::size_t colon = text.substr(std::min(at, text.size())).starts_with(": ") ? at + 1 : at;
    const std::size_t end = colon > at ? skip_spaces(text, colon) : skip_dash(text, at);
    return end > at && begins_sentence(text.substr(end)) ? end : 0;
}

/// Past the name of an agency and perhaps a date, "Steppe News, 27 January-"; 0 if there is none.
std::size_t skip_agency(std::string_view text, std::string_view reach, const WordList& agencies) {
    const std::size_t dash = reach.find('-');
    const std::string_view head = reach.substr(0, std::min(dash, reach.size()));
    const std::string_view agency = head.substr(0, head.find(','));
    const bool before_dash =
        dash != reach.npos && agencies.contains(agency) && looks_like_place_and_date(head.substr(agency.size()));
    return before_dash ? skip_separator(text, dash) : 0;
}

}  // namespace

std::size_t dateline_size(std::string_view text, const WordList& agencies, std::size_t place) {
    const std::string_view reach = text.substr(0, longest_dateline);
    if (const std::size_t end = place > 0 ? skip_separator(text, place) : 0; end > 0) {
        return end;
    }
    if (const std::size_t end = skip_agency(text, reach, agencies); end > 0) {
        return end;
    }
    if (const std::size_t end = skip_brackets(text, reach, agencies); end > 0) {
        return begins_sentence(text.substr(end)) ? end : 0;
    }
    if (const std::size_t colon = reach.find(": "); colon != reach.npos) {
        const std::size_t end = skip_spaces(text, colon + 1);
        if (looks_like_place_and_source(reach.substr(0, colon)) && begins_sentence(text.substr(end))) {
            return end;
        }
    }
    for (std::size_t space = reach.find(' '); space != reach.npos; space = reach.find(' ', space + 1)) {
        const std::size_t end = skip_dash(text, space);
        if (end > space) {
            const bool dateline = looks_like_dateline(reach.substr(0, space)) && text[end - 1] != '-';
            return dateline && begins_sentence(text.substr(end)) ? end : 0;
        }
    }
    return 0;
}

}  // namespace summarize
