// briefing.md: to be read as it stands, or by any Markdown reader (CommonMark).
#pragma once

#include <string>

#include "contents.h"

namespace briefing {

std::string markdown_of(const Contents& contents);

}  // namespace briefing
