// Who in a stretch of the text may be a member of a group, and whether a stretch makes the members clear.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "collective_phrases.h"
#include "resolved.h"
#include "words.h"

namespace entities {

struct Member {
    std::uint32_t thing = 0;
    std::uint32_t mention = 0;  ///< that names it
    Range words;                ///< where it is named, or the person who acts for it
    bool strong = false;        ///< fits the group beyond doubt: a person in office, a country that is not just a place
};

enum class Clarity : std::uint8_t { None, Found, Unclear };

struct Verdict {
    Clarity clarity = Clarity::None;
    std::vector<Member> members;
    std::uint32_t sentence = 0;  ///< where the last of them was named
    bool joined = false;         ///< they are named as one list: "China and Kazakhstan"
};

/// The mentions of one document as members of groups.
class GroupMembers {
public:
    GroupMembers(const Words& words, const std::vector<Resolved>& mentions);

    /// Those named by the mentions [begin, end), in text order. For `Sides`, both countries and organisations.
    std::vector<Member> among(std::uint32_t begin, std::uint32_t end, Group group) const;

    /// Whether these are the `count` members, or include one list of so many; 0: two or more. `weak`: even if none of
    /// them is strong.
    Verdict judge(const std::vector<Member>& members, std::uint32_t count, bool weak) const;

    /// The list at the beginning of the members, if it has so many.
    Verdict listed_first(const std::vector<Member>& members, std::uint32_t count) const;

    /// The one person of the group who acts for a country and was mentioned before mention `before`; the mention, or
    /// `no_mention`.
    std::uint32_t person_for(std::uint32_t country, Group group, std::uint32_t before) const;

    static constexpr std::uint32_t no_mention = UINT32_MAX;

private:
    enum class Fit : std::uint8_t { Not, Weak, Strong };

    Fit fit(std::uint32_t number, Group group) const;
    Fit fit_of_actor(const Resolved& mention, std::uint32_t number) const;
    bool stands_as_place(const Resolved& mention) const;
    bool joined_city(std::uint32_t number) const;
    bool joins(Range left, Range right, bool& last) const;
    std::vector<std::vector<Member>> lists(const std::vector<Member>& members) const;
    std::uint32_t nearest(std::uint32_t thing, std::uint32_t mention) const;
    std::span<const std::uint32_t> mentions_of(std::uint32_t thing) const;

    const Words& words_;
    const std::vector<Resolved>& mentions_;
    std::unordered_map<std::uint32_t, std::uint32_t> country_of_;
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> persons_of_;  ///< by country; the first ones
    std::vector<std::uint32_t> by_thing_;  ///< mentions, those of one thing in text order
    std::vector<std::uint32_t> ends_;      ///< of each thing's in `by_thing_`
};

}  // namespace entities
