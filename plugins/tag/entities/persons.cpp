// Keeps persons by surname, in Western and in East Asian order.
#include "persons.h"

#include <algorithm>
#include <tuple>

namespace entities {

namespace {

constexpr std::size_t most_offices = 4;

bool contradicts(Gender left, Gender right) {
    return left != Gender::Unknown && right != Gender::Unknown && left != right;
}

/// Stands for the name where only equality counts.
Hash code_of(const PersonName& name) {
    Hash code = hashed(name.suffix);
    for (const std::string& part : name.parts) {
        code = mixed(code, hashed(part));
    }
    return code;
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

std::uint32_t Persons::add(const Mention& mention, const Address& address) {
    PersonName name = person_name(words_, mention);
    const auto [exact, is_new] = by_full_name_.emplace(code_of(name), static_cast<std::uint32_t>(persons_.size()));
    if (is_new) {
        exact->second = find(name, address).value_or(exact->second);
        if (exact->second == persons_.size()) {
            persons_.emplace_back();
        }
        learn(exact->second, mention, std::move(name));
    }
    Person& person = persons_[exact->second];
    name_after(person, mention);
    person.address.gender = person.address.gender == Gender::Unknown ? address.gender : person.address.gender;
    person.address.relative = person.address.relative || address.relative;
    person.address.reigning = person.address.reigning || address.reigning || !person.parts.suffix.empty();
    if (mention.office.end != 0 && person.offices.size() < most_offices) {
        person.offices.push_back(mention.office);
    }
    return exact->second;
}

/// One name alone is whole only for those who reign: "Francis" is not "Francis Okello".
bool Persons::may_be(const Person& person, const PersonName& name, const Address& address) {
    const bool alone = name.parts.size() == 1 || person.parts.parts.size() == 1;
    const bool reigns = person.address.reigning || address.reigning || !name.suffix.empty();
    const bool possible = !alone || (reigns && person.parts.parts.size() == name.parts.size());
    return possible && may_name_one(person.parts, name) && !contradicts(person.address.gender, address.gender);
}

/// A person already entered whom another form of the name may mean.
std::optional<std::uint32_t> Persons::find(const PersonName& name, const Address& address) const {
    if (name.parts.empty()) {
        return std::nullopt;
    }
    std::optional<std::uint32_t> best;
    for (const std::string* key : {&name.parts.back(), &name.parts.front()}) {
        for (const ByName* names : {&by_surname_, &by_other_}) {
            const auto found = names->find(hashed(*key));
            if (found == names->end()) {
                continue;
            }
            for (const std::uint32_t candidate : found->second.all()) {
                if (may_be(persons_[candidate], name, address)) {
                    best = std::max(best.value_or(candidate), candidate);
                }
            }
        }
    }
    return best;
}

/// Keeps the fullest form of the name and indexes its parts.
void Persons::learn(std::uint32_t number, const Mention& mention, PersonName name) {
    PersonName& known = persons_[number].parts;
    if (known.suffix.empty()) {
        known.suffix = name.suffix;
    }
    if (known.parts.size() >= name.parts.size()) {
        return;
    }
    known.parts = std::move(name.parts);
    const Word& first = words_[mention.first];
    const bool family_first = known.parts.size() == 1 || (first.is(Family) && !first.is(Given));
    index(family_first ? by_surname_ : by_other_, known.parts.front(), number);
    if (known.parts.size() > 1) {
        index(family_first ? by_other_ : by_surname_, known.parts.back(), number);
    }
    for (std::size_t i = 1; i + 1 < known.parts.size(); ++i) {
        index(by_other_, known.parts[i], number);
    }
}

void Persons::name_after(Person& person, const Mention& mention) {
    const bool shouted = words_.casing(mention.first) == Casing::Upper;
    std::string name = words_.name(mention.first, mention.last);
    const bool better = person.shouted == shouted ? name.size() > person.name.size() : person.shouted;
    if (better || person.name.empty()) {
        person.name = std::move(name);
        person.shouted = shouted;
    }
}

void Persons::index(ByName& names, const std::string& part, std::uint32_t person) {
    Namesakes& named = names[hashed(part)];
    if (named.count < Namesakes::most && (named.count == 0 || named.numbers[named.count - 1] != person)) {
        named.numbers[named.count++] = person;
    }
}

void Persons::seen(std::uint32_t person, const Mention& mention) {
    persons_[person].last_seen = mention.first + 1;
}

/// How many words of the mention's office the person's offices have.
std::size_t Persons::shared_office(const Mention& mention, const Person& person) const {
    std::size_t shared = 0;
    for (const Range& office : person.offices) {
        for (std::uint32_t i = mention.office.begin; i < mention.office.end; ++i) {
            for (std::uint32_t k = office.begin; k < office.end; ++k) {
                shared += words_[i].letters && words_[i].key.substr(1) == words_[k].key.substr(1) &&
                          words_[i].classes == words_[k].classes;
            }
        }
    }
    return shared;
}

std::optional<std::uint32_t> Persons::choose(std::span<const std::uint32_t> candidates, const Mention& mention,
                                             const Address& address) const {
    std::optional<std::uint32_t> best;
    std::tuple<std::size_t, bool, bool, std::uint32_t> best_rank;
    for (const std::uint32_t candidate : candidates) {
        const Person& person = persons_[candidate];
        if (contradicts(person.address.gender, address.gender)) {
            continue;
        }
        const bool gender = address.gender != Gender::Unknown && person.address.gender == address.gender;
        const std::tuple rank(shared_office(mention, person), gender, !person.address.relative, person.last_seen);
        if (!best || rank > best_rank) {
            best = candidate;
            best_rank = rank;
        }
    }
    return best;
}

std::optional<std::uint32_t> Persons::meant(const Mention& mention, const Address& address) const {
    const Hash key = hashed(name_key(words_[mention.last - 1].key));
    for (const ByName* names : {&by_surname_, &by_other_}) {
        if (const auto found = names->find(key); found != names->end()) {
            if (const auto person = choose(found->second.all(), mention, address)) {
                return person;
            }
        }
    }
    return std::nullopt;
}

}  // namespace entities
