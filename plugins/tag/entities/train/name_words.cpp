#include "name_words.h"

#include <unordered_map>

namespace entities::train {

namespace {

struct Count {
    std::uint32_t all = 0;
    std::uint32_t inside = 0;  ///< a name
    std::uint32_t edge = 0;    ///< of those, at its beginning or end
};

/// Fewer places of a word tell nothing.
constexpr std::uint32_t fewest = 10;
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

std::uint8_t use_of(const Count& count) {
    if (count.all < fewest) {
        return 0;
    }
    const bool inside = count.inside * seldom_inside >= count.all;
    const bool edge = count.edge * seldom_edge >= count.all;
    return static_cast<std::uint8_t>((inside ? Clusters::Inside : Clusters::Apart) | (edge ? Clusters::Edge : 0));
}

}  // namespace

void note_uses(const std::vector<std::unique_ptr<Example>>& examples, std::vector<Clusters::Slot>& slots) {
    std::unordered_map<std::uint32_t, Count> counts;
    for (const std::unique_ptr<Example>& example : examples) {
        const Words& words = *example->words;
        for (std::uint32_t i = 0; i < words.size(); ++i) {
            if (words[i].letters && words[i].capital) {
                continue;
            }
            Count& count = counts[Clusters::code_of(words[i].key)];
            const Allowed allowed = example->allowed[i];
            const bool inside = (allowed >> outside & 1U) == 0;
            ++count.all;
            count.inside += inside;
            count.edge += inside && at_edge(allowed);
        }
    }
    for (Clusters::Slot& slot : slots) {
        const auto found = counts.find(slot.code);
        slot.use = found == counts.end() ? 0 : use_of(found->second);
    }
}

}  // namespace entities::train
