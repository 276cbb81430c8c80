#include "grammar.h"

#include <algorithm>

namespace events {

using words::none;
using words::one_of;
using words::Span;
using words::Word;

namespace {

constexpr std::string_view modals[] = {"will", "would", "shall", "should", "may", "might",
                                       "can",  "could", "must",  "'ll",    "’ll"};
constexpr std::string_view have_do[] = {"has",     "have",   "had",    "having",  "do",    "does",
                                        "did",     "don't",  "didn't", "doesn't", "don’t", "didn’t",
                                        "doesn’t", "hasn't", "hasn’t", "cannot",  "won't", "won’t"};
constexpr std::string_view determiners[] = {
    "the",    "a",         "an",     "this",    "these",   "those",  "its",     "his",  "her",      "their",
    "our",    "'s",        "’s",     "'",       "’",       "no",     "any",     "some", "another",  "every",
    "each",   "all",       "both",   "new",     "joint",   "recent", "further", "more", "fresh",    "first",
    "second", "third",     "two",    "three",   "four",    "five",   "several", "many", "military", "air",
    "peace",  "bilateral", "deadly", "planned", "nuclear", "trade"};
/// Past forms of verbs that are in no row of the lexicon, and present ones of headlines.
constexpr std::string_view common_verbs[] = {
    "went",     "came",  "took",  "gave",   "made",   "said",    "says",  "told",  "left",   "began",   "fell",
    "rose",     "won",   "lost",  "saw",    "kept",   "got",     "grew",  "found", "knew",   "led",     "met",
    "held",     "ran",   "stood", "became", "drew",   "brought", "spent", "wrote", "sank",   "flew",    "put",
    "set",      "lies",  "flows", "lives",  "speaks", "shares",  "share", "beat",  "thinks", "crashes", "remains",
    "believes", "seems", "uses",  "makes",  "takes",  "goes",    "comes", "read"};

bool looks_past(const Word& word) {
    return !word.capital && word.lower.size() > 4 && word.lower.ends_with("ed") && !word.is("hundred");
}

/// "backed by Rwanda", "offered by the Philippines": "by" follows a participle that no auxiliary governs.
bool describes_noun(const Reading& reading, std::uint32_t at, Span clause) {
    constexpr std::uint32_t farthest = 3;
    for (std::uint32_t by = at + 1; by < std::min(clause.last, at + 1 + farthest); ++by) {
        if (reading.lower(by) == "by") {
            return by + 1 >= clause.last || !reading.lower(by + 1).ends_with("ing");
        }
        if (!reading.words[by].letters || reading.words[by].mention != none) {
            break;
        }
    }
    return false;
}

bool verb_of_lexicon(const Reading& reading, std::uint32_t at, Span clause) {
    const Meaning& meaning = *reading.meanings[at];
    const std::uint32_t left = word_before(reading, at, clause.first);
    const std::string_view previous = left == none ? std::string_view() : reading.lower(left);
    const bool mention_left = left != none && reading.words[left].mention != none;
    if (left != none && (one_of(previous, determiners) ||
                         (reading.words[left].letters && previous.front() >= '0' && previous.front() <= '9'))) {
        return false;
    }
    if ((meaning.form & Ing) != 0) {
        return left != none && is_be(previous);
    }
    if ((meaning.form & (Past | Participle)) != 0) {
        if (reading.lower(at) == "armed" && !mention_left) {
            return false;  // "armed groups"
        }
        if (is_auxiliary(previous) || previous == "to") {
            return true;
        }
        if (left != none && is_preposition(previous)) {
            return false;
        }
        const bool participle_only = (meaning.form & Past) == 0 && (meaning.form & Base) == 0;
        if (participle_only) {
            return false;
        }
        return !((meaning.form & Participle) != 0 && describes_noun(reading, at, clause));
    }
    const bool noun_too = !meaning.as_noun.empty();
    constexpr std::string_view pronouns[] = {"they", "we", "i", "you", "to", "he", "she", "it", "who", "which", "then"};
    const bool coordinated = left == clause.first && (previous == "and" || previous == "but");
    if (is_auxiliary(previous) || one_of(previous, pronouns) || coordinated) {
        return true;
    }
    if (left == none || is_preposition(previous)) {
        return false;
    }
    const bool actor_left = mention_left && [&] {
        const std::uint32_t mention = reading.words[left].mention;
        const Span here = reading.actors.in({reading.words.mentions()[mention].first, left + 1});
        return here.empty() || !reading.actors[here.last - 1].adjective;
    }();
    if (actor_left) {
        return true;
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

}  // namespace

bool is_be(std::string_view word) {
    constexpr std::string_view forms[] = {"is",    "are", "was",   "were",   "be",     "been",
                                          "being", "am",  "isn't", "wasn't", "weren't"};
    return one_of(word, forms);
}

bool is_auxiliary(std::string_view word) {
    return is_be(word) || one_of(word, have_do) || one_of(word, modals);
}

bool is_future(std::string_view word) {
    constexpr std::string_view future[] = {"will",  "would", "shall", "may", "might",
                                           "could", "'ll",   "’ll",   "can", "should"};
    return one_of(word, future);
}

bool is_preposition(std::string_view word) {
    constexpr std::string_view all[] = {
        "of",      "in",      "on",     "at",      "to",         "for",       "with",      "from",      "by",
        "against", "between", "among",  "into",    "towards",    "toward",    "over",      "about",     "near",
        "under",   "through", "along",  "across",  "off",        "upon",      "inside",    "outside",   "around",
        "during",  "amid",    "within", "without", "via",        "despite",   "opposite",  "behind",    "beyond",
        "onto",    "per",     "like",   "as",      "throughout", "including", "following", "alongside", "ahead",
        "after",   "before",  "since",  "until"};
    return one_of(word, all);
}

bool is_subordinator(std::string_view word) {
    constexpr std::string_view all[] = {"after", "before",  "while", "when",  "because", "although", "though", "since",
                                        "until", "whereas", "once",  "hours", "days",    "as",       "where"};
    return is_conditional(word) || one_of(word, all);
}

bool is_conditional(std::string_view word) {
    return word == "if" || word == "unless" || word == "whether";
}

bool is_relative(std::string_view word) {
    return word == "who" || word == "which" || word == "whose" || word == "whom" || word == "where";
}

bool is_adverb(std::string_view word) {
    constexpr std::string_view all[] = {"also",  "again", "already", "still", "now",     "then",
                                        "later", "ever",  "just",    "yet",   "once",    "twice",
                                        "soon",  "today", "further", "both",  "jointly", "never"};
    return one_of(word, all) ||
           (word.size() > 4 && word.ends_with("ly") && word != "italy" && word != "family" && word != "supply");
}

std::uint32_t word_before(const Reading& reading, std::uint32_t at, std::uint32_t first) {
    while (at > first && (is_adverb(reading.lower(at - 1)) || reading.lower(at - 1) == "not")) {
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
        if (is_auxiliary(word.lower) || is_verb(reading, at, clause)) {
            return at;
        }
        const bool unknown = reading.meanings[at] == nullptr || reading.meanings[at]->form == 0;
        if (unknown && at > clause.first && (looks_past(word) || one_of(word.lower, common_verbs)) &&
            !one_of(reading.lower(at - 1), determiners) && !is_preposition(reading.lower(at - 1)) &&
            !describes_noun(reading, at, clause)) {
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
    return left != none && is_be(reading.lower(left));
}

bool is_negated(const Reading& reading, std::uint32_t at, Span clause) {
    constexpr std::string_view negations[] = {"not",    "never", "no",     "neither", "nor",    "without",
                                              "failed", "fails", "unable", "cannot",  "nobody", "none"};
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
