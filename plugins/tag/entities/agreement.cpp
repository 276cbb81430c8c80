// Collects what is known of each text, then hands it to the mentions that know less.
#include "agreement.h"

#include <array>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "persons.h"

namespace entities {

namespace {

/// What a text names by its best supported mentions; of equally supported ones the more frequent type counts.
struct Known {
    Mention best;
    std::array<std::uint32_t, 5> counts{};
};

using KnownTypes = std::unordered_map<Hash, Known>;

KnownTypes known_types(const std::vector<Hash>& texts, const std::vector<Mention>& mentions) {
    KnownTypes types;
    for (std::size_t i = 0; i < mentions.size(); ++i) {
        const Mention& mention = mentions[i];
        if (mention.type == Type::None || mention.support < Support::Guess) {
            continue;
        }
        Known& known = types[texts[i]];
        const std::uint32_t count = ++known.counts[static_cast<std::size_t>(mention.type)];
        const bool more =
            mention.support == known.best.support && count > known.counts[static_cast<std::size_t>(known.best.type)];
        if (known.best.type == Type::None || mention.support > known.best.support || more) {
            known.best = mention;
        }
    }
    return types;
}

void adopt(Mention& mention, const Mention& better) {
    const bool no_better = better.support < mention.support;
    const bool same = better.type == mention.type && mention.support >= Support::Guess;
    if (no_better || same) {
        return;
    }
    mention.type = better.type;
    mention.kind = better.kind;
    mention.entry = better.entry;
    mention.support = Support::Guess;
    mention.evidence = "repeated";
}

void test_forms(const Words& words, std::vector<Mention>& mentions) {
    std::unordered_set<std::string_view> bare;
    for (const Mention& mention : mentions) {
        const bool open = mention.type == Type::None || mention.type == Type::Person;
        if (open && !mention.at_place && is_bare(words, mention)) {
            bare.insert(words[mention.last - 1].key);
        }
    }
    for (Mention& mention : mentions) {
        if (mention.type == Type::Person && mention.support == Support::Unknown) {
            const bool supported = mention.office.end != 0 || bare.contains(words[mention.last - 1].key);
            mention.type = supported ? Type::Person : Type::None;
            mention.support = supported ? Support::Guess : Support::Unknown;
        }
    }
}

}  // namespace

void agree_on_types(const Words& words, const std::vector<Hash>& texts, std::vector<Mention>& mentions) {
    const KnownTypes types = known_types(texts, mentions);
    for (std::size_t i = 0; i < mentions.size(); ++i) {
        if (const auto known = types.find(texts[i]); known != types.end()) {
            adopt(mentions[i], known->second.best);
        }
    }
    test_forms(words, mentions);
}

}  // namespace entities
