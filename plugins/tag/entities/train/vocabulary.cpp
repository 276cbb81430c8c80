#include "vocabulary.h"

#include <bit>
#include <cmath>
#include <map>

namespace entities::train {

namespace {

/// Places of a word, however it is written.
struct Count {
    std::uint32_t all = 0;
    std::uint32_t capital = 0;  ///< inside sentences, with a capital
    std::uint32_t plain = 0;    ///< inside sentences, without
    std::uint32_t small = 0;    ///< anywhere, without
    std::uint32_t inside = 0;   ///< of those, in a name
    std::uint32_t edge = 0;     ///< of those, at its beginning or end
};

/// By the codes of words.
using Counts = std::map<std::uint32_t, Count>;

/// Of a word that is seen less often nothing is known.
constexpr std::uint32_t fewest = 3;
/// Nor what names do with it, of one that is seen less often.
constexpr std::uint32_t fewest_small = 10;
/// One place in so many inside a name is enough to look at the word between capitals,
constexpr std::uint32_t seldom_inside = 500;
/// and one in so many at the edge of a name to look at it beside a capital.
constexpr std::uint32_t seldom_edge = 150;

bool at_edge(Allowed allowed) {
    for (std::uint8_t label = 0; label < mention_labels; ++label) {
        if ((allowed >> label & 1U) != 0 && (opens(label) || closes(label))) {
            return true;
        }
    }
    return false;
}

void count_words(const Example& example, Counts& counts) {
    const Words& words = *example.words;
    for (const Sentence& sentence : words.sentences()) {
        for (std::uint32_t i = sentence.words.begin; i < sentence.words.end; ++i) {
            Count& count = counts[Clusters::code_of(SmallKey(words[i].key).text())];
            const bool capital = words[i].capital;
            const bool inside_sentence = !words[i].first && sentence.casing == Casing::Normal;
            ++count.all;
            count.capital += inside_sentence && capital;
            count.plain += inside_sentence && !capital;
            if (!capital) {
                const Allowed allowed = example.allowed[i];
                const bool inside = (allowed >> outside & 1U) == 0;
                ++count.small;
                count.inside += inside;
                count.edge += inside && at_edge(allowed);
            }
        }
    }
}

std::uint8_t capitals_of(const Count& count) {
    return static_cast<std::uint8_t>(1 + std::lround(7 * (count.capital + 0.1) / (count.capital + count.plain + 0.2)));
}

std::uint8_t use_of(const Count& count) {
    if (count.small < fewest_small) {
        return 0;
    }
    const bool inside = count.inside * seldom_inside >= count.small;
    const bool edge = count.edge * seldom_edge >= count.small;
    return static_cast<std::uint8_t>((inside ? Clusters::Inside : Clusters::Apart) | (edge ? Clusters::Edge : 0));
}

}  // namespace

std::vector<Clusters::Slot> make_vocabulary(const std::vector<ClusteredWord>& clustered,
                                            const std::vector<std::unique_ptr<Example>>& examples) {
    Counts counts;
    for (const std::unique_ptr<Example>& example : examples) {
        count_words(*example, counts);
    }
    std::map<std::uint32_t, Clusters::Slot> known;
    for (const ClusteredWord& word : clustered) {
        const std::uint32_t code = Clusters::code_of(word.word);
        known.emplace(code, Clusters::Slot{code, word.path});
    }
    for (const auto& [code, count] : counts) {
        if (count.all >= fewest) {
            Clusters::Slot& slot = known[code];
            slot.code = code;
            slot.capitals = capitals_of(count);
            slot.use = use_of(count);
        }
    }
    std::vector<Clusters::Slot> slots(std::bit_ceil(4 * known.size() / 3 + 1));
    for (const auto& [code, slot] : known) {
        slots[Clusters::place_of(code, slots)] = slot;
    }
    return slots;
}

}  // namespace entities::train
