// timeline.ics: an all-day event an entry, as RFC 5545 has it.
#pragma once

#include <string>
#include <string_view>

#include "folding/entries.h"

namespace timeline {

std::string calendar_head();
std::string calendar_event(const Entry& entry);
std::string calendar_tail();

/// A property value of type TEXT, escaped; control characters that the format does not allow are left out.
std::string calendar_text(std::string_view text);

/// A content line with CRLF, folded to at most 75 octets a line between UTF-8 sequences.
std::string folded_line(std::string_view line);

}  // namespace timeline
