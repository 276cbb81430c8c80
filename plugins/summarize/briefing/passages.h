// A sentence that may be cited, as it reads in a briefing and as it stands in its document.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace briefing {

struct Passage {
    std::string wording;  ///< how it reads by itself
    std::string before;   ///< the sentence before it; empty if there is none
    std::string text;
    std::string after;
    std::vector<std::string> phrases;  ///< keyphrases of its document, the most telling first
};

/// Passages wait in the spool behind all else, by document and sentence.
std::string passage_key(std::uint64_t line, std::uint64_t sentence);

std::string pack(const Passage& passage);
/// Throws std::runtime_error if the bytes are not those of `pack`.
Passage unpack_passage(std::string_view bytes);

}  // namespace briefing
