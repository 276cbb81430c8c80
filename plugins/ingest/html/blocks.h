// A page as a sequence of pieces of text, each in the element that holds it.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "dom.h"
#include "rules.h"

namespace ingest_html {

/// An element that begins and ends a piece of text. Containers are numbered in document order, so a parent comes before
/// its children; the first is the root.
struct Container {
    const xmlNode* element = nullptr;
    std::size_t parent = 0;
    bool dropped = false;  // its names, or those of an element around it, say that it is not the article
};

/// A piece of text that a browser would set as a paragraph of its own.
struct Block {
    std::string text;  // white space folded, with a newline for <br>
    std::size_t container = 0;
    std::size_t words = 0;
    std::size_t linked = 0;  // bytes of `text` inside links

    double link_density() const {
        return text.empty() ? 0 : static_cast<double>(linked) / static_cast<double>(text.size());
    }
};

struct Blocks {
    std::vector<Container> containers;
    std::vector<Block> blocks;
};

Blocks read_blocks(const xmlDoc* document, const Rules& rules);

/// Words between spaces; in scripts written without spaces, half the characters.
std::size_t count_words(std::string_view text);

}  // namespace ingest_html
