// Fits mentions to groups by kind and office, and reads lists.
#include "group_members.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <string_view>

#include "affiliation.h"
#include "letters.h"

namespace entities {

namespace {

/// Persons of one country that are considered.
constexpr std::size_t most_persons = 16;

template <std::size_t Size>
bool has_any(std::string_view text, const std::string_view (&parts)[Size]) {
    return std::any_of(std::begin(parts), std::end(parts),
                       [&](std::string_view part) { return text.find(part) != text.npos; });
}

bool is_premier(std::string_view office) {
    constexpr std::string_view offices[] = {"prime minister", "premier", "chancellor"};
    return has_any(office, offices) && office.find("deputy") == office.npos;
}

bool is_president(std::string_view office) {
    return office.find("president") != office.npos && office.find("vice") == office.npos;
}

/// True if a person of this office is one of "the leaders", "the ministers" …
bool in_office(std::string_view written, Group group) {
    const std::string office = lower_case(written);
    constexpr std::string_view ministers[] = {"minister", "secretary of state", "foreign secretary"};
    constexpr std::string_view rulers[] = {"king",    "queen",  "emir",     "sultan",
                                           "emperor", "leader", "chairman", "prince"};
    switch (group) {
        case Group::Ministers:
            return has_any(office, ministers);
        case Group::Presidents:
            return is_president(office);
        case Group::Premiers:
            return is_premier(office);
        case Group::Leaders:
            return is_president(office) || is_premier(office) || has_any(office, rulers);
        default:
            return true;
    }
}

/// Each thing once, where it was first named, by its latest mention.
std::vector<Member> distinct(const std::vector<Member>& members) {
    std::vector<Member> once;
    for (const Member& member : members) {
        const auto known =
            std::find_if(once.begin(), once.end(), [&](const Member& other) { return other.thing == member.thing; });
        if (known == once.end()) {
            once.push_back(member);
        } else {
            known->strong = known->strong || member.strong;
            known->mention = std::max(known->mention, member.mention);
        }
    }
    return once;
}

Verdict unclear() {
    Verdict verdict;
    verdict.clarity = Clarity::Unclear;
    return verdict;
}

}  // namespace

GroupMembers::GroupMembers(const Words& words, const std::vector<Resolved>& mentions)
    : words_(words), mentions_(mentions), country_of_(affiliations(words, mentions)) {
    std::vector<std::uint32_t> counts;
    for (const Resolved& mention : mentions) {
        counts.resize(std::max<std::size_t>(counts.size(), mention.thing + 1));
        const auto country = country_of_.find(mention.thing);
        if (counts[mention.thing]++ == 0 && country != country_of_.end() &&
            persons_of_[country->second].size() < most_persons) {
            persons_of_[country->second].push_back(mention.thing);
        }
    }
    ends_.resize(counts.size());
    std::exclusive_scan(counts.begin(), counts.end(), ends_.begin(), 0U);
    by_thing_.resize(mentions.size());
    for (std::uint32_t i = 0; i < mentions.size(); ++i) {
        by_thing_[ends_[mentions[i].thing]++] = i;
    }
}

std::vector<Member> GroupMembers::among(std::uint32_t begin, std::uint32_t end, Group group) const {
    std::vector<Member> members;
    for (std::uint32_t i = begin; i < end; ++i) {
        const Resolved& mention = mentions_[i];
        if (const Fit fits = fit(i, group); fits != Fit::Not) {
            members.push_back({mention.thing, i, mention.words, fits == Fit::Strong});
        } else if (mention.type == Type::Person && (group == Group::Countries || group == Group::Sides)) {
            // "Nurtleu" stands for Kazakhstan.
            if (const auto country = country_of_.find(mention.thing); country != country_of_.end()) {
                members.push_back({country->second, nearest(country->second, i), mention.words, true});
            }
        }
    }
    return members;
}

GroupMembers::Fit GroupMembers::fit(std::uint32_t number, Group group) const {
    const Resolved& mention = mentions_[number];
    switch (group) {
        case Group::Countries:
            return !is_country(mention) ? Fit::Not : stands_as_place(mention) ? Fit::Weak : Fit::Strong;
        case Group::Organisations:
            return mention.type == Type::Organisation && mention.kind != "media" ? Fit::Strong : Fit::Not;
        case Group::Sides:
            return fit_of_actor(mention, number);
        default:
            break;
    }
    if (mention.type != Type::Person) {
        return Fit::Not;
    }
    if (mention.office.empty()) {
        return group == Group::Persons ? Fit::Strong : Fit::Weak;
    }
    return in_office(mention.office, group) ? Fit::Strong : Fit::Not;
}

GroupMembers::Fit GroupMembers::fit_of_actor(const Resolved& mention, std::uint32_t number) const {
    const bool organ = mention.kind == "media" || mention.kind == "ministry" || mention.kind == "parliament";
    if (is_country(mention) || (mention.type == Type::Organisation && !organ)) {
        return stands_as_place(mention) ? Fit::Weak : Fit::Strong;
    }
    return mention.kind == "city" && joined_city(number) ? Fit::Weak : Fit::Not;
}

bool GroupMembers::stands_as_place(const Resolved& mention) const {
    std::uint32_t at = mention.words.begin;
    at -= at > 0 && words_[at - 1].key == "the";
    constexpr std::string_view prepositions[] = {"in", "at", "near", "outside", "across", "inside"};
    return at > 0 &&
           std::find(std::begin(prepositions), std::end(prepositions), words_[at - 1].key) != std::end(prepositions);
}

/// "Beijing and Manila" may be two governments; a city alone is a place.
bool GroupMembers::joined_city(std::uint32_t number) const {
    const auto joined = [&](std::uint32_t left, std::uint32_t right) {
        const Resolved& a = mentions_[left];
        const Resolved& b = mentions_[right];
        return a.kind == "city" && b.kind == "city" && a.words.end + 1 == b.words.begin &&
               words_[a.words.end].key == "and" && !stands_as_place(a);
    };
    return (number > 0 && joined(number - 1, number)) || (number + 1 < mentions_.size() && joined(number, number + 1));
}

/// True if what stands between them joins members of a list; `last`: the list ends there, as with "and".
bool GroupMembers::joins(Range left, Range right, bool& last) const {
    constexpr std::uint32_t farthest = 12;
    if (left.end >= right.begin || right.begin - left.end > farthest) {
        return false;
    }
    bool mark = false;
    last = false;
    for (std::uint32_t i = left.end; i < right.begin; ++i) {
        const Word& word = words_[i];
        const bool hyphen = word.key == "-" && word.glued;
        const bool comma = word.key == ",";
        last = last || word.key == "and" || word.key == "&" || hyphen;
        mark = mark || last || comma;
        const bool part = word.capital || word.ending || word.is(Office | Modifier | Portfolio | Title) ||
                          word.key == "." || word.key == "the" || word.key == "of";
        if (!part && word.key != "and" && word.key != "&" && !hyphen && !comma) {
            return false;
        }
    }
    return mark;
}

std::vector<std::vector<Member>> GroupMembers::lists(const std::vector<Member>& members) const {
    std::vector<std::vector<Member>> lists;
    std::vector<Member> open;
    bool closed = false;
    for (const Member& member : members) {
        bool last = false;
        const bool goes_on = !open.empty() && !closed && joins(open.back().words, member.words, last);
        if (!goes_on) {
            open.clear();
        }
        open.push_back(member);
        closed = goes_on && last;
        if (closed) {
            lists.push_back(open);
        }
    }
    return lists;
}

Verdict GroupMembers::judge(const std::vector<Member>& members, std::uint32_t count, bool weak) const {
    constexpr std::size_t most = 12;
    const std::vector<Member> all = distinct(members);
    std::vector<Member> strong;
    std::copy_if(all.begin(), all.end(), std::back_inserter(strong),
                 [](const Member& member) { return member.strong; });
    const std::size_t least = count == 0 ? 2 : count;
    const std::vector<Member>& enough = strong.size() >= least ? strong : all;
    if (enough.size() < least || (strong.empty() && !weak)) {
        return {};
    }
    Verdict verdict;
    for (std::vector<Member>& list : lists(members)) {
        if (distinct(list).size() == list.size() && (count == 0 || list.size() == count)) {
            verdict.joined = verdict.members.empty();
            verdict.members = std::move(list);
        }
    }
    // A list says more than who else is named; two lists say nothing.
    if (enough.size() == least || (count == 0 && enough.size() <= most)) {
        verdict.members = enough;
    } else if (!verdict.joined) {
        return unclear();
    }
    verdict.clarity = Clarity::Found;
    return verdict;
}

Verdict GroupMembers::listed_first(const std::vector<Member>& members, std::uint32_t count) const {
    Verdict verdict;
    for (std::vector<Member>& list : lists(members)) {
        const bool first = list.front().mention == members.front().mention;
        if (first && (count == 0 || list.size() == count)) {
            verdict.clarity = Clarity::Found;
            verdict.joined = true;
            verdict.members = std::move(list);
        }
    }
    return verdict;
}

std::uint32_t GroupMembers::person_for(std::uint32_t country, Group group, std::uint32_t before) const {
    std::uint32_t found = no_mention;
    const auto persons = persons_of_.find(country);
    if (persons == persons_of_.end()) {
        return no_mention;
    }
    for (const std::uint32_t person : persons->second) {
        const std::uint32_t first = mentions_of(person).front();
        if (first >= before || mentions_[first].office.empty() || !in_office(mentions_[first].office, group)) {
            continue;
        }
        if (found != no_mention) {
            return no_mention;
        }
        found = nearest(person, before);
    }
    return found;
}

/// The latest mention of a thing up to this one; the next one if there is none.
std::uint32_t GroupMembers::nearest(std::uint32_t thing, std::uint32_t mention) const {
    const std::span<const std::uint32_t> all = mentions_of(thing);
    const auto after = std::upper_bound(all.begin(), all.end(), mention);
    return after == all.begin() ? *after : *(after - 1);
}

std::span<const std::uint32_t> GroupMembers::mentions_of(std::uint32_t thing) const {
    const std::uint32_t begin = thing == 0 ? 0 : ends_[thing - 1];
    return std::span(by_thing_).subspan(begin, ends_[thing] - begin);
}

}  // namespace entities
