// Ties bare names to persons, short forms to full ones and guesses to what is known elsewhere in the document, then
// numbers the things.
#include "consistency.h"

#include <algorithm>
#include <span>

#include "acronyms.h"
#include "address.h"
#include "groups.h"
#include "office_holders.h"
#include "persons.h"
#include "short_forms.h"

namespace entities {

namespace {

constexpr std::uint32_t no_person = UINT32_MAX;

class Resolver {
public:
    Resolver(const Words& words, std::vector<Mention> mentions)
        : words_(words), mentions_(std::move(mentions)), persons_(words) {}

    std::vector<Resolved> run() {
        separate_offices(words_, mentions_);
        tie_acronyms(words_, mentions_);
        tie_short_forms(words_, mentions_);
        enter_persons();
        tie_bare_names();
        merge_parts();
        return number_things();
    }

private:
    void enter_persons() {
        person_of_.assign(mentions_.size(), no_person);
        for (std::size_t i = 0; i < mentions_.size(); ++i) {
            if (mentions_[i].type != Type::Person) {
                continue;
            }
            const Address address = address_of(words_, mentions_[i]);
            if (address.reigning || !is_bare(words_, mentions_[i])) {
                person_of_[i] = persons_.add(mentions_[i], address);
            }
        }
    }

    void tie_bare_names() {
        count_bare_names();
        for (std::size_t i = 0; i < mentions_.size(); ++i) {
            Mention& mention = mentions_[i];
            if (person_of_[i] == no_person && may_be_person(mention)) {
                if (const auto person = persons_.meant(mention, address_of(words_, mention))) {
                    person_of_[i] = *person;
                    mention.type = Type::Person;
                    mention.entry = nullptr;
                    mention.kind = {};
                    mention.evidence = "alias";
                }
            }
            if (person_of_[i] != no_person) {
                take_particles(i);
                persons_.seen(person_of_[i], mention);
            }
        }
    }

    void count_bare_names() {
        bare_names_.resize(words_.forms().size());
        for (const Mention& mention : mentions_) {
            BareName& name = bare_names_[words_[mention.last - 1].form];
            if (mention.type == Type::Person) {
                name.person += mention.confidence;
            } else if (mention.type == Type::Organisation && is_bare(words_, mention)) {
                name.organisation += mention.confidence;
            }
        }
    }

    /// "Enron" stays one, though one line has "Jane Enron".
    bool is_organisation(const Mention& mention) const {
        constexpr float clearly = 3;
        const BareName& name = bare_names_[words_[mention.last - 1].form];
        return mention.type == Type::Organisation && name.organisation > clearly * name.person;
    }

    /// "von der Leyen", "bin Salman": particles of the full name that stand before the bare one.
    void take_particles(std::size_t i) {
        Mention& mention = mentions_[i];
        const std::uint32_t begin = i > 0 ? mentions_[i - 1].last : 0;
        while (mention.first > begin && words_[mention.first - 1].is(Particle) &&
               words_[mention.first - 1].sentence == words_[mention.first].sentence &&
               persons_.name(person_of_[i]).find(words_.name(mention.first - 1, mention.last)) != std::string::npos) {
            --mention.first;
        }
    }

    bool may_be_person(const Mention& mention) const {
        if (!is_bare(words_, mention) || mention.full.end != 0 || is_organisation(mention)) {
            return false;
        }
        if (mention.type == Type::None) {
            const bool headline = words_.casing(mention.first) != Casing::Normal;
            return (headline || mention.support > Support::Initial || is_subject(mention)) &&
                   !after_determiner(mention);
        }
        if (mention.type == Type::Person || mention.support < Support::Cue) {
            return true;
        }
        // "Kovacs", of which only the model says that it is a place, beside Maria Kovacs.
        const bool known_by_nothing = mention.entry == nullptr && mention.evidence == "model";
        const bool city = mention.type == Type::Place && mention.kind == "city";
        return mention.as_person || ((city || known_by_nothing) && !mention.at_place);
    }

    /// "Ban was", at the beginning of a sentence
    bool is_subject(const Mention& mention) const {
        constexpr std::string_view verbs[] = {"is", "was", "has", "had", "will", "would"};
        return mention.last < words_.size() &&
               std::find(std::begin(verbs), std::end(verbs), words_[mention.last].key) != std::end(verbs);
    }

    bool after_determiner(const Mention& mention) const {
        return mention.first > 0 && words_[mention.first - 1].determiner;
    }

    /// In a headline the parts of a name were taken one by one.
    void merge_parts() {
        for (std::size_t i = 0; i + 1 < mentions_.size(); ++i) {
            Mention& next = mentions_[i + 1];
            if (person_of_[i] != no_person && person_of_[i] == person_of_[i + 1] && mentions_[i].last == next.first &&
                words_[next.first].sentence == words_[mentions_[i].first].sentence &&
                mentions_[i].evidence == "alias" && next.evidence == "alias") {
                next.first = mentions_[i].first;
                mentions_[i].type = Type::None;
                person_of_[i] = no_person;
            }
        }
    }

    /// How sure the model is of a bare name, over the document.
    struct BareName {
        float organisation = 0;
        float person = 0;  ///< alone or as the last one of a longer name
    };

    struct Thing {
        std::string id;
        std::string name;
        std::string office;
    };

    /// The key under which all mentions of one thing are found.
    Hash thing_key(std::size_t i) {
        Mention& mention = mentions_[i];
        if (person_of_[i] != no_person) {
            return mixed(person_of_[i], 0);
        }
        return mention.full.end != 0 ? full_name_key(mention) : name_key(mention);
    }

    Hash name_key(const Mention& mention) const {
        if (mention.entry == nullptr) {
            return text_key(mention.type, words_.key(mention.first, mention.last));
        }
        return mention.entry->id.empty() ? text_key(mention.type, mention.entry->name) : hashed(mention.entry->id);
    }

    static Hash text_key(Type type, std::string_view text) { return mixed(static_cast<Hash>(type) + 1, hashed(text)); }

    /// A short form becomes what its full name is, which may be a short form itself.
    Hash full_name_key(Mention& mention) {
        constexpr int longest_chain = 4;
        const Mention* full = full_mention(mention.full);
        for (int i = 0; full != nullptr && full->full.end != 0 && i < longest_chain; ++i) {
            full = full_mention(full->full);
        }
        if (full == nullptr) {
            return text_key(mention.type, words_.key(mention.full.begin, mention.full.end));
        }
        mention.type = full->type;
        mention.kind = full->kind;
        mention.entry = full->entry;
        return name_key(*full);
    }

    /// The mention that spans these words or more.
    const Mention* full_mention(Range range) const {
        const auto at = first_ending_after(mentions_, range.begin);
        const bool spans = at != mentions_.end() && at->first <= range.begin && at->last >= range.end;
        return spans && at->type != Type::None ? &*at : nullptr;
    }

    bool keep(std::size_t i) const {
        const Mention& mention = mentions_[i];
        return mention.type != Type::None && (mention.support > Support::Unknown || mention.evidence == "alias");
    }

    std::vector<Resolved> number_things() {
        const std::vector<std::uint32_t> firsts = first_mentions();
        std::vector<std::uint32_t> thing_of(mentions_.size());
        std::vector<Resolved> resolved;
        resolved.reserve(mentions_.size());
        for (std::uint32_t i = 0; i < mentions_.size(); ++i) {
            if (!keep(i)) {
                continue;
            }
            if (firsts[i] == i) {
                thing_of[i] = narrow(things_.size());
                things_.push_back(new_thing(mentions_[i]));
            }
            write(resolved.emplace_back(), i, thing_of[firsts[i]]);
        }
        for (Resolved& row : resolved) {
            const Thing& thing = things_[row.thing];
            row.id = thing.id;
            row.name = thing.name;
            if (row.type == Type::Person && row.office.empty()) {
                row.office = thing.office;
            }
        }
        return resolved;
    }

    /// For each mention that is kept, the first one of the same thing.
    std::vector<std::uint32_t> first_mentions() {
        std::vector<Keyed> keys;
        keys.reserve(mentions_.size());
        for (std::uint32_t i = 0; i < mentions_.size(); ++i) {
            if (mentions_[i].type == Type::None) {
                continue;
            }
            const Hash key = thing_key(i);
            if (keep(i)) {
                keys.push_back({key, i});
            }
        }
        std::vector<std::uint32_t> firsts(mentions_.size());
        for_each_group(keys, [&](std::span<const Keyed> same) {
            for (const Keyed& one : same) {
                firsts[one.mention] = same.front().mention;
            }
        });
        return firsts;
    }

    Thing new_thing(const Mention& mention) {
        if (mention.entry != nullptr && !mention.entry->id.empty()) {
            return {std::string(mention.entry->id), std::string(mention.entry->name), {}};
        }
        std::string id = std::to_string(++local_ids_);
        id.insert(id.begin(), 'e');
        return {std::move(id), {}, {}};
    }

    void write(Resolved& row, std::size_t i, std::uint32_t number) {
        const Mention& mention = mentions_[i];
        Thing& thing = things_[number];
        row.thing = number;
        const bool article = mention.article && mention.type != Type::Person;
        row.begin = words_[article ? mention.first - 1 : mention.first].begin;
        row.end = words_[mention.last - 1].end;
        row.words = {mention.first, mention.last};
        row.type = mention.type;
        row.kind = mention.kind;
        row.evidence = mention.evidence;
        row.confidence = mention.confidence;
        if (mention.type == Type::Person && mention.office.begin < mention.office.end) {
            row.office = words_.name(mention.office.begin, mention.office.end);
            if (thing.office.empty()) {
                thing.office = row.office;
            }
        }
        if (mention.entry == nullptr || mention.entry->id.empty()) {
            take_longest(thing.name, i);
        }
    }

    void take_longest(std::string& name, std::size_t i) const {
        const Mention& mention = mentions_[i];
        if (person_of_[i] != no_person) {
            take_longer(name, persons_.name(person_of_[i]));
        } else if (mention.entry != nullptr) {
            take_longer(name, mention.entry->name);
        } else if (words_.text(mention.first, mention.last).size() > name.size()) {
            take_longer(name, words_.name(mention.first, mention.last));
        }
    }

    static void take_longer(std::string& name, std::string_view other) {
        if (other.size() > name.size()) {
            name = other;
        }
    }

    const Words& words_;
    std::vector<Mention> mentions_;
    Persons persons_;
    std::vector<std::uint32_t> person_of_;
    std::vector<BareName> bare_names_;  ///< by the number of their form
    std::vector<Thing> things_;
    std::uint32_t local_ids_ = 0;
};

}  // namespace

std::vector<Resolved> resolve(const Words& words, std::vector<Mention> mentions) {
    return Resolver(words, std::move(mentions)).run();
}

}  // namespace entities
