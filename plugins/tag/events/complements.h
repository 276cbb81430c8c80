// The actors that stand around the word that tells an event.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "triggers.h"

namespace events {

/// Numbers of actors.
using ActorList = std::vector<std::uint32_t>;

bool any_country(const Reading& reading, const ActorList& actors);

/// Whether what the row tells is done to whoever is at a place, so that "in" may lead to the target.
bool is_done_at_a_place(const Entry& entry);

/// The actors around one trigger, by what ties them to it.
class Complements {
public:
    Complements(const Reading& reading, const Clause& clause, const Trigger& trigger)
        : reading_(reading), clause_(clause), trigger_(trigger), actors_(reading.actors.in(trigger.reach)) {}

    /// The first actors that stand after the trigger behind the preposition.
    ActorList linked_by(std::string_view preposition) const;

    /// "Turkish strikes", "Beijing's talks": the actors just before the noun.
    ActorList owners() const;

    /// "Five men were killed in Turkish air strikes": the attackers of a passive without "by".
    ActorList attackers() const;

    /// The actors that the best link of the row of the lexicon leads to, but for `excluded` links and `sources`.
    ActorList targets(const ActorList& sources, std::initializer_list<std::string_view> excluded = {}) const;

    /// Where no link leads to a target: the first actor near the trigger that does not only say where.
    ActorList nearest(const ActorList& sources) const;

    /// Of a passive: those that a link of the row ties to its subject, as "to Ukraine" in "exports to Ukraine were
    /// cut".
    ActorList within_subject() const;

    /// The country of the place where the deed was done: "in northern Iraq".
    ActorList place() const;

    /// Whether an actor is one of the sources or of their country; those who fight a government are not of it.
    bool is_one_of(const ActorList& sources, std::uint32_t number) const;

private:
    const Actor& actor(std::uint32_t number) const { return reading_.actors[number]; }
    std::string_view link(std::uint32_t number) const;
    ActorList first_target(const ActorList& sources) const;
    bool joined(std::uint32_t first, std::uint32_t second) const;
    std::uint32_t limit() const;

    const Reading& reading_;
    const Clause& clause_;
    const Trigger& trigger_;
    words::Span actors_;
};

}  // namespace events
