#include "clauses.h"

#include <algorithm>
#include <utility>

#include "descriptions.h"
#include "subjects.h"

namespace events {

using words::none;
using words::Span;
using words::Word;

namespace {

class Splitter {
public:
    Splitter(const Reading& reading, Span sentence, const std::vector<Speech>& speeches)
        : reading_(reading), sentence_(sentence), speeches_(speeches) {}

    std::vector<Clause> split() {
        begin(sentence_.first);
        std::uint32_t speech = speech_at(sentence_.first);
        for (std::uint32_t at = sentence_.first; at < sentence_.last; ++at) {
            const Word& word = reading_.words[at];
            const std::uint32_t before = std::exchange(speech, speech_at(at));
            if (at > start_ && speech != before) {
                end(at);
                begin(at);
            }
            if (word.in(words::Break)) {
                end(at);
                begin(at + 1);
                hard_ = word.is(":") || word.is(";") || word.is("—") || word.is("–") || word.is("-");
            } else if (at > start_ && cuts(at)) {
                end(at);
                begin(at);
            }
        }
        end(sentence_.last);
        return std::move(clauses_);
    }

private:
    std::uint32_t speech_at(std::uint32_t at) const {
        std::uint32_t inner = none;
        for (std::uint32_t i = 0; i < speeches_.size(); ++i) {
            if (speeches_[i].words.first <= at && at < speeches_[i].words.last) {
                inner = i;
            }
        }
        return inner;
    }

    void begin(std::uint32_t at) {
        start_ = at;
        kind_ = ClauseKind::Main;
        classify();
    }

    void end(std::uint32_t at) {
        if (start_ < at) {
            Clause clause;
            clause.words = {start_, at};
            clause.speech = speech_at(start_);
            clause.after_stop = hard_;
            const std::uint32_t participle =
                kind_ == ClauseKind::Main ? describing_participle(reading_, clause.words, sentence_) : none;
            clause.describes = participle != none;
            clause.kind = clause.describes ? ClauseKind::Relative : kind_;
            clause.verb = clause.describes ? participle : first_verb(reading_, clause.words);
            clauses_.push_back(std::move(clause));
            hard_ = false;
        }
    }

    /// The kind of a clause, by its first word.
    void classify() {
        if (start_ >= sentence_.last) {
            return;
        }
        const Word& first = reading_.words[start_];
        const std::string_view word = first.lower;
        const Meaning* meaning = reading_.meanings[start_];
        const bool that = word == "that" && start_ > sentence_.first;
        if (first.in(words::Relative) || (that && is_relative_that(start_))) {
            kind_ = ClauseKind::Relative;
        } else if (first.in(words::Conditional)) {
            kind_ = ClauseKind::Conditional;
        } else if (first.in(words::Subordinator) && is_gerund(start_ + 1)) {
            kind_ = ClauseKind::Participle;  // "after meeting Fidel Castro"
        } else if (first.in(words::Subordinator)) {
            kind_ = ClauseKind::Subordinate;
        } else if (that && is_conjunction(start_)) {
            kind_ = ClauseKind::Subordinate;
        } else if (word == "and" || word == "but" || word == "or") {
            kind_ = ClauseKind::Coordinate;
        } else if (word.size() > 4 && word.ends_with("ing") && !reading_.words[start_].capital) {
            kind_ = ClauseKind::Participle;
        } else if (word == "having") {
            kind_ = ClauseKind::Participle;
        } else if (meaning != nullptr && (meaning->form & Participle) != 0 && start_ + 1 < sentence_.last &&
                   reading_.lower(start_ + 1) == "by") {
            kind_ = ClauseKind::Participle;
        } else if (first.in(words::Preposition)) {
            kind_ = ClauseKind::Phrase;
        }
    }

    /// Of what may be a noun too an object must follow.
    bool is_gerund(std::uint32_t at) const {
        const Meaning* meaning = at + 1 < sentence_.last ? reading_.meanings[at] : nullptr;
        return meaning != nullptr && (meaning->form & Ing) != 0 &&
               (meaning->as_noun.empty() || reading_.words[at + 1].mention != none);
    }

    bool cuts(std::uint32_t at) const {
        const Word& here = reading_.words[at];
        if (!here.in(words::Relative | words::Subordinator | words::Connective)) {
            return false;
        }
        const std::string_view word = here.lower;
        if (here.in(words::Relative | words::Conditional) || word == "but" || word == "while") {
            return true;
        }
        if (word == "as") {
            return verb_before_break(at + 1) != none && first_verb(reading_, {start_, at}) != none;
        }
        if (word == "until" && at + 1 < sentence_.last && reading_.words[at + 1].capital) {
            return false;  // "have until Sunday"
        }
        if (here.in(words::Subordinator)) {
            return word != "hours" && word != "days";
        }
        if (word == "that") {
            return is_relative_that(at) || is_conjunction(at);
        }
        return word == "and" && begins_clause(at + 1);
    }

    bool is_relative_that(std::uint32_t at) const {
        return at + 1 < sentence_.last && !reading_.words[at + 1].is("it") &&
               (reading_.words[at + 1].in(words::Auxiliary) || is_verb(reading_, at + 1, {at, sentence_.last}));
    }

    /// "complained that Malaysia had halted exports"; "demanded that Israel withdraw" is one clause.
    bool is_conjunction(std::uint32_t at) const {
        const std::uint32_t verb = verb_before_break(at + 1);
        return verb != none && reading_.words[verb].in(words::Auxiliary | words::EndsInEd) &&
               !reading_.actors.in({at + 1, verb}).empty();
    }

    /// After "and": a verb with the subject of the clause before, or a clause with its own.
    bool begins_clause(std::uint32_t at) const {
        if (at >= sentence_.last || first_verb(reading_, {start_, at - 1}) == none) {
            return false;
        }
        std::uint32_t next = at;
        while (next < sentence_.last && reading_.words[next].in(words::Adverb)) {
            ++next;
        }
        const Meaning* meaning = next < sentence_.last ? reading_.meanings[next] : nullptr;
        const bool person = next < sentence_.last && (reading_.people.contains(reading_.lower(next)) ||
                                                      reading_.state.contains(reading_.lower(next)));
        if (meaning != nullptr && meaning->form != 0 && meaning->as_noun.empty() && (meaning->form & Ing) == 0 &&
            !person && !reading_.words[next].capital) {
            return true;
        }
        if (next < sentence_.last && (reading_.words[next].in(words::Auxiliary) || reading_.lower(next) == "said")) {
            return true;
        }
        const std::uint32_t verb = verb_before_break(at);
        return verb != none && !reading_.words[verb].is("to") && !reading_.actors.in({at, verb}).empty() &&
               link_free(at, verb);
    }

    /// Whether a noun phrase that could be a subject stands before the verb, not only the rest of a list.
    bool link_free(std::uint32_t at, std::uint32_t verb) const {
        return std::none_of(&reading_.words[at], &reading_.words[at] + (verb - at),
                            [](const Word& word) { return word.is("to"); });
    }

    std::uint32_t verb_before_break(std::uint32_t at) const {
        std::uint32_t last = at;
        const auto breaks = [&](const Word& word) {
            return word.in(words::Break | words::Relative) ||
                   (word.in(words::Connective) && (word.is("but") || word.is("while")));
        };
        while (last < sentence_.last && !breaks(reading_.words[last])) {
            ++last;
        }
        return first_verb(reading_, {at, last});
    }

    const Reading& reading_;
    Span sentence_;
    const std::vector<Speech>& speeches_;
    std::vector<Clause> clauses_;
    std::uint32_t start_ = 0;
    ClauseKind kind_ = ClauseKind::Main;
    bool hard_ = false;
};

}  // namespace

std::vector<Clause> clauses_of(const Reading& reading, Span sentence, const std::vector<Speech>& speeches) {
    std::vector<Clause> clauses = Splitter(reading, sentence, speeches).split();
    find_subjects(reading, speeches, clauses);
    return clauses;
}

}  // namespace events
