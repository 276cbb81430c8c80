#include "clauses.h"

#include <algorithm>

namespace events {

using words::none;
using words::one_of;
using words::Span;
using words::Word;

namespace {

bool is_break(const Word& word) {
    constexpr std::string_view breaks[] = {",",  ";", ":", "—", "–", "-",   "(", ")",
                                           "\"", "“", "”", "!", "?", "...", "…"};
    return !word.letters && one_of(word.lower, breaks);
}

class Splitter {
public:
    Splitter(const Reading& reading, Span sentence, const std::vector<Speech>& speeches)
        : reading_(reading), sentence_(sentence), speeches_(speeches) {}

    std::vector<Clause> split() {
        begin(sentence_.first);
        for (std::uint32_t at = sentence_.first; at < sentence_.last; ++at) {
            const Word& word = reading_.words[at];
            if (at > start_ && speech_at(at) != speech_at(at - 1)) {
                end(at);
                begin(at);
            }
            if (is_break(word)) {
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
            clause.kind = kind_;
            clause.speech = speech_at(start_);
            clause.after_stop = hard_;
            clause.verb = first_verb(reading_, clause.words);
            clauses_.push_back(std::move(clause));
            hard_ = false;
        }
    }

    /// The kind of a clause, by its first word.
    void classify() {
        if (start_ >= sentence_.last) {
            return;
        }
        const std::string_view word = reading_.lower(start_);
        const Meaning* meaning = reading_.meanings[start_];
        if (is_relative(word)) {
            kind_ = ClauseKind::Relative;
        } else if (is_conditional(word)) {
            kind_ = ClauseKind::Conditional;
        } else if (is_subordinator(word)) {
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
        } else if (is_preposition(word)) {
            kind_ = ClauseKind::Phrase;
        }
    }

    bool cuts(std::uint32_t at) const {
        const std::string_view word = reading_.lower(at);
        if (is_relative(word) || is_conditional(word) || word == "but" || word == "while") {
            return true;
        }
        if (word == "as") {
            return verb_before_break(at + 1) != none && first_verb(reading_, {start_, at}) != none;
        }
        if (is_subordinator(word)) {
            return word != "hours" && word != "days";
        }
        if (word == "that") {
            return at + 1 < sentence_.last &&
                   (is_auxiliary(reading_.lower(at + 1)) || is_verb(reading_, at + 1, {at, sentence_.last})) &&
                   reading_.lower(at + 1) != "it";
        }
        return word == "and" && begins_clause(at + 1);
    }

    /// After "and": a verb with the subject of the clause before, or a clause with its own.
    bool begins_clause(std::uint32_t at) const {
        if (at >= sentence_.last || first_verb(reading_, {start_, at - 1}) == none) {
            return false;
        }
        std::uint32_t next = at;
        while (next < sentence_.last && is_adverb(reading_.lower(next))) {
            ++next;
        }
        const Meaning* meaning = next < sentence_.last ? reading_.meanings[next] : nullptr;
        if (meaning != nullptr && meaning->form != 0 && meaning->as_noun.empty() && (meaning->form & Ing) == 0 &&
            !reading_.words[next].capital) {
            return true;
        }
        if (next < sentence_.last && (is_auxiliary(reading_.lower(next)) || reading_.lower(next) == "said")) {
            return true;
        }
        const std::uint32_t verb = verb_before_break(at);
        return verb != none && !reading_.actors.in({at, verb}).empty() && link_free(at, verb);
    }

    /// Whether a noun phrase that could be a subject stands before the verb, not only the rest of a list.
    bool link_free(std::uint32_t at, std::uint32_t verb) const {
        return std::none_of(&reading_.words[at], &reading_.words[at] + (verb - at),
                            [](const Word& word) { return word.is("to"); });
    }

    std::uint32_t verb_before_break(std::uint32_t at) const {
        std::uint32_t last = at;
        while (last < sentence_.last && !is_break(reading_.words[last]) && !is_relative(reading_.lower(last)) &&
               reading_.lower(last) != "but" && reading_.lower(last) != "while") {
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

/// Gives each clause its subject, from left to right.
class Subjects {
public:
    Subjects(const Reading& reading, const std::vector<Speech>& speeches, std::vector<Clause>& clauses)
        : reading_(reading), speeches_(speeches), clauses_(clauses) {}

    void find() {
        for (std::size_t i = 0; i < clauses_.size(); ++i) {
            find(i);
        }
        // "Having rejected the offer, Greece turned to France"
        for (std::size_t i = 0; i + 1 < clauses_.size(); ++i) {
            if (clauses_[i].subject.empty() && clauses_[i].kind != ClauseKind::Main &&
                clauses_[i].kind != ClauseKind::Relative) {
                for (std::size_t next = i + 1; next < clauses_.size() && clauses_[i].subject.empty(); ++next) {
                    if (clauses_[next].own_subject && clauses_[next].speech == clauses_[i].speech) {
                        clauses_[i].subject = clauses_[next].subject;
                    }
                }
            }
        }
    }

private:
    void find(std::size_t i) {
        Clause& clause = clauses_[i];
        if (i > 0 && clause.speech != clauses_[i - 1].speech) {
            enter(clause.speech);
        }
        if (clause.after_stop && list_open_) {
            main_.clear();  // a dateline: "Astana, The Gulf Observer: …"
            list_open_ = false;
        }
        if (clause.verb == none) {
            verbless(i);
            return;
        }
        std::vector<std::uint32_t> own = before_verb(clause);
        if (clause.kind == ClauseKind::Relative && own.empty()) {
            const std::string_view relative = reading_.lower(clause.words.first);
            const bool takes_subject = relative == "who" || relative == "which";
            clause.subject = takes_subject ? antecedent(clause) : main_;
            return;
        }
        clause.own_subject = !own.empty();
        if (own.empty()) {
            clause.subject = main_;
            return;
        }
        const bool continues = list_open_ && (clause.kind == ClauseKind::Main || clause.kind == ClauseKind::Coordinate);
        if (continues) {
            own.insert(own.begin(), main_.begin(), main_.end());
        }
        clause.subject = own;
        list_open_ = false;
        if (clause.kind == ClauseKind::Main || clause.kind == ClauseKind::Coordinate ||
            clause.kind == ClauseKind::Phrase) {
            main_ = std::move(own);
            verb_seen_ = true;
        }
    }

    /// The words of a speaker begin or end.
    void enter(std::uint32_t speech) {
        if (speech == none) {
            main_ = outer_;
        } else {
            outer_ = main_;
            main_.clear();
            const Span here = speeches_[speech].words;
            const std::string_view first = here.empty() ? std::string_view() : reading_.lower(here.first);
            constexpr std::string_view pronouns[] = {"it",  "he",    "she", "they", "its", "his",
                                                     "her", "their", "we",  "our",  "i"};
            if (one_of(first, pronouns)) {
                main_ = speaker(speech);
            }
        }
        verb_seen_ = false;
        list_open_ = false;
    }

    std::vector<std::uint32_t> speaker(std::uint32_t speech) const {
        const std::uint32_t mention = speeches_[speech].speaker;
        if (mention == none) {
            return {};
        }
        const Span words = reading_.words.mentions()[mention];
        const std::uint32_t back = 8;
        const Span near = reading_.actors.in({words.first > back ? words.first - back : 0, words.last});
        for (std::uint32_t actor = near.first; actor < near.last; ++actor) {
            if (reading_.actors[actor].words.first <= words.first && words.first < reading_.actors[actor].words.last) {
                return {actor};
            }
        }
        return {};
    }

    /// A part without a verb before the first verb is the subject or a part of it: "Britain, France and Germany
    /// accused".
    void verbless(std::size_t i) {
        Clause& clause = clauses_[i];
        clause.subject = main_;
        const bool names = clause.kind == ClauseKind::Main || clause.kind == ClauseKind::Coordinate;
        if (!names || verb_seen_) {
            return;
        }
        Clause whole = clause;
        whole.verb = clause.words.last;
        std::vector<std::uint32_t> own = before_verb(whole);
        if (own.empty()) {
            return;
        }
        if (list_open_ && own.size() == 1 && reading_.actors[own.front()].person && !main_.empty() &&
            reading_.actors[own.front()].country.empty()) {
            return;  // "Oman's foreign minister, Badr Albusaidi, …"
        }
        if (list_open_) {
            main_.insert(main_.end(), own.begin(), own.end());
        } else {
            main_ = own;
        }
        list_open_ = true;
        clause.subject = main_;
        clause.own_subject = true;
    }

    std::vector<std::uint32_t> antecedent(const Clause& clause) const {
        const std::uint32_t back = 12;
        const Span before =
            reading_.actors.in({clause.words.first > back ? clause.words.first - back : 0, clause.words.first});
        return before.empty() ? main_ : std::vector<std::uint32_t>{before.last - 1};
    }

    /// The actors before the verb that can be its subject: those that no preposition ties to something else; else those
    /// of "from" or "by"; else those of the place of people ("crowds in Niamey").
    std::vector<std::uint32_t> before_verb(const Clause& clause) const {
        const Span actors = reading_.actors.in({clause.words.first, clause.verb});
        std::vector<std::uint32_t> best;
        int best_rank = no_subject;
        for (std::uint32_t actor = actors.first; actor < actors.last; ++actor) {
            const int rank = rank_of(actor, clause);
            if (rank < best_rank) {
                best_rank = rank;
                best.clear();
            }
            if (rank == best_rank && rank < no_subject && (best.empty() || coordinated(best.back(), actor))) {
                best.push_back(actor);
            }
        }
        return best;
    }

    static constexpr int no_subject = 4;

    /// The less, the more likely a subject.
    int rank_of(std::uint32_t actor, const Clause& clause) const {
        const bool connected = is_subordinator(reading_.lower(clause.words.first));
        const std::string_view link = link_of(reading_, actor, clause.words.first + (connected ? 1 : 0));
        const bool phrase = clause.kind == ClauseKind::Phrase || clause.kind == ClauseKind::Subordinate;
        const bool city = reading_.actors[actor].city;
        if (link == "object" || link == "of") {
            return city ? 2 : 0;
        }
        if (link == "between" || link == "among") {
            return 0;
        }
        if (link == "from" || link == "by" || link == "for") {
            return 1;
        }
        if ((link == "in" || link == "at") && !phrase) {
            return 3;
        }
        return no_subject;
    }

    /// "Russia and China", "Chinese and Indian troops", "Kenya, Tanzania"
    bool coordinated(std::uint32_t first, std::uint32_t second) const {
        const Actor& a = reading_.actors[first];
        const Actor& b = reading_.actors[second];
        if (a.group != none && a.group == b.group) {
            return true;
        }
        for (std::uint32_t at = a.words.last; at < b.words.first; ++at) {
            if (reading_.words[at].is("and") || reading_.words[at].is("&") || reading_.words[at].is(",")) {
                return true;
            }
        }
        return false;
    }

    const Reading& reading_;
    const std::vector<Speech>& speeches_;
    std::vector<Clause>& clauses_;
    std::vector<std::uint32_t> main_;
    std::vector<std::uint32_t> outer_;
    bool verb_seen_ = false;
    bool list_open_ = false;
};

}  // namespace

std::vector<Clause> clauses_of(const Reading& reading, Span sentence, const std::vector<Speech>& speeches) {
    std::vector<Clause> clauses = Splitter(reading, sentence, speeches).split();
    Subjects(reading, speeches, clauses).find();
    return clauses;
}

std::string_view link_of(const Reading& reading, std::uint32_t actor, std::uint32_t first) {
    std::string_view found = "object";
    for (std::uint32_t at = reading.actors[actor].words.first; at > first;) {
        --at;
        const Word& word = reading.words[at];
        if (word.is("of")) {
            found = "of";
            continue;
        }
        if (word.is("to") && reading.meanings[at + 1] != nullptr && (reading.meanings[at + 1]->form & Base) != 0 &&
            !reading.words[at + 1].capital) {
            return found;  // of an infinitive
        }
        if (is_preposition(word.lower)) {
            return word.lower;
        }
        const bool list = word.is(",") && at > first && reading.words[at - 1].mention != none;
        if (!word.letters && is_break(word) && !list) {
            return found;
        }
    }
    return found;
}

}  // namespace events
