#include "coder.h"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

#include "bare_pairs.h"
#include "counterparts.h"
#include "passing_deeds.h"
#include "purposes.h"
#include "status.h"
#include "within_country.h"
#include "wording.h"

namespace events {

using words::none;
using words::one_of;
using words::Span;

namespace {

class Coder {
public:
    Coder(const Reading& reading, std::uint32_t sentence, Span span, const std::vector<Speech>& speeches,
          std::vector<Event>& events)
        : reading_(reading),
          sentence_(sentence),
          span_(span),
          speeches_(speeches),
          clauses_(clauses_of(reading, span, speeches)),
          events_(events),
          first_(events.size()) {}

    void code() {
        for (std::size_t i = 0; i < clauses_.size(); ++i) {
            code(clauses_[i], reach_end(i), i > 0 ? &clauses_[i - 1] : nullptr,
                 i + 1 < clauses_.size() ? &clauses_[i + 1] : nullptr);
        }
        // A verb of speech that is an event itself says what its words mean: "threatened that it would …".
        std::vector<std::uint32_t> triggers;
        for (std::size_t i = first_; i < events_.size(); ++i) {
            triggers.push_back(events_[i].trigger);
        }
        const auto told = [&](const Event& event) {
            return std::any_of(speeches_.begin(), speeches_.end(), [&](const Speech& speech) {
                return speech.words.first <= event.trigger && event.trigger < speech.words.last &&
                       std::find(triggers.begin(), triggers.end(), speech.cue) != triggers.end();
            });
        };
        events_.erase(std::remove_if(events_.begin() + static_cast<std::ptrdiff_t>(first_), events_.end(), told),
                      events_.end());
        const std::span own = std::span(events_).subspan(first_);
        std::for_each(own.begin(), own.end(), [&](Event& event) { stay_within(reading_, event); });
        if (std::optional<Event> pair = bare_pair(reading_, span_, clauses_, own)) {
            pair->sentence = sentence_;
            events_.push_back(std::move(*pair));
        }
    }

private:
    /// Complements may go on in the parts after the clause that have no verb of their own.
    std::uint32_t reach_end(std::size_t i) const {
        if (clauses_[i].describes) {
            return clauses_[i].words.last;  // what comes then goes on with the sentence
        }
        std::size_t last = i;
        while (last + 1 < clauses_.size() && clauses_[last + 1].verb == none &&
               clauses_[last + 1].speech == clauses_[i].speech && clauses_[last + 1].kind != ClauseKind::Relative &&
               clauses_[last + 1].kind != ClauseKind::Participle &&
               clauses_[last + 1].kind != ClauseKind::Subordinate) {
            ++last;
        }
        // The subject of what somebody complains of: "complained that Malaysia had halted exports".
        const bool complains = last + 1 < clauses_.size() && clauses_[last + 1].kind == ClauseKind::Subordinate &&
                               reading_.lower(clauses_[last + 1].words.first) == "that" &&
                               clauses_[last + 1].speech == clauses_[i].speech && clauses_[last + 1].verb != none;
        return complains ? clauses_[last + 1].verb : clauses_[last].words.last;
    }

    void code(const Clause& clause, std::uint32_t reach_end, const Clause* before, const Clause* after) {
        const std::optional<Trigger> trigger = trigger_of(reading_, clause, reach_end);
        const std::size_t before_it = events_.size();
        if (trigger) {
            code(clause, *trigger, before, after);
        }
        code_passing(clause, trigger, before_it);
        for (const Trigger& passive : reduced_passives(reading_, clause)) {
            if (trigger && trigger->word == passive.word) {
                continue;
            }
            const Span subject = reading_.actors.in({clause.words.first, passive.word});
            Clause described = clause;
            described.words = {reading_.actors[subject.last - 1].words.first, passive.reach.last};
            described.verb = passive.word;
            described.subject = {subject.last - 1};
            described.own_subject = true;
            code(described, passive, nullptr, nullptr);
        }
    }

    /// `first`: of the events that the clause tells by its verb, one of which may complain of what a noun tells.
    void code_passing(const Clause& clause, const std::optional<Trigger>& trigger, std::size_t first) {
        const auto complaint = std::find_if(events_.begin() + static_cast<std::ptrdiff_t>(first), events_.end(),
                                            [](const Event& event) { return complains(event.label); });
        const std::optional<Roles> roles = complaint != events_.end() ? std::optional(complaint->roles) : std::nullopt;
        for (const PassingDeed& deed : deeds_in_passing(reading_, clause, roles ? &*roles : nullptr)) {
            if (trigger && trigger->word == deed.trigger.word) {
                continue;
            }
            Event event;
            event.clause = {first_word(reading_, clause), clause.words.last};
            event.sentence = sentence_;
            event.trigger = deed.trigger.word;
            event.label = deed.trigger.entry->label;
            event.status = clause.speech != none ? "claim" : "fact";
            event.evidence = deed.trigger.entry->place;
            event.roles = deed.roles;
            event.confidence = confidence(event, deed.trigger);
            event.what = wording_of(reading_, clause, event.roles, clause.words.last);
            events_.push_back(std::move(event));
        }
    }

    void code(const Clause& clause, const Trigger& trigger, const Clause* before, const Clause* after) {
        const bool denied = trigger.denied || (clause.speech != none && speeches_[clause.speech].denied);
        if (trigger.negated && !trigger.entry->negated) {
            return;
        }
        Event event;
        event.clause = {first_word(reading_, clause), clause.words.last};
        event.aside = stands_aside(clause);
        event.sentence = sentence_;
        event.trigger = trigger.word;
        event.evidence = trigger.entry->place;
        event.courtesy = trigger.entry->courtesy;
        std::optional<Roles> roles = roles_told(clause, trigger, before, after);
        if (!roles || (trigger.entry->label.empty() && !two_countries(*roles))) {
            return;
        }
        event.roles = std::move(*roles);
        const bool planned = trigger.entry->planned || is_planned(reading_, clause, trigger);
        event.label = class_told(trigger, planned);
        if (event.label == "REQUEST" && demands_in_protest(clause, event.roles)) {
            return;
        }
        event.status = denied ? "denial" : clause.speech != none ? "claim" : planned ? "plan" : "fact";
        const bool contest = event.label == "ASSAULT" || event.label.empty();
        if (contest && (tells_of(reading_, {clause.words.first, trigger.word}, reading_.nature) ||
                        tells_of(reading_, span_, reading_.off_topic))) {
            return;
        }
        event.confidence = confidence(event, trigger);
        event.what = wording_of(reading_, clause, event.roles, trigger.reach.last);
        events_.push_back(event);
        const std::optional<Purpose> purpose = purpose_of(reading_, clause, trigger, event.roles);
        if (purpose && purpose->trigger.entry->label != event.label) {
            event.trigger = purpose->trigger.word;
            event.label = planned ? intended(purpose->trigger.entry->label) : purpose->trigger.entry->label;
            event.evidence = purpose->trigger.entry->place;
            event.courtesy = purpose->trigger.entry->courtesy;
            event.roles = purpose->roles;
            event.confidence = confidence(event, purpose->trigger);
            events_.push_back(std::move(event));
        }
    }

    /// Who does it to whom, by the clause and those beside it; nothing if that is too little for an event.
    std::optional<Roles> roles_told(const Clause& clause, const Trigger& trigger, const Clause* before,
                                    const Clause* after) const {
        constexpr std::string_view suffered[] = {"ASSAULT", "COERCE", "RETREAT", "SANCTION", "AID"};
        constexpr std::string_view violent[] = {"ASSAULT", "COERCE"};
        Roles roles = roles_of(reading_, clause, trigger);
        const bool nobody = roles.sources.empty() && roles.targets.empty();
        const bool agentless = trigger.passive && roles.sources.empty();
        const bool dangling = agentless && !clause.own_subject && !one_of(trigger.entry->label, violent);
        if (nobody || dangling || (agentless && !one_of(trigger.entry->label, suffered))) {
            return std::nullopt;
        }
        if (goes_on(clause, trigger)) {
            roles = events_.back().roles;
        }
        if (before != nullptr) {
            add_occasion(reading_, *before, trigger, roles);
        }
        if (after != nullptr) {
            add_condition(reading_, *after, trigger, roles);
        }
        if (!trigger.noun && clause.kind != ClauseKind::Relative) {
            add_counterpart(reading_, span_, trigger, roles);
        }
        const bool one_sided = roles.sources.empty() || roles.targets.empty();
        return trigger.noun && one_sided ? std::nullopt : std::optional(std::move(roles));
    }

    std::string_view class_told(const Trigger& trigger, bool planned) const {
        std::string_view label = trigger.entry->label;
        if (label == "INTENT") {
            constexpr std::string_view open[] = {"", "-", "INTENT", "CONSULT"};
            const std::string_view meant = intended(class_intended(reading_, trigger));
            label = one_of(meant, open) ? "AGREE" : meant;
        }
        return planned && !trigger.noun && !trigger.entry->planned ? intended(label) : label;
    }

    /// Not "where", "when", "while" and "as", which tell of the same day.
    bool stands_aside(const Clause& clause) const {
        constexpr std::string_view meanwhile[] = {"where", "when", "while", "as"};
        return (clause.kind == ClauseKind::Relative || clause.kind == ClauseKind::Subordinate) &&
               !one_of(reading_.lower(clause.words.first), meanwhile);
    }

    /// "…, killing five soldiers": a participle that names nobody tells more of the deed before it.
    bool goes_on(const Clause& clause, const Trigger& trigger) const {
        return clause.kind == ClauseKind::Participle && trigger.word == clause.words.first &&
               reading_.actors.in(clause.words).empty() && events_.size() > first_ &&
               events_.back().clause.last + 2 >= clause.words.first && two_countries(events_.back().roles);
    }

    /// "Marched on the embassy, calling for its closure": what those who protest demand is told with the protest.
    bool demands_in_protest(const Clause& clause, const Roles& roles) const {
        return !clause.own_subject && events_.size() > first_ && events_.back().label == "PROTEST" &&
               (roles.sources.empty() || roles.sources == events_.back().roles.sources);
    }

    bool two_countries(const Roles& roles) const {
        const auto known = [&](std::uint32_t number) { return !reading_.actors[number].country.empty(); };
        return std::any_of(roles.sources.begin(), roles.sources.end(), known) &&
               std::any_of(roles.targets.begin(), roles.targets.end(), known);
    }

    double confidence(const Event& event, const Trigger& trigger) const {
        double sure = event.label.empty() ? 0.5 : trigger.noun ? 0.6 : 0.8;
        sure -= event.roles.linked ? 0 : 0.15;
        sure -= event.roles.sources.empty() || event.roles.targets.empty() ? 0.1 : 0;
        return sure;
    }

    const Reading& reading_;
    std::uint32_t sentence_;
    Span span_;
    const std::vector<Speech>& speeches_;
    std::vector<Clause> clauses_;
    std::vector<Event>& events_;
    std::size_t first_;  ///< of the sentence's events
};

}  // namespace

void code_sentence(const Reading& reading, std::uint32_t sentence, Span span, const std::vector<Speech>& speeches,
                   std::vector<Event>& events) {
    if (!span.empty()) {
        Coder(reading, sentence, span, speeches, events).code();
    }
}

}  // namespace events
