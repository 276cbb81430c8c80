// Whose words they are: the named subject of a verb of speech.
#pragma once

#include <attache/plugin.hpp>
#include <cstdint>

#include "words/words.h"

namespace quotes {

/// The mentions of a document that can speak.
class Speakers {
public:
    Speakers(const words::Words& words, const attache::Document& document);

    /// The mention that names the subject within `span`, a noun phrase and what stands beside it: a person before
    /// others, none that only says where ("one diplomat in Brussels"). `words::none` if there is none.
    std::uint32_t in(words::Span span) const;

private:
    bool is_person(std::uint32_t mention) const { return types_[mention] == "PER"; }
    bool speaks(std::uint32_t mention, words::Span span) const;

    const words::Words& words_;
    attache::Layer entities_;
    attache::Layer::Texts types_;
};

}  // namespace quotes
