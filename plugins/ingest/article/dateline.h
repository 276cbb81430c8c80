// The place, and at times the day and the agency, with which the first sentence of a report begins.
#pragma once

#include <string>
#include <string_view>

namespace ingest {

struct Dateline {
    std::string place;
    std::string publisher;
    std::string published;  ///< ISO 8601, only if the dateline gives day, month and year
};

/// Reads the start of a text: "ASTANA, March 4 (Steppe News) — ", "Astana, The Gulf Observer: ", "PARIS - ", "TASHKENT.
/// ". All members are empty if it does not begin with a dateline.
Dateline read_dateline(std::string_view text);

/// The dateline of an article, which may stand below a standfirst or a note in brackets.
Dateline find_dateline(std::string_view text);

}  // namespace ingest
