// Collects what is known of each text, then hands it to the mentions that know less.
#include "agreement.h"

#include <array>
#include <cstdint>
#include <span>

#include "groups.h"
#include "persons.h"

namespace entities {

namespace {

/// The best supported of mentions with one text; of equally supported ones the more frequent type counts. Null if none
/// says what it is.
const Mention* best_of(const std::vector<Mention>& mentions, std::span<const Keyed> same) {
    const Mention* best = nullptr;
    std::array<std::uint32_t, 5> counts{};
    for (const Keyed& one : same) {
        const Mention& mention = mentions[one.mention];
        if (mention.type == Type::None || mention.support < Support::Guess) {
            continue;
        }
        const std::uint32_t count = ++counts[static_cast<std::size_t>(mention.type)];
        if (best == nullptr || mention.support > best->support ||
            (mention.support == best->support && count > counts[static_cast<std::size_t>(best->type)])) {
            best = &mention;
        }
    }
    return best;
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
    std::vector<bool> bare(words.forms().size());
    for (const Mention& mention : mentions) {
        const bool open = mention.type == Type::None || mention.type == Type::Person;
        if (open && !mention.at_place && is_bare(words, mention)) {
            bare[words[mention.last - 1].form] = true;
        }
    }
    for (Mention& mention : mentions) {
        if (mention.type == Type::Person && mention.support == Support::Unknown) {
            const bool supported = mention.office.end != 0 || bare[words[mention.last - 1].form];
            mention.type = supported ? Type::Person : Type::None;
            mention.support = supported ? Support::Guess : Support::Unknown;
        }
    }
}

}  // namespace

void agree_on_types(const Words& words, std::vector<Mention>& mentions) {
    std::vector<Keyed> texts;
    texts.reserve(mentions.size());
    for (std::uint32_t i = 0; i < mentions.size(); ++i) {
        texts.push_back({words.code(mentions[i].first, mentions[i].last), i});
    }
    for_each_group(texts, [&](std::span<const Keyed> same) {
        if (const Mention* const best = best_of(mentions, same)) {
            for (const Keyed& one : same) {
                adopt(mentions[one.mention], *best);
            }
        }
    });
    test_forms(words, mentions);
}

}  // namespace entities
