// Collects what is known of each text, then hands it to the mentions that know less.
#include "agreement.h"

#include <algorithm>
#include <array>
#include <compare>
#include <cstdint>
#include <span>

#include "persons.h"

namespace entities {

namespace {

/// Stands for the text of a mention.
struct TextOf {
    Hash code = 0;
    std::uint32_t mention = 0;
    auto operator<=>(const TextOf&) const = default;
};

/// The best supported of mentions with one text; of equally supported ones the more frequent type counts. Null if none
/// says what it is.
const Mention* best_of(const std::vector<Mention>& mentions, std::span<const TextOf> same) {
    const Mention* best = nullptr;
    std::array<std::uint32_t, 5> counts{};
    for (const TextOf& text : same) {
        const Mention& mention = mentions[text.mention];
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
    std::vector<bool> bare(words.forms());
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
    std::vector<TextOf> texts;
    texts.reserve(mentions.size());
    for (std::uint32_t i = 0; i < mentions.size(); ++i) {
        texts.push_back({words.code(mentions[i].first, mentions[i].last), i});
    }
    std::sort(texts.begin(), texts.end());
    for (std::size_t begin = 0, end = 0; begin < texts.size(); begin = end) {
        for (end = begin + 1; end < texts.size() && texts[end].code == texts[begin].code; ++end) {
        }
        const auto same = std::span(texts).subspan(begin, end - begin);
        if (const Mention* const best = best_of(mentions, same)) {
            for (const TextOf& text : same) {
                adopt(mentions[text.mention], *best);
            }
        }
    }
    test_forms(words, mentions);
}

}  // namespace entities
