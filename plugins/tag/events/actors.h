// Who can act in a sentence: countries, and persons and organisations with the country they act for.
#pragma once

#include <attache/plugin.hpp>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "actor_names.h"
#include "lexicon.h"
#include "words/words.h"

namespace events {

/// One mention of something that can act, with the words that belong to it.
struct Actor {
    words::Span words;
    std::uint32_t mention = words::none;  ///< row of "entity"
    std::string_view country;             ///< ISO 3166-1 alpha-2; empty if not known
    bool person = false;
    bool office = false;                ///< a person whose office the text gives
    bool city = false;                  ///< a city or region: it acts only in the place of its people or government
    bool people = false;                ///< of a place: "rebels in eastern Congo"
    bool rebel = false;                 ///< does not act for the government of its country
    bool international = false;         ///< an organisation of several countries
    bool adjective = false;             ///< "Turkish": belongs to the noun after it
    std::uint32_t group = words::none;  ///< the same number for the members of one "both sides"
};

/// The actors of a document, in text order.
class Actors {
public:
    Actors(const words::Words& words, const attache::Document& document, const ActorNames& names, const WordSet& state,
           const WordSet& people);

    /// Those within words [span.first, span.last), as numbers for operator[].
    words::Span in(words::Span span) const;
    const Actor& operator[](std::uint32_t at) const { return actors_[at]; }
    /// Whether the sentence of a word names no country but this, and no organisation of several.
    bool only_of(std::string_view country, std::uint32_t word) const;
    /// Whether the text names no country but this, and no organisation of several.
    bool only_in_text(std::string_view country) const { return only_in_text_ && *only_in_text_ == country; }

private:
    bool tells_origin(words::Span span) const;
    void read_mentions(const attache::Document& document, const ActorNames& names);
    void read_collectives(const attache::Document& document);
    void take_people(Actor& actor, const WordSet& state, const WordSet& people) const;
    std::optional<std::string_view> only_country(words::Span sentence) const;
    void index();

    const words::Words& words_;
    std::vector<Actor> actors_;
    std::vector<std::uint32_t> first_from_;  ///< for each word the number of the first actor from it on
    std::vector<Actor> by_mention_;          ///< for each row of "entity"
    std::vector<std::optional<std::string_view>> only_countries_;  ///< for each sentence
    std::optional<std::string_view> only_in_text_;
};

}  // namespace events
