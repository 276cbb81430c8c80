#include "grammar.h"

#include <algorithm>

namespace events {

using words::none;
using words::one_of;
using words::Span;
using words::Word;

namespace {

bool looks_past(const Word& word) {
    return word.in(words::EndsInEd) && !word.capital && !word.is("hundred");
}

bool is_day(const Reading& reading, std::uint32_t at) {
    return reading.lower(at).ends_with("day") && reading.words[at].letters;
}

/// "backed by Rwanda", "offered by the Philippines": "by" follows a participle that no auxiliary governs.
bool describes_noun(const Reading& reading, std::uint32_t at, Span clause) {
    constexpr std::uint32_t farthest = 3;
    for (std::uint32_t by = at + 1; by < std::min(clause.last, at + 1 + farthest); ++by) {
        if (reading.lower(by) == "by") {
            return by + 1 >= clause.last || !reading.lower(by + 1).ends_with("ing");
        }
        const bool passed = reading.words[by].in(words::Adverb | words::Preposition) || is_day(reading, by);
        if (!passed) {
            break;  // "rebuffed calls by China"
        }
    }
    return false;
}

/// "of the Mumbai attacks"
bool names_a_city_after_the(const Reading& reading, std::uint32_t at, std::uint32_t first) {
    const std::uint32_t begin = reading.words.mentions()[reading.words[at].mention].first;
    const Span here = reading.actors.in({begin, at + 1});
    return begin > first && reading.words[begin - 1].is("the") && !here.empty() && reading.actors[here.first].city;
}

/// In the past, or a participle of a tense. `left`: the word before it, adverbs aside, as below.
bool is_past_verb(const Reading& reading, std::uint32_t at, Span clause, std::uint32_t left) {
    const Meaning& meaning = *reading.meanings[at];
    const std::string_view previous = left == none ? std::string_view() : reading.lower(left);
    const bool mention_left = left != none && reading.words[left].mention != none;
    if (reading.lower(at) == "armed" && !mention_left) {
        return false;  // "armed groups"
    }
    if ((left != none && reading.words[left].in(words::Auxiliary)) || previous == "to") {
        return true;
    }
    if (left != none && reading.words[left].in(words::Preposition)) {
        return false;
    }
    const bool opens = left == none || reading.words[left].in(words::Relative | words::Subordinator);
    if (left == none && reading.words[at].capital && (meaning.form & Base) == 0) {
        return false;  // "Suspected rebels"
    }
    if (opens && (meaning.form & Participle) != 0 && at + 1 < clause.last &&
        reading.state.contains(reading.lower(at + 1))) {
        return false;  // "where ousted president Zelaya"
    }
    const bool participle_only = (meaning.form & Past) == 0 && (meaning.form & Base) == 0;
    if (participle_only) {
        return false;
    }
    return !((meaning.form & Participle) != 0 && describes_noun(reading, at, clause));
}

/// In the present, or an infinitive.
bool is_present_verb(const Reading& reading, std::uint32_t at, Span clause, std::uint32_t left) {
    const Meaning& meaning = *reading.meanings[at];
    const std::string_view previous = left == none ? std::string_view() : reading.lower(left);
    const bool mention_left = left != none && reading.words[left].mention != none;
    const bool noun_too = !meaning.as_noun.empty();
    constexpr std::string_view pronouns[] = {"they", "we", "i", "you", "to", "he", "she", "it", "who", "which", "then"};
    const bool coordinated = left == clause.first && (previous == "and" || previous == "but");
    if ((left != none && reading.words[left].in(words::Auxiliary)) || one_of(previous, pronouns) || coordinated) {
        return true;
    }
    if (left == none || reading.words[left].in(words::Preposition)) {
        return false;
    }
    if (reading.state.contains(reading.lower(at)) || reading.people.contains(reading.lower(at))) {
        return false;  // "Chechen rebels", "government forces"
    }
    const bool actor_left = mention_left && [&] {
        const std::uint32_t mention = reading.words[left].mention;
        const Span here = reading.actors.in({reading.words.mentions()[mention].first, left + 1});
        return here.empty() || !reading.actors[here.last - 1].adjective;
    }();
    if (noun_too && mention_left && names_a_city_after_the(reading, left, clause.first)) {
        return false;
    }
    if (actor_left) {
        // One country "trades", two "trade": "U.S.-China trade talks" has no verb.
        const bool plural_only = (meaning.form & (Past | Third)) == 0;
        return !plural_only || previous.ends_with("s") || (left > clause.first && reading.lower(left - 1) == "and") ||
               (left > clause.first + 1 && reading.lower(left - 2) == "and");
    }
    if (mention_left) {
        // "Palestinians protest", but "Turkish strikes".
        return previous.ends_with("s") && (meaning.form & Base) != 0;
    }
    if ((meaning.form & Base) != 0) {
        return previous.ends_with("s") && !noun_too;
    }
    // A third person after a common noun is most often a plural: "oil exports", but "the government rejects".
    constexpr std::string_view who[] = {"government", "minister",   "president", "army",       "police",
                                        "court",      "parliament", "ministry",  "envoy",      "leader",
                                        "chief",      "navy",       "premier",   "opposition", "king",
                                        "pm",         "military",   "group",     "junta",      "official"};
    return one_of(previous, who);
}

bool verb_of_lexicon(const Reading& reading, std::uint32_t at, Span clause) {
    const Meaning& meaning = *reading.meanings[at];
    const std::uint32_t left = word_before(reading, at, clause.first);
    if (left != none && (reading.words[left].in(words::Determiner) || is_number(reading, left))) {
        return false;
    }
    if ((meaning.form & Ing) != 0) {
        return left != none && reading.words[left].in(words::Be);
    }
    const bool past = (meaning.form & (Past | Participle)) != 0;
    return past ? is_past_verb(reading, at, clause, left) : is_present_verb(reading, at, clause, left);
}

}  // namespace

bool is_number(const Reading& reading, std::uint32_t at) {
    const std::string_view word = reading.lower(at);
    return !word.empty() && word.front() >= '0' && word.front() <= '9';
}

bool is_month(const Reading& reading, std::uint32_t at, Span sentence) {
    const Word& word = reading.words[at];
    if (!word.capital || (!word.is("may") && !word.is("march"))) {
        return false;
    }
    const bool dated_before =
        at > sentence.first && (reading.words[at - 1].in(words::Preposition) || is_number(reading, at - 1));
    return dated_before || (at + 1 < sentence.last && is_number(reading, at + 1));
}

std::uint32_t word_before(const Reading& reading, std::uint32_t at, std::uint32_t first) {
    while (at > first && (reading.words[at - 1].in(words::Adverb) || reading.lower(at - 1) == "not")) {
        --at;
    }
    return at > first ? at - 1 : none;
}

bool is_verb(const Reading& reading, std::uint32_t at, Span clause) {
    return reading.meanings[at] != nullptr && reading.meanings[at]->form != 0 && verb_of_lexicon(reading, at, clause);
}

std::uint32_t first_verb(const Reading& reading, Span clause) {
    for (std::uint32_t at = clause.first; at < clause.last; ++at) {
        const Word& word = reading.words[at];
        if (!word.letters || (word.capital && word.mention != none)) {
            continue;
        }
        if (word.in(words::Auxiliary) ? !is_month(reading, at, clause) : is_verb(reading, at, clause)) {
            return at;
        }
        const bool unknown = reading.meanings[at] == nullptr || reading.meanings[at]->form == 0;
        if (unknown && at > clause.first && (looks_past(word) || word.in(words::CommonVerb)) &&
            !reading.words[at - 1].in(words::Determiner | words::Preposition) && !describes_noun(reading, at, clause)) {
            return at;
        }
        // "Norway to give Ukraine 22 jets"
        const bool headline = word.is("to") && at > clause.first &&
                              (reading.words[at - 1].mention != none || reading.words[at - 1].capital) &&
                              at + 1 < clause.last && reading.meanings[at + 1] != nullptr &&
                              (reading.meanings[at + 1]->form & Base) != 0;
        if (headline) {
            return at;
        }
    }
    return none;
}

bool is_passive(const Reading& reading, std::uint32_t at, std::uint32_t first) {
    if ((reading.meanings[at]->form & Participle) == 0) {
        return false;
    }
    const std::uint32_t left = word_before(reading, at, first);
    return left != none && reading.words[left].in(words::Be);
}

bool is_negated(const Reading& reading, std::uint32_t at, Span clause) {
    constexpr std::string_view negations[] = {"not",     "never",  "no",      "neither", "nor",
                                              "without", "failed", "fails",   "unable",  "cannot",
                                              "nobody",  "none",   "refusal", "failure", "reluctance"};
    constexpr std::uint32_t farthest = 5;
    for (std::uint32_t left = at; left > clause.first && at - left < farthest;) {
        --left;
        if (reading.words[left].mention != none && left + 1 != at) {
            break;
        }
        if (one_of(reading.lower(left), negations) || reading.lower(left).ends_with("n't") ||
            reading.lower(left).ends_with("n’t")) {
            return true;
        }
    }
    return at + 1 < clause.last &&
           (reading.lower(at + 1) == "neither" || reading.lower(at + 1) == "nothing" || reading.lower(at + 1) == "no");
}

}  // namespace events
