// timeline.csv: a row an entry.
#include "csv_file.h"

#include "event_text.h"

namespace timeline {

namespace {

std::string joined_names(const std::vector<Party>& parties) {
    std::string names;
    for (const Party& party : parties) {
        names += (names.empty() ? "" : "; ") + party.name;
    }
    return names;
}

/// Days, or "FIRST/LAST".
std::string joined_dates(const std::vector<OtherDate>& dates) {
    std::string joined;
    for (const OtherDate& date : dates) {
        joined += (joined.empty() ? "" : "; ") + iso_day(date.begin);
        joined += date.finish == date.begin ? "" : "/" + iso_day(date.finish);
    }
    return joined;
}

/// "ID[start:end]" each, in code points of the document's text.
std::string joined_sources(const Entry& entry) {
    std::string sources;
    for (const Source& source : entry.sources) {
        sources += (sources.empty() ? "" : "; ") + source.document + "[" + std::to_string(source.span.start) + ":" +
                   std::to_string(source.span.end) + "]";
    }
    if (entry.source_count > entry.sources.size()) {
        sources += "; and " + std::to_string(entry.source_count - entry.sources.size()) + " more";
    }
    return sources;
}

}  // namespace

std::string csv_head() {
    return "id,begin,finish,precision,class,status,what,who,where,sources,other_dates\r\n";
}

std::string csv_row(const Entry& entry, std::uint64_t number) {
    const Report& first = entry.first;
    std::string row = "t";
    row += std::to_string(number);
    for (const std::string& field :
         {iso_day(first.begin), iso_day(first.finish), std::string(name_of(first.precision)), classes_of(first),
          statuses_of(first), first.what, joined_names(first.who), joined_names(first.where), joined_sources(entry),
          joined_dates(entry.other_dates)}) {
        row += ',';
        row += csv_field(field);
    }
    return row + "\r\n";
}

std::string csv_field(std::string_view text) {
    std::string field(!text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos ? "'" : "");
    field += text;
    if (field.find_first_of(",\"\r\n") == field.npos && !field.starts_with(' ') && !field.ends_with(' ')) {
        return field;
    }
    std::string quoted = "\"";
    for (const char c : field) {
        quoted += c;
        if (c == '"') {
            quoted += c;
        }
    }
    return quoted + "\"";
}

}  // namespace timeline
