#include "actors.h"

#include <algorithm>

#include "joined_names.h"

namespace events {

using words::none;
using words::one_of;
using words::Span;
using words::Words;

Actors::Actors(const Words& words, const attache::Document& document, const ActorNames& names, const WordSet& state,
               const WordSet& people)
    : words_(words) {
    read_mentions(document, names);
    actors_ = joined_names(actors_, words, names);
    for (Actor& actor : actors_) {
        by_mention_[actor.mention].country = actor.country;
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
        if (ethnic || tells_origin(actor.words)) {
            actor.country = {};  // "ethnic Russians" are of another country
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

/// "Rebels in eastern Congo" is one actor, as is "a court in Tripoli".
void Actors::take_people(Actor& actor, const WordSet& state, const WordSet& people) const {
    constexpr std::string_view parts[] = {
        "the",      "city",  "town", "capital", "province", "region",  "of",     "eastern",     "northern",    "north",
        "southern", "south", "east", "west",    "western",  "central", "nearby", "neighboring", "neighbouring"};
    constexpr std::string_view ties[] = {"in", "from", "across", "inside", "near", "outside"};
    if (actor.country.empty() || actor.person || actor.adjective || actor.words.empty()) {
        return;
    }
    const std::uint32_t begin = words_.begin_of_sentence(actor.words.first);
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
    const std::optional<std::string_view> only = only_countries_[words_.sentence_of(word)];
    return only && (only->empty() || *only == country);
}

Span Actors::in(Span span) const {
    const auto from = [&](std::uint32_t word) { return first_from_[std::min(word, words_.size())]; };
    const std::uint32_t first = from(span.first);
    return {first, std::max(first, from(span.last))};
}

}  // namespace events
