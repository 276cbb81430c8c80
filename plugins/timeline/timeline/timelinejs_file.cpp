// timelinejs.json, piece by piece.
#include "timelinejs_file.h"

#include <algorithm>
#include <chrono>

#include "event_text.h"
#include "folding/comparison.h"
#include "json_writer.h"

namespace timeline {

namespace {

constexpr std::size_t longest_headline = 100;
constexpr std::size_t most_sources = 20;

std::chrono::year_month_day date_of(std::int64_t day) {
    return std::chrono::sys_days(std::chrono::days(day));
}

/// The coarsest unit of which the interval is made whole: TimelineJS shows a month without a day, and a year without a
/// month, as such.
Precision unit_of(std::int64_t begin, std::int64_t finish) {
    const auto first = date_of(begin);
    const auto after = date_of(finish + 1);
    if (first.day() != std::chrono::day(1) || after.day() != std::chrono::day(1)) {
        return Precision::Day;
    }
    const bool is_years = first.month() == std::chrono::January && after.month() == std::chrono::January;
    return is_years ? Precision::Year : Precision::Month;
}

std::string date_json(std::int64_t day, Precision unit) {
    const auto date = date_of(day);
    std::string json = "{\"year\":" + std::to_string(static_cast<int>(date.year()));
    if (unit != Precision::Year) {
        json += ",\"month\":" + std::to_string(static_cast<unsigned>(date.month()));
    }
    if (unit == Precision::Day) {
        json += ",\"day\":" + std::to_string(static_cast<unsigned>(date.day()));
    }
    return json + "}";
}

void put_dates(JsonWriter& writer, std::int64_t begin, std::int64_t finish) {
    const Precision unit = unit_of(begin, finish);
    const std::string start = date_json(begin, unit);
    const std::string end = date_json(finish, unit);
    writer.Key("start_date");
    writer.RawValue(start.data(), start.size(), rapidjson::kObjectType);
    if (end != start) {
        writer.Key("end_date");
        writer.RawValue(end.data(), end.size(), rapidjson::kObjectType);
    }
}

std::string list_of_sources(const Entry& entry) {
    std::string list = "<ul>";
    const std::size_t listed = std::min(entry.sources.size(), most_sources);
    for (std::size_t i = 0; i < listed; ++i) {
        const Source& source = entry.sources[i];
        list += "<li>" + html_text(source.title.empty() ? source.document : source.title);
        list += source.published.empty() ? "" : ", " + html_text(source.published);
        list += "</li>";
    }
    if (entry.source_count > listed) {
        list += "<li>and " + std::to_string(entry.source_count - listed) + " more</li>";
    }
    return list + "</ul>";
}

std::string events_of(const Report& report) {
    std::string paragraphs;
    for (const Event& event : report.events) {
        paragraphs += "<p>" + html_text(in_words(event)) + "</p>";
    }
    return paragraphs;
}

std::string other_dates(const Entry& entry) {
    std::string paragraphs;
    for (const OtherDate& date : entry.other_dates) {
        paragraphs += "<p>Other reports date it: " + iso_day(date.begin) + "</p>";
    }
    return paragraphs;
}

}  // namespace

std::string timelinejs_head() {
    return "{\"events\":[";
}

std::string timelinejs_event(const Entry& entry, std::uint64_t number) {
    const Report& first = entry.first;
    rapidjson::StringBuffer buffer;
    JsonWriter writer(buffer);
    writer.StartObject();
    put(writer, "unique_id", "t" + std::to_string(number));
    put_dates(writer, first.begin, first.finish);
    writer.Key("text");
    writer.StartObject();
    put(writer, "headline", html_text(headline_of(first, longest_headline)));
    put(writer, "text",
        "<p>" + html_text(first.what) + "</p>" + events_of(first) + other_dates(entry) + list_of_sources(entry));
    writer.EndObject();
    writer.EndObject();
    return (number == 1 ? "\n" : ",\n") + text_of(buffer);
}

std::string timelinejs_tail() {
    return "\n]}\n";
}

std::string html_text(std::string_view text) {
    std::string html;
    for (const char c : text) {
        switch (c) {
            case '&':
                html += "&amp;";
                break;
            case '<':
                html += "&lt;";
                break;
            case '>':
                html += "&gt;";
                break;
            case '"':
                html += "&quot;";
                break;
            default:
                html += c;
        }
    }
    return html;
}

}  // namespace timeline
