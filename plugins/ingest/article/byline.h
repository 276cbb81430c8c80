// The line that names who wrote an article.
#pragma once

#include <string>
#include <string_view>

namespace ingest {

/// What follows "By" in "By Amina Yusuf" or "BY X AND Y, AGENCY"; empty if the line is not a byline.
std::string read_byline(std::string_view line);

}  // namespace ingest
