// timeline.ics: an all-day event an entry.
#include "icalendar_file.h"

#include <algorithm>
#include <attache/utf8.hpp>
#include <set>

#include "event_text.h"
#include "folding/comparison.h"

namespace timeline {

namespace {

constexpr std::size_t longest_line = 75;
constexpr std::size_t longest_summary = 160;
constexpr std::size_t longest_description = 2000;
constexpr std::size_t most_sources = 20;

std::string description_of(const Entry& entry) {
    std::string text = shorten(entry.first.what, longest_description) + "\n";
    for (const Event& event : entry.first.events) {
        text += "\n" + in_words(event);
    }
    const Report& first = entry.first;
    text += "\nDated by: " + (first.expression.empty() ? first.anchor : first.expression);
    if (!first.expression.empty() && !first.anchor.empty()) {
        text += " (" + first.anchor + ")";
    }
    for (const OtherDate& date : entry.other_dates) {
        text += "\nOther reports date it: " + iso_day(date.begin);
        text += date.finish == date.begin ? "" : " to " + iso_day(date.finish);
        text += " (" + std::to_string(date.source_count) + ")";
    }
    text += "\nSources:";
    const std::size_t listed = std::min(entry.sources.size(), most_sources);
    for (std::size_t i = 0; i < listed; ++i) {
        const Source& source = entry.sources[i];
        text += "\n- " + (source.title.empty() ? source.document : source.title);
        text += source.published.empty() ? "" : ", " + source.published;
        text += " (" + source.document + ")";
    }
    if (entry.source_count > listed) {
        text += "\nand " + std::to_string(entry.source_count - listed) + " more";
    }
    return text;
}

std::string places_of(const Entry& entry) {
    std::string places;
    for (const Party& party : entry.first.where) {
        places += (places.empty() ? "" : ", ") + party.name;
    }
    return places;
}

/// The classes: "CATEGORIES:SANCTION,ACCUSE".
std::string categories_of(const std::vector<Event>& events) {
    std::set<std::string_view> seen;
    std::string line;
    for (const Event& event : events) {
        if (!event.label.empty() && seen.insert(event.label).second) {
            line += (line.empty() ? "CATEGORIES:" : ",") + calendar_text(event.label);
        }
    }
    return line.empty() ? line : folded_line(line);
}

}  // namespace

std::string calendar_head() {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Attache//timeline//EN\r\nCALSCALE:GREGORIAN\r\n";
}

/// The stamp comes from the date, not from a clock: the same documents give the same bytes.
std::string calendar_event(const Entry& entry) {
    std::string event = "BEGIN:VEVENT\r\n";
    event += folded_line("UID:" + entry.uid + "@timeline.attache.invalid");
    event += "DTSTAMP:" + basic_day(entry.first.begin) + "T000000Z\r\n";
    event += "DTSTART;VALUE=DATE:" + basic_day(entry.first.begin) + "\r\n";
    event += "DTEND;VALUE=DATE:" + basic_day(entry.first.finish + 1) + "\r\n";
    event += folded_line("SUMMARY:" + calendar_text(headline_of(entry.first, longest_summary)));
    event += folded_line("DESCRIPTION:" + calendar_text(description_of(entry)));
    event += categories_of(entry.first.events);
    if (!entry.first.events.empty() && entry.first.events.front().status == "plan") {
        event += "STATUS:TENTATIVE\r\n";
    }
    if (!entry.first.where.empty()) {
        event += folded_line("LOCATION:" + calendar_text(places_of(entry)));
    }
    return event + "TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n";
}

std::string calendar_tail() {
    return "END:VCALENDAR\r\n";
}

std::string calendar_text(std::string_view text) {
    std::string escaped;
    for (const char c : text) {
        if (c == '\n') {
            escaped += "\\n";
        } else if (c == '\\' || c == ';' || c == ',') {
            escaped += '\\';
            escaped += c;
        } else if (c == '\t' || (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F)) {
            escaped += c;
        }
    }
    return escaped;
}

std::string folded_line(std::string_view line) {
    std::string folded;
    std::size_t room = longest_line;
    while (line.size() > room) {
        std::size_t cut = room;
        while (cut > room - 4 && !attache::utf8::is_boundary(line, cut)) {
            --cut;
        }
        folded += std::string(line.substr(0, cut)) + "\r\n ";
        line.remove_prefix(cut);
        room = longest_line - 1;
    }
    return folded + std::string(line) + "\r\n";
}

}  // namespace timeline
