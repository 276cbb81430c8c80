// Datelines come in two forms: set off by a dash, or "Place, Newspaper:".
#include "dateline.h"

#include <algorithm>
#include <array>
#include <vector>

#include "published_date.h"
#include "words.h"

namespace ingest {
namespace {

constexpr std::size_t longest_line = 140;
constexpr std::size_t longest_place = 40;
constexpr std::size_t longest_standfirst = 300;
constexpr std::size_t most_words_in_place = 5;
constexpr std::array dashes = {"—", "–", " -- ", " - ", "--"};
constexpr std::array newspaper_words = {"Agency", "Chronicle", "Courier",   "Daily", "Gazette",
                                        "Herald", "Journal",   "Mail",      "News",  "Observer",
                                        "Post",   "Press",     "Telegraph", "Times", "Tribune"};

std::vector<std::string_view> split_at_commas(std::string_view text) {
    std::vector<std::string_view> parts;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t comma = std::min(text.find(',', at), text.size());
        parts.push_back(trim(text.substr(at, comma - at)));
        at = comma + 1;
    }
    return parts;
}

/// "Monday", "April 22", "4 March", "2024"
bool is_time(std::string_view part) {
    for (std::string_view word : words_of(part)) {
        const bool number = std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (!number && !is_month(word) && !is_weekday(word)) {
            return false;
        }
    }
    return !part.empty();
}

/// Takes a final "(Agency)" off `head`.
std::string_view take_agency(std::string_view& head) {
    const std::size_t open = head.rfind('(');
    if (!head.ends_with(')') || open == head.npos) {
        return "";
    }
    const std::string_view agency = trim(head.substr(open + 1, head.size() - open - 2));
    head = trim(head.substr(0, open));
    return agency;
}

Dateline before_dash(std::string_view head) {
    Dateline found;
    found.publisher = take_agency(head);
    if (!found.publisher.empty() && !is_name(found.publisher)) {
        return {};
    }
    std::string_view place;
    std::string time;
    for (const std::string_view part : split_at_commas(head)) {
        if (is_time(part)) {
            time.append(time.empty() ? "" : " ").append(part);
        } else if (!time.empty() || words_of(part).size() > most_words_in_place || !is_name(part)) {
            return {};
        } else {
            place = head.substr(0, static_cast<std::size_t>(part.data() + part.size() - head.data()));
        }
    }
    // Without a day or an agency, only capitals tell a dateline from a sentence that begins with a short phrase.
    const bool certain = !found.publisher.empty() || !time.empty() || is_all_capitals(first_line(place));
    if (place.empty() || !certain) {
        return {};
    }
    found.place = place;
    found.published = read_date(time).value_or("");
    return found.published.size() >= 10 ? found : Dateline{found.place, found.publisher, ""};
}

bool begins_in_lower_case(std::string_view text) {
    return !text.empty() && text[0] >= 'a' && text[0] <= 'z';
}

bool is_newspaper(std::string_view name) {
    const auto words = words_of(name);
    const auto known = [&] {
        return std::find(newspaper_words.begin(), newspaper_words.end(), words.back()) != newspaper_words.end();
    };
    return words.size() >= 2 && words.size() <= 6 && is_name(name) && (words.front() == "The" || known());
}

Dateline before_colon(std::string_view head) {
    const std::size_t comma = head.rfind(',');
    if (comma == head.npos) {
        return {};
    }
    const std::string_view place = trim(head.substr(0, comma));
    const std::string_view newspaper = trim(head.substr(comma + 1));
    if (words_of(place).size() > most_words_in_place || !is_name(place) || !is_newspaper(newspaper)) {
        return {};
    }
    return {std::string(place), std::string(newspaper), ""};
}

/// "TASHKENT. Negotiators …"
Dateline before_full_stop(std::string_view line) {
    const std::string_view place = line.substr(0, line.find(". "));
    const bool fits = place.size() >= 4 && place.size() < line.size() && place.size() <= longest_place;
    const bool named = fits && words_of(place).size() <= 3 && is_all_capitals(place) && is_name(place);
    return named && place.find('.') == place.npos ? Dateline{std::string(place), "", ""} : Dateline{};
}

}  // namespace

Dateline read_dateline(std::string_view text) {
    const std::string_view line = first_line(text).substr(0, longest_line);
    const std::size_t colon = line.find(": ");
    if (colon != line.npos) {
        if (Dateline found = before_colon(line.substr(0, colon)); !found.place.empty()) {
            return found;
        }
    }
    std::size_t end = line.npos;
    std::size_t after = line.npos;
    for (const std::string_view dash : dashes) {
        const std::size_t at = line.find(dash);
        if (at < end) {
            end = at;
            after = at + dash.size();
        }
    }
    // What goes on in lower case is a sentence with a dash in it: "NATO - which has …".
    if (end == line.npos || begins_in_lower_case(trim(line.substr(after)))) {
        return before_full_stop(line);
    }
    Dateline found = before_dash(trim(line.substr(0, end)));
    return found.place.empty() ? before_full_stop(line) : found;
}

Dateline find_dateline(std::string_view text) {
    const std::string_view line = first_line(text);
    Dateline found = read_dateline(line);
    const bool note = line.starts_with('(') && line.ends_with(')');
    const bool standfirst = line.size() <= longest_standfirst && !line.ends_with('.');
    return found.place.empty() && (note || standfirst) ? read_dateline(trim(text.substr(line.size()))) : found;
}

}  // namespace ingest
