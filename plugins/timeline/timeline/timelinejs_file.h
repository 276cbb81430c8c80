// timelinejs.json, piece by piece: what TimelineJS 3 (Knight Lab) shows, an event an entry. Its texts are HTML.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "folding/entries.h"

namespace timeline {

std::string timelinejs_head();
std::string timelinejs_event(const Entry& entry, std::uint64_t number);
std::string timelinejs_tail();

/// The text with the characters that HTML gives a meaning as references.
std::string html_text(std::string_view text);

}  // namespace timeline
