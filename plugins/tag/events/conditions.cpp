#include "conditions.h"

#include <algorithm>

#include "links.h"

namespace events {

using words::none;
using words::Span;

namespace {

bool contains(const Reading& reading, Span span, const WordSet& set) {
    for (std::uint32_t at = span.first; at < span.last; ++at) {
        if (set.contains(reading.lower(at))) {
            return true;
        }
    }
    return false;
}

}  // namespace

bool has_target(const Reading& reading, const Entry& entry, std::uint32_t at, Span reach) {
    const Span actors = reading.actors.in(reach);
    for (std::uint32_t actor = actors.first; actor < actors.last; ++actor) {
        const std::string_view link = link_after(reading, actor, at, entry);
        if (std::find(entry.targets.begin(), entry.targets.end(), link) != entry.targets.end()) {
            return true;
        }
    }
    return false;
}

std::uint32_t infinitive_after(const Reading& reading, std::uint32_t at, Span reach) {
    constexpr std::uint32_t farthest = 8;
    for (std::uint32_t to = at + 1; to + 1 < std::min(reach.last, at + farthest); ++to) {
        const Meaning* meaning = reading.meanings[to + 1];
        if (reading.lower(to) == "to" && !reading.words[to + 1].capital && reading.words[to + 1].mention == none &&
            (meaning == nullptr || (meaning->form & Base) != 0)) {
            return to + 1;
        }
    }
    return none;
}

namespace {

/// "protested to", "protested strongly to"
bool next_is_one_of(const Reading& reading, const std::vector<std::string_view>& wanted, std::uint32_t at,
                    std::uint32_t last) {
    for (std::uint32_t next = at + 1; next < last; ++next) {
        if (std::find(wanted.begin(), wanted.end(), reading.lower(next)) != wanted.end()) {
            return true;
        }
        if (!reading.words[next].in(words::Adverb)) {
            return false;
        }
    }
    return false;
}

bool gerund_follows(const Reading& reading, std::uint32_t at, Span reach) {
    return at + 1 < reach.last && reading.lower(at + 1).ends_with("ing");
}

}  // namespace

bool fits(const Reading& reading, const Entry& entry, const Trigger& trigger, const Clause& clause) {
    const bool anywhere = !entry.target_needed || trigger.passive;
    return fits_but_target(reading, entry, trigger, clause) &&
           (anywhere || has_target(reading, entry, trigger.word, trigger.reach));
}

const Entry* first_fitting(const Reading& reading, const std::vector<const Entry*>& entries, const Trigger& trigger,
                           const Clause& clause) {
    const auto found = std::find_if(entries.begin(), entries.end(),
                                    [&](const Entry* entry) { return fits(reading, *entry, trigger, clause); });
    return found == entries.end() ? nullptr : *found;
}

bool fits_but_target(const Reading& reading, const Entry& entry, const Trigger& trigger, const Clause& clause) {
    const std::uint32_t at = trigger.word;
    if ((entry.negated && !trigger.negated) || (entry.active && trigger.passive) ||
        (entry.passive && !trigger.passive)) {
        return false;
    }
    if (!entry.next.empty() && !next_is_one_of(reading, entry.next, at, trigger.reach.last)) {
        return false;
    }
    if (entry.has != nullptr) {
        const bool after = contains(reading, trigger.reach, *entry.has);
        const bool before =
            (trigger.passive || trigger.noun) && contains(reading, {clause.words.first, at}, *entry.has);
        if (!after && !before) {
            return false;
        }
    }
    if (entry.subject != nullptr && !contains(reading, {clause.words.first, at}, *entry.subject)) {
        return false;
    }
    if (entry.infinitive && infinitive_after(reading, at, trigger.reach) == none &&
        !gerund_follows(reading, at, trigger.reach)) {
        return false;
    }
    return !entry.gerund || gerund_follows(reading, at, trigger.reach);
}

}  // namespace events
