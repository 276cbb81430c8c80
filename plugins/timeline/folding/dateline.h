// The dateline that opens a news article: "ASTANA, May 20 (Agency) — ", "Astana, The Gulf Observer: ".
#pragma once

#include <cstddef>
#include <string_view>

namespace timeline {

/// Bytes of the dateline at the start of a paragraph's first sentence, with the space after it; 0 if none is evident.
/// Evident is: a dash after a word in capitals or a parenthesis, or a colon after capitalised words with a comma.
std::size_t dateline_size(std::string_view sentence);

}  // namespace timeline
