#include "coder.h"

#include <algorithm>
#include <optional>

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
          speeches_(speeches),
          clauses_(clauses_of(reading, span, speeches)),
          events_(events) {}

    void code() {
        const std::size_t before = events_.size();
        for (std::size_t i = 0; i < clauses_.size(); ++i) {
            code(clauses_[i], reach_end(i), i > 0 ? &clauses_[i - 1] : nullptr);
        }
        // A verb of speech that is an event itself says what its words mean: "threatened that it would …".
        std::vector<std::uint32_t> triggers;
        for (std::size_t i = before; i < events_.size(); ++i) {
            triggers.push_back(events_[i].trigger);
        }
        const auto told = [&](const Event& event) {
            return std::any_of(speeches_.begin(), speeches_.end(), [&](const Speech& speech) {
                return speech.words.first <= event.trigger && event.trigger < speech.words.last &&
                       std::find(triggers.begin(), triggers.end(), speech.cue) != triggers.end();
            });
        };
        events_.erase(std::remove_if(events_.begin() + static_cast<std::ptrdiff_t>(before), events_.end(), told),
                      events_.end());
    }

private:
    /// Complements may go on in the parts after the clause that have no verb of their own.
    std::uint32_t reach_end(std::size_t i) const {
        std::size_t last = i;
        while (last + 1 < clauses_.size() && clauses_[last + 1].verb == none &&
               clauses_[last + 1].speech == clauses_[i].speech && clauses_[last + 1].kind != ClauseKind::Relative &&
               clauses_[last + 1].kind != ClauseKind::Participle &&
               clauses_[last + 1].kind != ClauseKind::Subordinate) {
            ++last;
        }
        return clauses_[last].words.last;
    }

    void code(const Clause& clause, std::uint32_t reach_end, const Clause* before) {
        std::optional<Trigger> trigger = trigger_of(reading_, clause, reach_end);
        if (!trigger) {
            return;
        }
        const bool denied = trigger->denied || (clause.speech != none && speeches_[clause.speech].denied);
        if (trigger->negated && !trigger->entry->negated) {
            return;
        }
        Event event;
        event.clause = {first_word(clause), clause.words.last};
        event.sentence = sentence_;
        event.trigger = trigger->word;
        event.evidence = trigger->entry->place;
        event.roles = roles_of(reading_, clause, *trigger);
        if (event.roles.sources.empty() && event.roles.targets.empty()) {
            return;
        }
        constexpr std::string_view suffered[] = {"ASSAULT", "COERCE", "RETREAT", "SANCTION", "AID"};
        const bool agentless = trigger->passive && event.roles.sources.empty();
        constexpr std::string_view violent[] = {"ASSAULT", "COERCE"};
        const bool dangling = agentless && !clause.own_subject && !one_of(trigger->entry->label, violent);
        if (dangling || (agentless && !one_of(trigger->entry->label, suffered))) {
            return;
        }
        add_occasion(event, before, trigger->entry->label);
        if (trigger->noun && (event.roles.sources.empty() || event.roles.targets.empty())) {
            return;
        }
        event.label = trigger->entry->label;
        if (event.label.empty() && !two_countries(event.roles)) {
            return;
        }
        if (event.label == "INTENT") {
            event.label = intends_harm(reading_, *trigger) ? "THREATEN" : "AGREE";
        }
        const bool planned = trigger->entry->planned || is_planned(clause, *trigger);
        if (planned && !trigger->noun && !trigger->entry->planned) {
            event.label = intended(event.label);
        }
        event.status = denied ? "denial" : clause.speech != none ? "claim" : planned ? "plan" : "fact";
        if (event.label == "ASSAULT" && event.roles.sources.empty() && nature_strikes()) {
            return;
        }
        event.confidence = confidence(event, *trigger);
        event.what = what(clause, event, reach_end);
        events_.push_back(std::move(event));
    }

    /// Help whose receiver is named only by its occasion: "After the floods in Kazakhstan, China pledged aid".
    void add_occasion(Event& event, const Clause* before, std::string_view label) const {
        const bool helps = label == "AID" || label == "AGREE";
        if (!helps || before == nullptr || before->kind != ClauseKind::Phrase || before->verb != none ||
            event.roles.sources.empty() || !event.roles.targets.empty()) {
            return;
        }
        const Span actors = reading_.actors.in(before->words);
        for (std::uint32_t number = actors.first; number < actors.last; ++number) {
            const std::string_view country = reading_.actors[number].country;
            if (!country.empty() && country != reading_.actors[event.roles.sources.front()].country) {
                event.roles.targets = {number};
                event.roles.linked = false;
                return;
            }
        }
    }

    /// Whether the clause says that it has not happened yet.
    bool is_planned(const Clause& clause, const Trigger& trigger) const {
        constexpr std::string_view plans[] = {"expected", "scheduled", "due",   "planned", "plans",    "likely",
                                              "set",      "poised",    "ready", "about",   "planning", "slated"};
        constexpr std::string_view awaits[] = {"anticipated", "anticipates", "expects",  "expected",
                                               "awaits",      "awaited",     "upcoming", "forthcoming"};
        const std::uint32_t last = trigger.noun ? clause.words.last : trigger.word;
        for (std::uint32_t at = clause.words.first; at < last; ++at) {
            const std::string_view word = reading_.lower(at);
            if (trigger.noun && one_of(word, awaits)) {
                return true;
            }
            if (reading_.words[at].in(words::Future) && at >= clause.verb) {
                return true;
            }
            const bool be_before = at > clause.words.first && reading_.words[at - 1].in(words::Be);
            if (one_of(word, plans) && be_before) {
                return true;
            }
            if (word == "to" && !trigger.noun && at == clause.verb && clause.kind != ClauseKind::Participle) {
                return true;  // "Norway to give Ukraine 22 jets"
            }
            constexpr std::string_view wishes[] = {"hope", "hopes",  "hoped",  "hoping", "want",    "wants",   "wanted",
                                                   "wish", "wishes", "wished", "expect", "expects", "expected"};
            if (word == "to" && at > clause.words.first && one_of(reading_.lower(at - 1), wishes)) {
                return true;
            }
            if (word == "to" && be_before) {
                return true;
            }
        }
        return false;
    }

    /// What PLOVER makes of a deed that is only meant: of a friendly one a promise, of a hostile one a threat.
    static std::string_view intended(std::string_view label) {
        constexpr std::string_view friendly[] = {"CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"};
        constexpr std::string_view hostile[] = {"SANCTION", "COERCE", "ASSAULT"};
        return one_of(label, friendly) ? "AGREE" : one_of(label, hostile) ? "THREATEN" : label;
    }

    /// What storms and floods do is no event of this kind.
    bool nature_strikes() const {
        constexpr std::string_view nature[] = {"hurricane", "storm",     "earthquake", "quake",   "flood",
                                               "floods",    "typhoon",   "cyclone",    "tsunami", "virus",
                                               "flu",       "avalanche", "landslide",  "tornado"};
        const Span sentence = reading_.words.sentences()[sentence_];
        constexpr std::uint32_t farthest = 300;
        for (std::uint32_t at = sentence.first; at < std::min(sentence.last, sentence.first + farthest); ++at) {
            if (one_of(reading_.lower(at), nature)) {
                return true;
            }
        }
        return false;
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

    /// Where the clause begins with its subject, which may be a list: "Britain, France and Germany accused …".
    std::uint32_t first_word(const Clause& clause) const {
        constexpr std::uint32_t longest_list = 20;
        if (clause.own_subject && !clause.subject.empty()) {
            const std::uint32_t first = reading_.actors[clause.subject.front()].words.first;
            if (first < clause.words.first && clause.words.first - first <= longest_list) {
                return first;
            }
        }
        return clause.words.first;
    }

    /// The clause as it stands; where its subject stands elsewhere, that first.
    std::string what(const Clause& clause, const Event& event, std::uint32_t reach_end) const {
        constexpr std::uint32_t longest = 30;
        Span span{first_word(clause), std::min(reach_end, clause.words.first + longest)};
        constexpr std::string_view connectives[] = {"and",  "but",   "or",  "while", "after", "before",
                                                    "when", "which", "who", "as",    "that"};
        while (span.first + 1 < span.last && one_of(reading_.lower(span.first), connectives)) {
            ++span.first;
        }
        std::string text;
        if (!clause.own_subject && !event.roles.sources.empty() && !clause.subject.empty()) {
            constexpr std::string_view pronouns[] = {"it", "he", "she", "they", "we", "i"};
            if (one_of(reading_.lower(span.first), pronouns) && span.first + 1 < span.last) {
                ++span.first;
            }
            text = std::string(reading_.words.text(reading_.actors[clause.subject.front()].words)) + " ";
        }
        for (const char c : reading_.words.text(span)) {
            const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
            if (!space || (!text.empty() && text.back() != ' ')) {
                text += space ? ' ' : c;
            }
        }
        return text;
    }

    const Reading& reading_;
    std::uint32_t sentence_;
    const std::vector<Speech>& speeches_;
    std::vector<Clause> clauses_;
    std::vector<Event>& events_;
};

}  // namespace

void code_sentence(const Reading& reading, std::uint32_t sentence, Span span, const std::vector<Speech>& speeches,
                   std::vector<Event>& events) {
    if (!span.empty()) {
        Coder(reading, sentence, span, speeches, events).code();
    }
}

}  // namespace events
