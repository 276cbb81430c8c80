// Dates as articles and pages write them, turned into ISO 8601: what the readers know of when something was published.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ingest {

/// True for YYYY, YYYY-MM, YYYY-MM-DD, and YYYY-MM-DDThh:mm[:ss[.f…]] followed by Z or ±hh:mm; the day must exist.
bool is_iso_date(std::string_view text);

/// Reads a text that is a date and nothing else: ISO 8601 and its near misses ("2024-03-20 09:30", "20240320"), "20
/// March 2024", "Wednesday, March 20, 2024 at 9:30 p.m. UTC", "Wed, 20 Mar 2024 09:30:00 GMT", "20.03.2024". A time of
/// day is kept only with its zone; days in figures whose order cannot be told ("03/04/2024") are not read. The result
/// satisfies is_iso_date.
std::optional<std::string> read_date(std::string_view text);

/// True for "Monday", "Tues.", "march", "Sept" … in any case, with or without a final full stop.
bool is_weekday(std::string_view word);
bool is_month(std::string_view word);

}  // namespace ingest
