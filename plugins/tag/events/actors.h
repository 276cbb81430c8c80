// Who can act in a sentence: countries, and persons and organisations with the country they act for.
#pragma once

#include <attache/plugin.hpp>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

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
    bool adjective = false;             ///< "Turkish": belongs to the noun after it
    std::uint32_t group = words::none;  ///< the same number for the members of one "both sides"
};

/// Country names and the names of those that act for a country. Const after loading; may be used by many threads.
class ActorNames {
public:
    /// actors.tsv, and the gazetteer of countries; both are kept by reference. Throws std::runtime_error.
    ActorNames(std::string_view actors, std::string_view countries);

    /// The country of a name in lower case: of the whole name, or of a country named in it; empty if there is none.
    std::string_view country_of(std::string_view name) const;
    /// The country of a person by the whole name or the last word of it; empty if there is none.
    std::string_view country_of_person(std::string_view name) const;

private:
    std::unordered_map<std::string_view, std::string_view> codes_;
    std::deque<std::string> texts_;
};

/// The actors of a document, in text order.
class Actors {
public:
    Actors(const words::Words& words, const attache::Document& document, const ActorNames& names);

    /// Those within words [span.first, span.last), as numbers for operator[].
    words::Span in(words::Span span) const;
    const Actor& operator[](std::uint32_t at) const { return actors_[at]; }

private:
    void read_mentions(const attache::Document& document, const ActorNames& names);
    void read_collectives(const attache::Document& document);
    void join_names(const words::Words& words);
    bool same_sentence(std::uint32_t first, std::uint32_t second) const;
    bool title_between(const words::Words& words, std::uint32_t first, std::uint32_t last) const;

    const words::Words& words_;
    std::vector<Actor> actors_;
    std::vector<Actor> by_mention_;  ///< for each row of "entity"
};

}  // namespace events
