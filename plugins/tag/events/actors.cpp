#include "actors.h"

#include <algorithm>

namespace events {

using words::none;
using words::one_of;
using words::Span;
using words::Words;

Actors::Actors(const Words& words, const attache::Document& document, const ActorNames& names, const WordSet& state,
               const WordSet& people)
    : words_(words) {
    read_mentions(document, names);
    join_names(words, names);
    for (Actor& actor : actors_) {
        take_people(actor, state, people);
    }
    read_collectives(document);
    index();
}

void Actors::read_mentions(const attache::Document& document, const ActorNames& names) {
    const attache::Layer entities = document.read("entity");
    const auto types = entities.texts("type");
    const auto kinds = entities.texts("kind");
    const auto countries = entities.texts("country");
    const auto full_names = entities.texts("name");
    const auto offices = entities.texts("office");
    by_mention_.reserve(entities.size());
    actors_.reserve(entities.size());
    for (std::uint32_t row = 0; row < entities.size(); ++row) {
        Actor actor;
        actor.words = words_.mentions()[row];
        actor.mention = row;
        actor.country = countries[row];
        actor.person = types[row] == "PER";
        actor.office = offices[row].data() != nullptr;
        actor.adjective = kinds[row] == "nationality";
        actor.rebel = kinds[row] == "armed group";
        actor.international = kinds[row] == "international organisation";
        const bool country = kinds[row] == "country" || actor.adjective;
        actor.city = types[row] == "LOC" && !country && kinds[row] != "facility";
        if (actor.city && names.is_of_none(entities.text(row))) {
            actor.country = {};
        } else if (actor.country.empty() && actor.person) {
            actor.country = names.country_of_person(words_.lower_text(entities.start(row), entities.end(row)));
        } else if (actor.country.empty()) {
            actor.country = names.country_of(words_.lower_text(entities.start(row), entities.end(row)));
            if (actor.country.empty() && full_names[row] != entities.text(row)) {
                actor.country = names.country_of(words::lower_case(full_names[row]));
            }
        }
        const bool ethnic = actor.adjective && !actor.words.empty() && actor.words.first > 0 &&
                            words_[actor.words.first - 1].is("ethnic");
        if (ethnic) {
            actor.country = {};  // "ethnic Russians" are of another country
        }
        if (tells_origin(actor.words)) {
            actor.country = {};
        }
        const bool acts = actor.person || !actor.country.empty() || types[row] == "ORG";
        if (acts && !actor.words.empty() && kinds[row] != "media") {
            actors_.push_back(actor);
        }
        by_mention_.push_back(actor);
    }
}

/// "Norwegian-brokered talks", "a Swiss-born author": who is named does not act.
bool Actors::tells_origin(Span span) const {
    constexpr std::string_view origins[] = {"-brokered", "-mediated", "-sponsored", "-born", "-based", "-educated"};
    return !span.empty() && std::any_of(std::begin(origins), std::end(origins), [&](std::string_view end) {
        return words_[span.last - 1].lower.ends_with(end);
    });
}

bool Actors::title_between(const Words& words, std::uint32_t first, std::uint32_t last) const {
    constexpr std::uint32_t longest = 7;
    constexpr std::string_view breaks[] = {"in",     "at",    "on",    "with",  "to",    "from",   "by",    "who",
                                           "that",   "met",   "said",  "told",  "says",  "say",    "tells", "meets",
                                           "visits", "urges", "asks",  "warns", "calls", "sent",   "sends", "will",
                                           "would",  "may",   "might", "must",  "shall", "should", "can",   "could",
                                           "is",     "are",   "was",   "were",  "has",   "have",   "had",   "be"};
    if (last - first > longest) {
        return false;
    }
    bool possessive = false;
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

/// "French President Emmanuel Macron" is one actor, as is "Shehbaz Sharif of Pakistan".
void Actors::join_names(const Words& words, const ActorNames& names) {
    std::vector<Actor> joined;
    joined.reserve(actors_.size());
    for (const Actor& actor : actors_) {
        if (!joined.empty()) {
            Actor& last = joined.back();
            const bool adjacent = last.adjective && actor.adjective && last.words.last == actor.words.first;
            const std::string_view people =
                adjacent ? names.country_of_whole(words::lower_case(words.text({last.words.first, actor.words.last})))
                         : std::string_view();
            if (!people.empty()) {
                last.words.last = actor.words.last;  // "Turkish Cypriot"
                last.country = people;
                continue;
            }
            const bool between = last.words.last <= actor.words.first;
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
            const bool title = between && !bare && (!and_between || same) && actor.person && !last.person &&
                               !last.city && !last.country.empty() &&
                               (actor.country.empty() || actor.country == last.country) &&
                               title_between(words, last.words.last, actor.words.first);
            if (title) {
                last.words.last = actor.words.last;
                last.mention = actor.mention;
                last.person = true;
                last.adjective = false;
                last.city = false;
                continue;
            }
            const bool of = between && last.person && !actor.person && !actor.country.empty() && !actor.city &&
                            (last.country.empty() || last.country == actor.country) &&
                            last.words.last + 1 == actor.words.first && words[last.words.last].is("of");
            if (of) {
                last.words.last = actor.words.last;
                last.country = actor.country;
                continue;
            }
            // "Viola Amherd, the Swiss president"
            const bool apposed = between && last.person && last.country.empty() && actor.adjective &&
                                 last.words.last < actor.words.first && words[last.words.last].is(",") &&
                                 actor.words.first - last.words.last <= 3;
            if (apposed) {
                last.words.last = actor.words.last;
                last.country = actor.country;
                continue;
            }
        }
        joined.push_back(actor);
        // "Iraq's government says Prime Minister Nouri al-Maliki will …"
        if (actor.person && actor.office && actor.country.empty() && joined.size() > 1) {
            const std::uint32_t begin = begin_of_sentence(actor.words.first);
            const auto here = std::partition_point(joined.begin(), joined.end(),
                                                   [&](const Actor& before) { return before.words.first < begin; });
            constexpr std::ptrdiff_t most = 50;
            const auto last = here + std::min(most, joined.end() - 1 - here);
            const auto first =
                std::find_if(here, last, [](const Actor& before) { return !before.city && !before.country.empty(); });
            joined.back().country = first != last ? first->country : std::string_view();
        }
    }
    actors_ = std::move(joined);
    for (const Actor& actor : actors_) {
        by_mention_[actor.mention].country = actor.country;
    }
}

/// "Rebels in eastern Congo" is one actor, as is "a court in Tripoli".
void Actors::take_people(Actor& actor, const WordSet& state, const WordSet& people) const {
    constexpr std::string_view parts[] = {
        "the",      "city",  "town", "capital", "province", "region",  "of",     "eastern",     "northern",    "north",
        "southern", "south", "east", "west",    "western",  "central", "nearby", "neighboring", "neighbouring"};
    constexpr std::string_view ties[] = {"in", "from", "across", "inside", "near", "outside"};
    if (actor.country.empty() || actor.person || actor.adjective || actor.words.empty()) {
        return;
    }
    const std::uint32_t begin = begin_of_sentence(actor.words.first);
    std::uint32_t tie = actor.words.first;
    while (tie > begin && one_of(words_[tie - 1].lower, parts)) {
        --tie;
    }
    if (tie < begin + 2 || !one_of(words_[tie - 1].lower, ties) ||
        !(state.contains(words_[tie - 2].lower) || people.contains(words_[tie - 2].lower))) {
        return;
    }
    const std::uint32_t noun = tie - 2;
    constexpr std::uint32_t longest = 3;
    for (std::uint32_t left = noun; left > begin && noun - left < longest; --left) {
        if (words_[left - 1].mention != none) {
            return;  // "Turkish troops in Iraq"
        }
        if (!words_[left - 1].letters || (words::classes_of(words_[left - 1].lower) & words::Preposition) != 0) {
            break;
        }
    }
    actor.words.first = noun;
    actor.people = true;
    actor.rebel = !state.contains(words_[noun].lower);
}

/// The number of sentences if the word is behind all.
std::size_t Actors::sentence_of(std::uint32_t word) const {
    const auto& sentences = words_.sentences();
    const auto sentence =
        std::partition_point(sentences.begin(), sentences.end(), [&](Span span) { return span.last <= word; });
    return static_cast<std::size_t>(sentence - sentences.begin());
}

std::uint32_t Actors::begin_of_sentence(std::uint32_t word) const {
    const std::size_t sentence = sentence_of(word);
    return sentence == words_.sentences().size() ? word : words_.sentences()[sentence].first;
}

void Actors::read_collectives(const attache::Document& document) {
    const attache::Layer collectives = document.read("collective");
    if (collectives.size() == 0) {
        return;
    }
    const auto members = collectives.refs("member");
    for (std::uint32_t row = 0; row < collectives.size(); ++row) {
        if (!members[row] || members[row].number >= by_mention_.size()) {
            continue;
        }
        Actor actor = by_mention_[members[row].number];
        actor.words.first = words_.at_byte(collectives.start(row));
        actor.words.last = words_.at_byte(collectives.end(row));
        actor.group = collectives.start(row);
        actor.city = actor.adjective = false;
        if (!actor.words.empty()) {
            actors_.push_back(actor);
        }
    }
    std::stable_sort(actors_.begin(), actors_.end(),
                     [](const Actor& a, const Actor& b) { return a.words.first < b.words.first; });
}

void Actors::index() {
    first_from_.resize(words_.size() + 1);
    std::uint32_t number = 0;
    for (std::uint32_t word = 0; word < first_from_.size(); ++word) {
        while (number < actors_.size() && actors_[number].words.first < word) {
            ++number;
        }
        first_from_[word] = number;
    }
    for (const Span sentence : words_.sentences()) {
        only_countries_.push_back(only_country(sentence));
    }
    only_in_text_ = only_country({0, words_.size()});
}

/// Empty text if it names none; nothing if it names several, or an organisation of several.
std::optional<std::string_view> Actors::only_country(Span sentence) const {
    std::string_view only;
    const Span actors = in(sentence);
    for (std::uint32_t number = actors.first; number < actors.last; ++number) {
        const Actor& actor = actors_[number];
        const bool another = !actor.country.empty() && !only.empty() && actor.country != only;
        if (actor.international || another) {
            return std::nullopt;
        }
        only = actor.country.empty() ? only : actor.country;
    }
    return only;
}

bool Actors::only_of(std::string_view country, std::uint32_t word) const {
    const std::optional<std::string_view> only = only_countries_[sentence_of(word)];
    return only && (only->empty() || *only == country);
}

Span Actors::in(Span span) const {
    const auto from = [&](std::uint32_t word) { return first_from_[std::min(word, words_.size())]; };
    const std::uint32_t first = from(span.first);
    return {first, std::max(first, from(span.last))};
}

}  // namespace events
