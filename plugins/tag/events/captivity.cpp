#include "captivity.h"

#include <algorithm>

namespace events {

using words::none;
using words::one_of;
using words::Span;

namespace {

bool is_captor(const Actor& actor) {
    return !actor.country.empty() && !actor.person;
}

/// "Held in Belarus", "jailed by the Turkish authorities", "detained at a prison in northern Mali".
std::uint32_t captor_after(const Reading& reading, std::uint32_t at, Span stretch) {
    constexpr std::string_view held[] = {"held",   "detained", "jailed",    "imprisoned", "arrested",
                                         "seized", "captured", "kidnapped", "abducted",   "convicted"};
    constexpr std::string_view ties[] = {"in", "by", "at", "inside"};
    constexpr std::uint32_t farthest = 6;
    if (!one_of(reading.lower(at), held) || at + 1 >= stretch.last || !one_of(reading.lower(at + 1), ties)) {
        return none;
    }
    const Span actors = reading.actors.in({at + 2, std::min(stretch.last, at + 2 + farthest)});
    return !actors.empty() && is_captor(reading.actors[actors.first]) ? actors.first : none;
}

/// "Belarusian custody", "a jail in Mali".
std::uint32_t captor_beside(const Reading& reading, std::uint32_t at, Span stretch) {
    constexpr std::string_view prisons[] = {"custody", "captivity", "detention", "prison", "prisons", "jail", "jails"};
    if (!one_of(reading.lower(at), prisons)) {
        return none;
    }
    const Span before = reading.actors.in({stretch.first, at});
    if (!before.empty() && reading.actors[before.last - 1].words.last == at &&
        is_captor(reading.actors[before.last - 1])) {
        return before.last - 1;
    }
    constexpr std::uint32_t farthest = 3;
    const bool placed = at + 1 < stretch.last && reading.lower(at + 1) == "in";
    const Span after = reading.actors.in({at + 1, placed ? std::min(stretch.last, at + 2 + farthest) : at + 1});
    return !after.empty() && is_captor(reading.actors[after.first]) ? after.first : none;
}

}  // namespace

std::optional<Captivity> captivity_in(const Reading& reading, Span stretch) {
    constexpr std::string_view releases[] = {"release", "return", "freeing", "freedom", "liberation"};
    constexpr std::uint32_t farthest = 15;
    std::uint32_t release = none;
    for (std::uint32_t at = stretch.first; at < stretch.last; ++at) {
        if (release == none || at - release > farthest) {
            release = one_of(reading.lower(at), releases) ? at : none;
            continue;
        }
        const std::uint32_t after = captor_after(reading, at, stretch);
        const std::uint32_t captor = after != none ? after : captor_beside(reading, at, stretch);
        if (captor != none) {
            return Captivity{release, captor};
        }
    }
    return std::nullopt;
}

}  // namespace events
