// The persons of a document, and whom a bare name means: "Wang" after "Wang Yi", "Nurtleu" before "Murat Nurtleu".
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "address.h"
#include "mention.h"
#include "person_name.h"
#include "words.h"

namespace entities {

/// True if the mention is a single name, perhaps with a particle: "Wang", "al-Assad".
bool is_bare(const Words& words, const Mention& mention);

class Persons {
public:
    explicit Persons(const Words& words) : words_(words) {}

    /// Enters a mention with a full name, or with one of reign: "King Charles"; returns the person's number. Mentions
    /// come in text order.
    std::uint32_t add(const Mention& mention, const Address& address);

    /// Whom a bare name means at this place of the text, if anybody: of several with that name the one whose office
    /// the mention has, else the one who is nobody's relative, else the one mentioned last, else the first to come.
    std::optional<std::uint32_t> meant(const Mention& mention, const Address& address) const;

    /// Notes that the person was mentioned here.
    void seen(std::uint32_t person, const Mention& mention);

    std::size_t size() const { return persons_.size(); }
    const std::string& name(std::uint32_t person) const { return persons_[person].name; }

private:
    struct Person {
        PersonName parts;
        std::string name;
        bool shouted = false;         ///< the name was read in a headline of capitals
        std::uint32_t last_seen = 0;  ///< word number + 1; 0: not yet
        Address address;
        std::vector<Range> offices;
    };
    /// The first persons of one name. More of them are a list; the bare name then goes to the latest of these.
    struct Namesakes {
        static constexpr std::size_t most = 16;
        std::array<std::uint32_t, most> numbers;
        std::size_t count = 0;

        std::span<const std::uint32_t> all() const { return {numbers.data(), count}; }
    };
    using ByName = std::unordered_map<Hash, Namesakes>;  // by the code of a part of the name

    static bool may_be(const Person& person, const PersonName& name, const Address& address);
    std::optional<std::uint32_t> find(const PersonName& name, const Address& address) const;
    void learn(std::uint32_t number, const Mention& mention, PersonName name);
    void name_after(Person& person, const Mention& mention);
    static void index(ByName& names, const std::string& part, std::uint32_t person);
    std::size_t shared_office(const Mention& mention, const Person& person) const;
    std::optional<std::uint32_t> choose(std::span<const std::uint32_t> candidates, const Mention& mention,
                                        const Address& address) const;

    const Words& words_;
    std::vector<Person> persons_;
    std::unordered_map<Hash, std::uint32_t> by_full_name_;
    ByName by_surname_;
    ByName by_other_;
};

}  // namespace entities
