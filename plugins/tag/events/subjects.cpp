#include "subjects.h"

#include "links.h"

namespace events {

using words::none;
using words::one_of;
using words::Span;
using words::Word;

namespace {

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
        if (clause.describes) {
            clause.subject = antecedent(clause);
            clause.own_subject = true;
            return;
        }
        std::vector<std::uint32_t> own = before_verb(clause);
        if (clause.kind == ClauseKind::Relative && own.empty()) {
            const std::string_view relative = reading_.lower(clause.words.first);
            const bool takes_subject =
                relative == "who" || relative == "which" || relative == "that" || relative == "whose";
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

    /// The actor that stands before a relative clause; none where its noun is another's: "accused Khartoum of backing
    /// the rebels who attacked".
    std::vector<std::uint32_t> antecedent(const Clause& clause) const {
        constexpr std::uint32_t back = 12;
        const std::uint32_t first = clause.words.first;
        const Span before = reading_.actors.in({first > back ? first - back : 0, first});
        if (before.empty()) {
            return main_;
        }
        for (std::uint32_t at = reading_.actors[before.last - 1].words.last; at < first; ++at) {
            if (reading_.words[at].in(words::Preposition) || reading_.words[at].is("the") ||
                reading_.words[at].is("a")) {
                return {};
            }
        }
        // "Cameroon and Nigeria, whose troops"
        return !main_.empty() && main_.back() == before.last - 1 ? main_ : std::vector{before.last - 1};
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
        const Word& opening = reading_.words[clause.words.first];
        const bool connected = opening.in(words::Subordinator) || opening.is("that");
        const std::string_view link = link_of(reading_, actor, clause.words.first + (connected ? 1 : 0));
        const bool phrase = clause.kind == ClauseKind::Phrase || clause.kind == ClauseKind::Subordinate;
        const bool city = reading_.actors[actor].city && !reading_.actors[actor].people;
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

void find_subjects(const Reading& reading, const std::vector<Speech>& speeches, std::vector<Clause>& clauses) {
    Subjects(reading, speeches, clauses).find();
}

}  // namespace events
