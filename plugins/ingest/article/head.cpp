// Takes lines off the top as long as each is a title, a byline or a date line.
#include "head.h"

#include <algorithm>
#include <array>

#include "byline.h"
#include "dateline.h"
#include "published_date.h"
#include "words.h"

namespace ingest {
namespace {

constexpr std::size_t longest_title = 240;
constexpr std::size_t most_words_in_title = 32;
constexpr std::size_t longest_date_line = 120;
constexpr std::size_t longest_line_of_parts = 400;
constexpr std::size_t most_words_in_other_part = 4;
constexpr std::array publication_labels = {"first published on", "first published", "published on", "published",
                                           "publication date",   "posted on",       "posted",       "date",
                                           "issued on",          "issued",          "released"};
constexpr std::array update_labels = {"last updated on", "last updated", "updated on", "updated"};

std::string lower_ascii(std::string_view text) {
    std::string result(text);
    for (char& c : result) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return result;
}

/// Takes a label such as "Published:" off the front of `text`; false if none stands there.
template <std::size_t Size>
bool take_label(std::string_view& text, const std::array<const char*, Size>& labels) {
    const std::string small = lower_ascii(text.substr(0, 32));
    for (const std::string_view label : labels) {
        if (small.starts_with(label) && small.size() > label.size() &&
            (small[label.size()] == ':' || small[label.size()] == ' ')) {
            text = trim(text.substr(label.size() + 1));
            return true;
        }
    }
    return false;
}

/// Takes "Astana, " off "Astana, 20 March 2024" and returns the place.
std::string_view take_place(std::string_view& text) {
    const std::size_t comma = text.find(", ");
    const std::string_view place = text.substr(0, comma);
    if (comma == text.npos || words_of(place).size() > 3 || !is_name(place) || is_weekday(place) ||
        is_month(words_of(place).front())) {
        return "";
    }
    text = trim(text.substr(comma + 2));
    return place;
}

bool take_date(std::string_view part, Head& head) {
    if (part.size() > longest_date_line) {
        return false;
    }
    const bool update = take_label(part, update_labels);
    const bool labelled = update || take_label(part, publication_labels);
    const std::string_view place = labelled ? "" : take_place(part);
    const auto date = read_date(part);
    // "2024" or "March" alone is a title or a heading, not a date line.
    if (!date || (!labelled && date->size() < 10)) {
        return false;
    }
    (update ? head.updated : head.published) = *date;
    head.place = place.empty() ? head.place : place;
    return true;
}

bool take_byline(std::string_view part, Head& head) {
    const std::string byline = read_byline(part);
    if (byline.empty() || !head.byline.empty()) {
        return false;
    }
    head.byline = byline;
    return true;
}

/// "By Amina Yusuf", "20 March 2024", "By Amina Yusuf | 20 March 2024 | 2 min read": at least one part has to be a
/// byline or a date, and what else there is short.
bool take_parts(std::string_view line, Head& head) {
    Head trial = head;
    line = without_emphasis(trim(line));
    if (line.size() > longest_line_of_parts) {
        return false;
    }
    bool taken = false;
    while (!line.empty()) {
        const std::size_t bar = std::min(line.find(" | "), line.find(" · "));
        const std::string_view part = trim(line.substr(0, bar));
        const bool known = take_date(part, trial) || take_byline(part, trial);
        if (!known && words_of(part).size() > most_words_in_other_part) {
            return false;
        }
        taken = taken || known;
        line = bar == line.npos ? "" : trim(line.substr(line.find(' ', bar + 1)));
    }
    if (taken) {
        head = trial;
    }
    return taken;
}

bool ends_like_a_sentence(std::string_view line) {
    for (const std::string_view mark : {"”", "\"", "’", "'", ")"}) {
        line = line.ends_with(mark) ? line.substr(0, line.size() - mark.size()) : line;
    }
    if (line.ends_with("...") || line.ends_with("…")) {
        return false;
    }
    if (line.ends_with('.')) {
        // "U.S." ends an abbreviation, not a sentence.
        return line.size() < 4 || line[line.size() - 3] != '.';
    }
    return line.ends_with(':') || line.ends_with(';') || line.ends_with(',') || line.ends_with("。");
}

bool could_be_title(std::string_view line) {
    const bool item = line.starts_with("- ") || line.starts_with("* ") || line.starts_with("> ");
    return line.size() <= longest_title && words_of(line).size() <= most_words_in_title && !item &&
           !ends_like_a_sentence(line) && read_dateline(line).place.empty();
}

bool is_underline(std::string_view line) {
    line = trim(line);
    return line.size() >= 3 && (line.find_first_not_of('=') == line.npos || line.find_first_not_of('-') == line.npos);
}

std::string_view without_heading_marks(std::string_view line) {
    line = trim(line.substr(std::min(line.find_first_not_of('#'), line.size())));
    while (line.ends_with('#')) {
        line = trim(line.substr(0, line.size() - 1));
    }
    return line;
}

/// The title's line or lines at the start of `text`: how many bytes they take, 0 if there is none.
std::size_t take_title(std::string_view text, std::string_view known_title, Head& head) {
    const std::string_view line = first_line(text);
    const std::string_view below = text.substr(std::min(line.size() + 1, text.size()));
    const bool heading = line.starts_with("# ") && line.size() <= longest_title;
    const std::string_view title = without_emphasis(heading ? without_heading_marks(line) : trim(line));
    const bool underlined = is_underline(first_line(below)) && could_be_title(title);
    const std::size_t size = line.size() + (underlined ? 1 + first_line(below).size() : 0);
    if (title.empty()) {
        return 0;
    }
    if (!known_title.empty()) {
        return title == trim(known_title) ? size : 0;
    }
    Head ignored;
    const bool set_off = trim(first_line(below)).empty() || take_parts(first_line(below), ignored);
    const bool more = !trim(below).empty();
    const bool plain = more && could_be_title(title) && (set_off || is_all_capitals(title));
    if (!heading && !underlined && !plain) {
        return 0;
    }
    head.title = title;
    return size;
}

}  // namespace

Head read_head(std::string_view text, std::string_view known_title) {
    Head head;
    bool titled = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view line = first_line(text.substr(at));
        std::size_t taken = line.size();
        if (!trim(line).empty() && !take_parts(line, head)) {
            taken = titled ? 0 : take_title(text.substr(at), known_title, head);
            titled = true;
            if (taken == 0) {
                break;
            }
        }
        at = std::min(at + taken + 1, text.size());
        head.size = at;
    }
    return head;
}

}  // namespace ingest
