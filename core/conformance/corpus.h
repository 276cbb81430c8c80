// The documents that plugins are tried with.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace attache::core::conformance {

/// An article for annotators and exporters; for readers, `text` is the bytes of an input.
struct Sample {
    std::string name;
    std::string text;
};

/// Short articles as they come every day.
std::vector<Sample> ordinary_texts();
/// Valid texts that are unlike an article: all scripts, marks without letters, white space only, NUL …
std::vector<Sample> odd_texts();
/// One sentence of 1 MB, one word of 1 MB, and 1 MB of short lines.
std::vector<Sample> huge_texts();
/// Valid UTF-8 made of random code points and pieces of articles; the same for the same seed.
std::vector<Sample> random_texts(std::uint64_t seed);

/// The ordinary inputs of a reader cut short, with bytes changed, and bytes that are no input at all.
std::vector<Sample> damaged_inputs(const std::vector<Sample>& ordinary, std::uint64_t seed);

/// The articles repeated to at least `bytes`.
std::string long_text(std::size_t bytes);

}  // namespace attache::core::conformance
