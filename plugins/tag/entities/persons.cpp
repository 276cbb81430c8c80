// Keeps persons by surname, in Western and in East Asian order.
#include "persons.h"

#include <algorithm>

namespace entities {

namespace {

/// More persons of one name than this are a list; the bare name then goes to the latest of the first ones.
constexpr std::size_t most_namesakes = 16;

/// So that a headline in capitals finds the same person.
std::string lower(std::string_view key) {
    std::string text(key);
    for (char& c : text) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    }
    return text;
}

}  // namespace

bool is_bare(const Words& words, const Mention& mention) {
    std::uint32_t at = mention.first;
    while (at + 1 < mention.last && (words[at].is(Particle) || words[at].key == "-")) {
        ++at;
    }
    if (at + 1 == mention.last) {
        return true;
    }
    // A double name: "Ould-Abdallah".
    for (++at; at < mention.last; ++at) {
        if (!words[at].glued) {
            return false;
        }
    }
    return true;
}

std::uint32_t Persons::add(const Mention& mention) {
    std::uint32_t last = mention.last - 1;
    while (last > mention.first + 1 &&
           (!words_[last].letters || words_[last].key == "Jr" || words_[last].key == "Sr")) {
        --last;
    }
    std::string ends = lower(words_[mention.first].key) + ' ' + lower(words_[last].key);
    const auto [found, is_new] = by_ends_.emplace(std::move(ends), static_cast<std::uint32_t>(persons_.size()));
    const std::uint32_t number = found->second;
    if (is_new) {
        persons_.emplace_back();
        const Word& first = words_[mention.first];
        const bool family_first = first.is(Family) && !first.is(Given);
        index(first.key, number, family_first);
        index(words_[last].key, number, !family_first);
        for (std::uint32_t i = mention.first + 1; i < last; ++i) {
            if (words_[i].capital && !words_[i].initial && !words_[i].glued) {
                index(words_[i].key, number, false);
            }
        }
    }
    Person& person = persons_[number];
    name_after(person, mention);
    if (person.office.end == 0) {
        person.office = mention.office;
    }
    return number;
}

void Persons::name_after(Person& person, const Mention& mention) {
    const bool shouted = words_.sentences()[words_[mention.first].sentence].casing == Casing::Upper;
    std::string name = words_.name(mention.first, mention.last);
    const bool better = person.shouted == shouted ? name.size() > person.name.size() : person.shouted;
    if (better || person.name.empty()) {
        person.name = std::move(name);
        person.shouted = shouted;
    }
}

void Persons::index(std::string_view key, std::uint32_t person, bool surname) {
    std::vector<std::uint32_t>& named = (surname ? by_surname_ : by_other_)[lower(key)];
    if (named.size() < most_namesakes) {
        named.push_back(person);
    }
}

void Persons::seen(std::uint32_t person, const Mention& mention) {
    persons_[person].last_seen = mention.first + 1;
}

bool Persons::same_office(Range left, Range right) const {
    for (std::uint32_t i = left.begin; i < left.end; ++i) {
        for (std::uint32_t k = right.begin; k < right.end; ++k) {
            if (words_[i].is(Office) && words_[i].classes == words_[k].classes &&
                words_[i].key.substr(1) == words_[k].key.substr(1)) {
                return true;
            }
        }
    }
    return false;
}

std::optional<std::uint32_t> Persons::choose(const std::vector<std::uint32_t>& candidates,
                                             const Mention& mention) const {
    std::optional<std::uint32_t> latest;
    for (const std::uint32_t candidate : candidates) {
        const Person& person = persons_[candidate];
        if (mention.office.end != 0 && same_office(mention.office, person.office)) {
            return candidate;
        }
        if (!latest || person.last_seen > persons_[*latest].last_seen) {
            latest = candidate;
        }
    }
    return latest;
}

std::optional<std::uint32_t> Persons::meant(const Mention& mention) const {
    const std::string key = lower(words_[mention.last - 1].key);
    for (const auto* names : {&by_surname_, &by_other_}) {
        if (const auto found = names->find(key); found != names->end()) {
            return choose(found->second, mention);
        }
    }
    return std::nullopt;
}

}  // namespace entities
