#include "closed_classes.h"

#include "small_table.h"

namespace words {

namespace {

constexpr std::string_view be[] = {"is",    "are", "was",   "were",   "be",     "been",
                                   "being", "am",  "isn't", "wasn't", "weren't"};
constexpr std::string_view have_do[] = {"has",     "have",   "had",    "having",  "do",    "does",
                                        "did",     "don't",  "didn't", "doesn't", "don’t", "didn’t",
                                        "doesn’t", "hasn't", "hasn’t", "cannot",  "won't", "won’t"};
constexpr std::string_view modals[] = {"will", "would", "shall", "should", "may", "might",
                                       "can",  "could", "must",  "'ll",    "’ll"};
constexpr std::string_view future[] = {"will",  "would", "shall", "may", "might",
                                       "could", "'ll",   "’ll",   "can", "should"};
constexpr std::string_view prepositions[] = {
    "of",         "in",        "on",        "at",        "to",     "for",     "with",   "from",   "by",    "against",
    "between",    "among",     "into",      "towards",   "toward", "over",    "about",  "near",   "under", "through",
    "along",      "across",    "off",       "upon",      "inside", "outside", "around", "during", "amid",  "within",
    "without",    "via",       "despite",   "opposite",  "behind", "beyond",  "onto",   "per",    "like",  "as",
    "throughout", "including", "following", "alongside", "ahead",  "after",   "before", "since",  "until"};
constexpr std::string_view conditionals[] = {"if", "unless", "whether"};
constexpr std::string_view subordinators[] = {"after",    "before", "while", "when",  "because",
                                              "although", "though", "since", "until", "whereas",
                                              "once",     "hours",  "days",  "as",    "where"};
constexpr std::string_view connectives[] = {"and", "but", "or", "while", "as", "that"};
constexpr std::string_view relatives[] = {"who", "which", "whose", "whom", "where"};
constexpr std::string_view adverbs[] = {"also",    "again", "already", "still", "now",   "then",  "later",
                                        "ever",    "just",  "yet",     "once",  "twice", "soon",  "today",
                                        "further", "both",  "jointly", "never", "very",  "quite", "most"};
constexpr std::string_view no_adverbs[] = {"italy", "family", "supply"};
constexpr std::string_view determiners[] = {
    "the",    "a",     "an",        "this",   "these",   "those",   "its",     "his",     "her",     "their",
    "our",    "'s",    "’s",        "'",      "’",       "no",      "any",     "some",    "another", "every",
    "each",   "all",   "both",      "new",    "joint",   "recent",  "further", "more",    "fresh",   "first",
    "second", "third", "one",       "two",    "three",   "four",    "five",    "several", "many",    "military",
    "air",    "peace", "bilateral", "deadly", "planned", "nuclear", "trade"};
constexpr std::string_view common_verbs[] = {
    "went",     "came",  "took",  "gave",   "made",   "said",    "says",  "told",  "left",   "began",   "fell",
    "rose",     "won",   "lost",  "saw",    "kept",   "got",     "grew",  "found", "knew",   "led",     "met",
    "held",     "ran",   "stood", "became", "drew",   "brought", "spent", "wrote", "sank",   "flew",    "put",
    "set",      "lies",  "flows", "lives",  "speaks", "shares",  "share", "beat",  "thinks", "crashes", "remains",
    "believes", "seems", "uses",  "makes",  "takes",  "goes",    "comes", "read"};
constexpr std::string_view finite[] = {
    "is",      "are",      "was",   "were",    "will",  "would",  "has",    "have",   "had",   "can",
    "could",   "may",      "might", "must",    "shall", "should", "did",    "does",   "do",    "be",
    "went",    "came",     "took",  "gave",    "made",  "met",    "held",   "left",   "began", "fell",
    "rose",    "knew",     "kept",  "sent",    "won",   "lost",   "saw",    "got",    "grew",  "broke",
    "found",   "fled",     "sank",  "won't",   "isn't", "don't",  "didn't", "cannot", "wants", "needs",
    "remains", "supports", "seeks", "expects", "plans", "stands", "hopes",  "lies",   "apply"};
constexpr std::string_view breaks[] = {",", ";", ":", "—", "–", "-", "(", ")", "\"", "“", "”", "!", "?", "...", "…"};

SmallTable<std::uint32_t> listed_classes() {
    SmallTable<std::uint32_t> table;
    const auto add = [&](const auto& list, std::uint32_t bits) {
        for (const std::string_view word : list) {
            table[word] |= bits;
        }
    };
    add(be, Be | Auxiliary);
    add(have_do, Auxiliary);
    add(modals, Auxiliary);
    add(future, Future);
    add(prepositions, Preposition);
    add(conditionals, Conditional | Subordinator);
    add(subordinators, Subordinator);
    add(connectives, Connective);
    add(relatives, Relative);
    add(adverbs, Adverb);
    add(determiners, Determiner);
    add(common_verbs, CommonVerb);
    add(finite, Finite);
    add(breaks, Break);
    return table;
}

std::uint32_t classes_of_ending(std::string_view word) {
    const std::size_t size = word.size();
    if (size < 4 || (word[size - 1] != 'd' && word[size - 1] != 'y' && word[size - 1] != 't')) {
        return 0;
    }
    if (size > 4 && word.ends_with("ed")) {
        return EndsInEd | (word.find('-') == word.npos ? Finite : 0U);
    }
    if (size > 4 && word.ends_with("ly")) {
        for (const std::string_view noun : no_adverbs) {
            if (word == noun) {
                return 0;
            }
        }
        return Adverb;
    }
    return word.ends_with("n’t") ? Finite : 0U;
}

}  // namespace

std::uint32_t classes_of(std::string_view word) {
    static const SmallTable<std::uint32_t> table = listed_classes();
    constexpr std::size_t longest = 10;  // of those listed
    const std::uint32_t* listed = word.size() <= longest ? table.find(word) : nullptr;
    return (listed == nullptr ? 0U : *listed) | classes_of_ending(word);
}

}  // namespace words
