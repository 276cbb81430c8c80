#include "roles.h"

#include <algorithm>

#include "captivity.h"
#include "domestic.h"

namespace events {

using words::none;
using words::one_of;
using words::Span;

namespace {

constexpr std::string_view expelling[] = {"COERCE", "SANCTION"};
/// Done by those of a place where nobody else is named: "was killed by a bomb in southern Iraq".
constexpr std::string_view local[] = {"ASSAULT", "COERCE", "PROTEST", "RETREAT"};

class Finder {
public:
    Finder(const Reading& reading, const Clause& clause, const Trigger& trigger)
        : reading_(reading), clause_(clause), trigger_(trigger), complements_(reading, clause, trigger) {}

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
        if (!any_country(reading_, roles_.sources) && one_of(entry().label, local)) {
            take_place();
        }
        if (entry().label == "REQUEST") {
            ask_captor();
        }
        remove_same_country();
        if ((entry().symmetric || each_other()) && roles_.targets.empty()) {
            split_sources();
        }
        const bool described =
            clause_.describes && !roles_.targets.empty();  // "X, a teacher held in Y": X is the teacher
        if (!described && !any_country(reading_, roles_.targets) && any_country(reading_, roles_.sources)) {
            const Span others = own_people(reading_, clause_, trigger_, actor(roles_.sources.front()));
            roles_.own_people = others.empty() ? roles_.own_people : others;
            roles_.stays_within = roles_.stays_within || !roles_.own_people.empty();
        } else if (any_country(reading_, roles_.targets) && !any_country(reading_, roles_.sources)) {
            roles_.own_people = own_agents(reading_, clause_, trigger_);
            roles_.own_people_act = roles_.stays_within = !roles_.own_people.empty();
        }
        return std::move(roles_);
    }

private:
    const Entry& entry() const { return *trigger_.entry; }
    const Actor& actor(std::uint32_t number) const { return reading_.actors[number]; }

    void of_verb() {
        roles_.sources = clause_.subject;
        find_targets();
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

    void find_targets() {
        roles_.targets = complements_.targets(roles_.sources);
        if (roles_.targets.empty() && !trigger_.infinitive) {
            roles_.linked = false;
            roles_.targets = complements_.nearest(roles_.sources);
        }
    }

    void of_passive() {
        roles_.sources = complements_.linked_by("by");
        if (roles_.sources.empty() && entry().label == "ASSAULT") {
            roles_.sources = complements_.attackers();
        }
        roles_.targets = clause_.subject;
        if (roles_.sources.empty()) {
            // "Weapons from Czech depots were handed to …": the subject acts; "were expelled from Angola": the place
            // does.
            if (one_of(entry().label, expelling)) {
                roles_.sources = complements_.linked_by("from");
            }
            if (roles_.sources.empty()) {
                // "Was arrested in Spain": where it was done, not to whom.
                const std::string_view where = entry().acts_on_object() ? "in" : std::string_view();
                ActorList further = complements_.targets({}, {"object", "by", "of", "from", where});
                if (further.empty()) {
                    further = complements_.within_subject();
                }
                if (!further.empty() && entry().swapped) {
                    roles_.sources = further;  // "was outraged at Iran's refusal"
                } else if (!further.empty() && entry().label != "ACCUSE") {
                    roles_.sources = clause_.subject;
                    roles_.targets = further;
                }
            }
        } else if (same(roles_.sources, roles_.targets) || roles_.targets.empty() || !prefers_subject()) {
            const ActorList further = complements_.targets(roles_.sources, {"by"});
            if (!further.empty()) {
                roles_.targets = further;
            }
        }
    }

    /// Of "A was accused by B" the subject is the target, of "sanctions against A were imposed by B" too.
    bool prefers_subject() const {
        return entry().targets.empty() || entry().acts_on_object() || !roles_.targets.empty();
    }

    void of_noun() {
        const ActorList both = complements_.linked_by("between");
        if (both.size() > 1) {
            roles_.sources = {both.front()};
            roles_.targets.assign(both.begin() + 1, both.end());
            return;
        }
        roles_.targets = complements_.targets({}, {"by"});
        roles_.linked = !roles_.targets.empty();
        roles_.sources = complements_.linked_by("by");
        if (roles_.sources.empty()) {
            roles_.sources = complements_.owners();
        }
        const bool verb_before = clause_.verb != none && clause_.verb < trigger_.word;
        if (roles_.sources.empty() && verb_before) {
            roles_.sources = clause_.subject;
        } else if (!any_country(reading_, roles_.targets) && verb_before && any_country(reading_, clause_.subject)) {
            roles_.targets = clause_.subject;
        } else if (roles_.sources.empty() && !clause_.own_subject) {
            roles_.sources = clause_.subject;
        }
        if (roles_.targets.empty() && entry().symmetric && roles_.sources.empty()) {
            roles_.sources = complements_.linked_by("of");
        }
    }

    bool same(const ActorList& a, const ActorList& b) const {
        return !a.empty() && !b.empty() && actor(a.front()).country == actor(b.front()).country &&
               !actor(a.front()).country.empty();
    }

    void take_place() {
        const ActorList place = complements_.place();
        if (place.empty() || complements_.is_one_of(roles_.targets, place.front())) {
            return;
        }
        const bool protest = entry().label == "PROTEST";
        // Who arrests and convicts somebody in Poland are its police and courts.
        const bool detained = trigger_.passive && entry().label == "COERCE" && !roles_.targets.empty();
        const bool alone = reading_.actors.only_of(actor(place.front()).country, trigger_.word);
        if (protest || detained || any_country(reading_, roles_.targets) ||
            (alone && !own_people(reading_, clause_, trigger_, actor(place.front())).empty())) {
            roles_.sources = place;
        }
    }

    /// "Called for the release of a teacher held in Belarus": it is asked of who holds them, if of nobody named before.
    void ask_captor() {
        const std::optional<Captivity> captivity = captivity_in(reading_, trigger_.reach);
        const auto is_released = [&](std::uint32_t target) { return actor(target).words.first > captivity->release; };
        if (captivity && std::all_of(roles_.targets.begin(), roles_.targets.end(), is_released)) {
            roles_.targets = {captivity->captor};
            roles_.linked = true;
        }
    }

    /// What a country does to itself is told only by those of its people whom it is done to.
    void remove_same_country() {
        std::erase_if(roles_.targets,
                      [&](std::uint32_t target) { return complements_.is_one_of(roles_.sources, target); });
        if (roles_.targets.empty() && any_country(reading_, roles_.sources)) {
            const ActorList own = complements_.targets({});
            roles_.stays_within = !own.empty() && complements_.is_one_of(roles_.sources, own.front());
            constexpr std::string_view hostile[] = {"ASSAULT", "COERCE",   "PROTEST", "ACCUSE",
                                                    "REJECT",  "THREATEN", "REQUEST"};
            if (roles_.stays_within && one_of(entry().label, hostile) && acts_itself(own.front())) {
                roles_.own_people = actor(own.front()).words;
            }
        }
    }

    /// Not the place of a deed of words, nor the source by another name.
    bool acts_itself(std::uint32_t number) const {
        const Span source = actor(roles_.sources.front()).words;
        const bool apart = actor(number).words.first >= source.last || actor(number).words.last <= source.first;
        return apart && (!actor(number).city || actor(number).people || is_done_at_a_place(entry()));
    }

    /// "Chad and Sudan accused each other"
    bool each_other() const {
        const std::uint32_t next = trigger_.word + 1;
        return next + 1 < trigger_.reach.last && (reading_.lower(next) == "each" || reading_.lower(next) == "one") &&
               (reading_.lower(next + 1) == "other" || reading_.lower(next + 1) == "another");
    }

    /// "The ministers of A and B met": the first with the others.
    void split_sources() {
        const auto other = std::find_if(roles_.sources.begin(), roles_.sources.end(), [&](std::uint32_t source) {
            const Actor& first = actor(roles_.sources.front());
            return source != roles_.sources.front() &&
                   (actor(source).country.empty() || actor(source).country != first.country ||
                    actor(source).rebel != first.rebel);
        });
        if (other == roles_.sources.end()) {
            return;
        }
        roles_.targets.assign(other, roles_.sources.end());
        roles_.sources.erase(other, roles_.sources.end());
        roles_.linked = true;
    }

    const Reading& reading_;
    const Clause& clause_;
    const Trigger& trigger_;
    Complements complements_;
    Roles roles_;
};

}  // namespace

Roles roles_of(const Reading& reading, const Clause& clause, const Trigger& trigger) {
    return Finder(reading, clause, trigger).find();
}

}  // namespace events
