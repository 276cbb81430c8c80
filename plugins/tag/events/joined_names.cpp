#include "joined_names.h"

#include <algorithm>

namespace events {

using words::one_of;
using words::Words;

namespace {

/// "President", "'s foreign secretary,": what may stand between a country and the name of a person of it. `apposed`: a
/// comma may end it without "'s" too, as in "Polish engineer, Jan Nowak".
bool title_between(const Words& words, std::uint32_t first, std::uint32_t last, bool apposed) {
    constexpr std::uint32_t longest = 7;
    constexpr std::string_view breaks[] = {
        "in",    "at",    "on",   "with",  "to",   "from",  "by",   "who",   "after", "before", "when",   "while",
        "since", "that",  "met",  "said",  "told", "says",  "say",  "tells", "meets", "visits", "urges",  "asks",
        "warns", "calls", "sent", "sends", "will", "would", "may",  "might", "must",  "shall",  "should", "can",
        "could", "is",    "are",  "was",   "were", "has",   "have", "had",   "be"};
    if (last - first > longest) {
        return false;
    }
    bool possessive = apposed;
    for (std::uint32_t at = first; at < last; ++at) {
        const words::Word& word = words[at];
        const bool apostrophe = word.is("'s") || word.is("’s") || word.is("'") || word.is("’");
        possessive = possessive || apostrophe;
        const bool comma =
            possessive && word.is(",") && at + 1 == last;  // "Britain's foreign secretary, William Hague"
        if ((!word.letters && !comma && !apostrophe) || one_of(word.lower, breaks) ||
            (word.lower.size() > 4 && word.lower.ends_with("ed") && !word.is("united"))) {
            return false;
        }
    }
    return true;
}

/// Whether `last` and the actor after it are one, which `last` then is, by the names of both.
bool takes(Actor& last, const Actor& actor, const Words& words, const ActorNames& names) {
    const bool adjacent = last.adjective && actor.adjective && last.words.last == actor.words.first;
    const std::string_view people =
        adjacent ? names.country_of_whole(words::lower_case(words.text({last.words.first, actor.words.last})))
                 : std::string_view();
    if (!people.empty()) {
        last.words.last = actor.words.last;  // "Turkish Cypriot"
        last.country = people;
        return true;
    }
    if (last.words.last > actor.words.first) {
        return false;
    }
    const bool bare = last.words.last + 1 == actor.words.first && words[last.words.last].is("and");
    const bool and_between = [&] {
        for (std::uint32_t at = last.words.last; at < actor.words.first; ++at) {
            if (words[at].is("and")) {
                return true;
            }
        }
        return false;
    }();
    const bool same = !actor.country.empty() && actor.country == last.country;
    const bool title = !bare && (!and_between || same) && actor.person && !last.person && !last.city &&
                       !last.country.empty() && (actor.country.empty() || actor.country == last.country) &&
                       title_between(words, last.words.last, actor.words.first, last.adjective && actor.office);
    if (title) {
        last.words.last = actor.words.last;
        last.mention = actor.mention;
        last.person = true;
        last.adjective = false;
        last.city = false;
        return true;
    }
    const bool of = last.person && !actor.person && !actor.country.empty() && !actor.city &&
                    (last.country.empty() || last.country == actor.country) &&
                    last.words.last + 1 == actor.words.first && words[last.words.last].is("of");
    if (of) {
        last.words.last = actor.words.last;
        last.country = actor.country;
        return true;
    }
    // "Viola Amherd, the Swiss president"
    const bool apposed = last.person && last.country.empty() && actor.adjective &&
                         last.words.last < actor.words.first && words[last.words.last].is(",") &&
                         actor.words.first - last.words.last <= 3;
    if (apposed) {
        last.words.last = actor.words.last;
        last.country = actor.country;
        return true;
    }
    return false;
}

/// That of the first of the sentence: "Iraq's government says Prime Minister Nouri al-Maliki will …". The person is the
/// last of the actors.
std::string_view country_of_office(const std::vector<Actor>& actors, const Words& words) {
    constexpr std::ptrdiff_t most = 50;
    const auto person = actors.end() - 1;
    const std::uint32_t begin = words.begin_of_sentence(person->words.first);
    const auto first =
        std::partition_point(actors.begin(), person, [&](const Actor& actor) { return actor.words.first < begin; });
    const auto last = first + std::min(most, person - first);
    const auto found =
        std::find_if(first, last, [](const Actor& actor) { return !actor.city && !actor.country.empty(); });
    return found != last ? found->country : std::string_view();
}

}  // namespace

std::vector<Actor> joined_names(const std::vector<Actor>& actors, const Words& words, const ActorNames& names) {
    std::vector<Actor> joined;
    joined.reserve(actors.size());
    for (const Actor& actor : actors) {
        if (!joined.empty() && takes(joined.back(), actor, words, names)) {
            continue;
        }
        joined.push_back(actor);
        if (actor.person && actor.office && actor.country.empty()) {
            joined.back().country = country_of_office(joined, words);
        }
    }
    return joined;
}

}  // namespace events
