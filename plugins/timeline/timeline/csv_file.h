// timeline.csv: a row an entry, as RFC 4180 has it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "folding/entries.h"

namespace timeline {

std::string csv_head();
std::string csv_row(const Entry& entry, std::uint64_t number);

/// The text as a field. What a spreadsheet would take for a formula gets an apostrophe in front.
std::string csv_field(std::string_view text);

}  // namespace timeline
