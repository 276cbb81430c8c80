#include "roles.h"

#include <algorithm>

#include "links.h"

namespace events {

using words::none;
using words::one_of;
using words::Span;

namespace {

class Finder {
public:
    Finder(const Reading& reading, const Clause& clause, const Trigger& trigger)
        : reading_(reading), clause_(clause), trigger_(trigger), actors_(reading.actors.in(trigger.reach)) {}

    Roles find() {
        if (trigger_.noun) {
            of_noun();
        } else if (trigger_.passive) {
            of_passive();
        } else {
            of_verb();
        }
        if (entry().swapped) {
            std::swap(roles_.sources, roles_.targets);
        }
        if (roles_.sources.empty() && entry().label == "PROTEST") {
            roles_.sources = linked_by("in");  // "protesters stormed the embassy in Baghdad"
        }
        remove_same_country();
        if ((entry().symmetric || each_other()) && roles_.targets.empty()) {
            split_sources();
        }
        return std::move(roles_);
    }

private:
    const Entry& entry() const { return *trigger_.entry; }
    const Actor& actor(std::uint32_t number) const { return reading_.actors[number]; }
    std::string_view link(std::uint32_t number) const { return link_of(reading_, number, trigger_.word + 1); }

    void of_verb() {
        roles_.sources = clause_.subject;
        roles_.targets = targets_but({});
        if (roles_.targets.empty() && clause_.kind == ClauseKind::Relative && clause_.own_subject) {
            // "Belgrade, which Kosovo accused of meddling"
            constexpr std::uint32_t back = 6;
            const std::uint32_t first = clause_.words.first;
            const Span before = reading_.actors.in({first > back ? first - back : 0, first});
            if (!before.empty() && reading_.lower(first) != "where") {
                roles_.targets = {before.last - 1};
            }
        }
    }

    void of_passive() {
        roles_.sources = linked_by("by");
        if (roles_.sources.empty() && entry().label == "ASSAULT") {
            roles_.sources = attackers();
        }
        roles_.targets = clause_.subject;
        if (roles_.sources.empty()) {
            // "Weapons from Czech depots were handed to …": the subject acts; "were expelled from Angola": the place
            // does.
            const bool acts_from = one_of(entry().label, expelling);
            roles_.sources = acts_from ? linked_by("from") : std::vector<std::uint32_t>();
            if (roles_.sources.empty()) {
                const std::vector<std::uint32_t> further = targets_but({"object", "by", "of", "from"}, false);
                if (!further.empty()) {
                    roles_.sources = clause_.subject;
                    roles_.targets = further;
                }
            }
        } else if (same(roles_.sources, roles_.targets) || roles_.targets.empty() || !prefers_subject()) {
            const std::vector<std::uint32_t> further = targets_but({"by"}, false);
            if (!further.empty()) {
                roles_.targets = further;
            }
        }
    }

    /// Of "A was accused by B" the subject is the target, of "sanctions against A were imposed by B" too.
    bool prefers_subject() const {
        return entry().targets.empty() || entry().targets.front() == "object" || !roles_.targets.empty();
    }

    void of_noun() {
        std::vector<std::uint32_t> both = linked_by("between");
        if (both.size() > 1) {
            roles_.sources = {both.front()};
            roles_.targets.assign(both.begin() + 1, both.end());
            return;
        }
        const std::vector<std::uint32_t> owner = owners();
        roles_.targets = targets_but({"by"}, false);
        roles_.sources = linked_by("by");
        if (roles_.sources.empty()) {
            roles_.sources = owner;
        }
        const bool verb_before = clause_.verb != none && clause_.verb < trigger_.word;
        if (roles_.sources.empty() && verb_before) {
            roles_.sources = clause_.subject;
        } else if (!any_country(roles_.targets) && verb_before && any_country(clause_.subject)) {
            roles_.targets = clause_.subject;
        } else if (roles_.sources.empty() && !clause_.own_subject) {
            roles_.sources = clause_.subject;
        }
        if (roles_.targets.empty() && entry().symmetric && roles_.sources.empty()) {
            roles_.sources = linked_by("of");
        }
    }

    bool any_country(const std::vector<std::uint32_t>& numbers) const {
        return std::any_of(numbers.begin(), numbers.end(), [&](auto number) { return !actor(number).country.empty(); });
    }

    /// "Turkish strikes", "Beijing's talks": the actors just before the noun.
    std::vector<std::uint32_t> owners() const {
        std::uint32_t first = trigger_.word;
        constexpr std::uint32_t farthest = 5;
        while (first > clause_.words.first && trigger_.word - first < farthest && first != clause_.verb + 1 &&
               !reading_.words[first - 1].in(words::Preposition)) {
            --first;
        }
        std::vector<std::uint32_t> found;
        const Span before = reading_.actors.in({first, trigger_.word});
        for (std::uint32_t number = before.first; number < before.last; ++number) {
            if (!actor(number).city) {
                found.push_back(number);
            }
        }
        return found;
    }

    std::vector<std::uint32_t> linked_by(std::string_view preposition) const {
        std::vector<std::uint32_t> found;
        for (std::uint32_t number = actors_.first; number < actors_.last; ++number) {
            if (link(number) == preposition) {
                found.push_back(number);
            } else if (!found.empty()) {
                break;
            }
        }
        return found;
    }

    /// What is tied to a noun that is the subject stands before the verb.
    std::uint32_t limit() const {
        const bool subject = trigger_.noun && clause_.verb != none && trigger_.word < clause_.verb;
        return subject ? clause_.verb : trigger_.reach.last;
    }

    /// The actors that the best link of the row leads to; else the first actor that does not only say where.
    std::vector<std::uint32_t> targets_but(const std::vector<std::string_view>& excluded, bool any = true) {
        const auto is_excluded = [&](std::string_view name) {
            return std::find(excluded.begin(), excluded.end(), name) != excluded.end();
        };
        if (trigger_.infinitive) {
            return first_target();
        }
        for (const std::string_view wanted : entry().targets) {
            const bool only_where = one_of(wanted, where_only) && !one_of(entry().label, placed);
            if (is_excluded(wanted) || only_where) {
                continue;
            }
            std::vector<std::uint32_t> found;
            for (std::uint32_t number = actors_.first; number < actors_.last; ++number) {
                const bool fits = link(number) == wanted && !is_source(number) && actor(number).words.first < limit();
                if (fits && (found.empty() || joined(found.back(), number))) {
                    found.push_back(number);
                } else if (!found.empty()) {
                    break;
                }
            }
            if (!found.empty()) {
                return found;
            }
        }
        roles_.linked = false;
        constexpr std::string_view where[] = {"in",     "at",    "near", "during", "on",   "through", "after",
                                              "before", "since", "via",  "like",   "than", "as"};
        constexpr std::uint32_t farthest = 8;
        for (std::uint32_t number = actors_.first; any && number < actors_.last; ++number) {
            const std::uint32_t begin = actor(number).words.first;
            const bool near = begin < clause_.words.last && begin - trigger_.word <= farthest;
            if (near && begin < limit() && !one_of(link(number), where) && !is_source(number)) {
                return {number};
            }
        }
        return {};
    }

    /// Of "agreed to help Iran in its dispute with America" the first actor after the verb.
    std::vector<std::uint32_t> first_target() {
        constexpr std::string_view where[] = {"in", "at", "near", "during", "through", "after", "before", "since"};
        std::vector<std::uint32_t> found;
        for (std::uint32_t number = actors_.first; number < actors_.last; ++number) {
            const bool fits = !one_of(link(number), where) && !is_source(number);
            if (fits && (found.empty() || joined(found.back(), number))) {
                found.push_back(number);
            } else if (!found.empty()) {
                break;
            }
        }
        return found;
    }

    bool is_source(std::uint32_t number) const {
        return std::any_of(roles_.sources.begin(), roles_.sources.end(), [&](std::uint32_t source) {
            return source == number ||
                   (!actor(source).country.empty() && actor(source).country == actor(number).country);
        });
    }

    /// Two targets of one verb: "Israel and America".
    bool joined(std::uint32_t first, std::uint32_t second) const {
        const std::uint32_t from = actor(first).words.last;
        const std::uint32_t to = actor(second).words.first;
        constexpr std::uint32_t farthest = 4;
        if (actor(first).group != none && actor(first).group == actor(second).group) {
            return true;
        }
        if (to < from || to - from > farthest) {
            return false;
        }
        for (std::uint32_t at = from; at < to; ++at) {
            if (reading_.words[at].is("and") || reading_.words[at].is(",") || reading_.words[at].is("or")) {
                return true;
            }
        }
        return false;
    }

    bool same(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) const {
        return !a.empty() && !b.empty() && actor(a.front()).country == actor(b.front()).country &&
               !actor(a.front()).country.empty();
    }

    /// Nothing is done by a country to itself.
    void remove_same_country() {
        std::erase_if(roles_.targets, [&](std::uint32_t target) { return is_source(target); });
    }

    /// "Chad and Sudan accused each other"
    bool each_other() const {
        const std::uint32_t next = trigger_.word + 1;
        return next + 1 < trigger_.reach.last && (reading_.lower(next) == "each" || reading_.lower(next) == "one") &&
               (reading_.lower(next + 1) == "other" || reading_.lower(next + 1) == "another");
    }

    /// "Five men were killed in Turkish air strikes": the attackers of a passive without "by".
    std::vector<std::uint32_t> attackers() const {
        constexpr std::string_view attacks[] = {"strike",     "strikes",   "attack",  "attacks",     "raid",
                                                "raids",      "shelling",  "bombing", "bombardment", "airstrike",
                                                "airstrikes", "offensive", "fire",    "ambush",      "assault"};
        constexpr std::uint32_t farthest = 4;
        for (std::uint32_t number = actors_.first; number < actors_.last; ++number) {
            const std::uint32_t next = actor(number).words.last;
            for (std::uint32_t at = next; at < std::min(trigger_.reach.last, next + farthest); ++at) {
                if (!reading_.words[at].letters || reading_.words[at].in(words::Preposition)) {
                    break;
                }
                if (one_of(reading_.lower(at), attacks)) {
                    return {number};
                }
            }
        }
        return {};
    }

    /// "The ministers of A and B met": the first with the others.
    void split_sources() {
        const auto other = std::find_if(roles_.sources.begin(), roles_.sources.end(), [&](std::uint32_t source) {
            return source != roles_.sources.front() &&
                   (actor(source).country.empty() || actor(source).country != actor(roles_.sources.front()).country);
        });
        if (other == roles_.sources.end()) {
            return;
        }
        roles_.targets.assign(other, roles_.sources.end());
        roles_.sources.erase(other, roles_.sources.end());
        roles_.linked = true;
    }

    /// "in" leads to those acted on only where deeds are done to whoever is there.
    static constexpr std::string_view where_only[] = {"in", "at", "near"};
    static constexpr std::string_view placed[] = {"ASSAULT", "COERCE", "MOBILIZE", "PROTEST",
                                                  "CONSULT", "AID",    "SANCTION"};
    static constexpr std::string_view expelling[] = {"COERCE", "SANCTION"};

    const Reading& reading_;
    const Clause& clause_;
    const Trigger& trigger_;
    Span actors_;
    Roles roles_;
};

}  // namespace

Roles roles_of(const Reading& reading, const Clause& clause, const Trigger& trigger) {
    return Finder(reading, clause, trigger).find();
}

}  // namespace events
