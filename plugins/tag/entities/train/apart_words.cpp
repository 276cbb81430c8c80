#include "apart_words.h"

#include <string_view>
#include <unordered_map>

namespace entities::train {

namespace {

struct Uses {
    std::uint32_t all = 0;
    std::uint32_t inside = 0;  ///< a name
};

/// Fewer uses tell nothing; one use in so many inside a name is enough to look at the word.
constexpr std::uint32_t fewest = 10;
constexpr std::uint32_t seldom = 500;

}  // namespace

void mark_apart_words(const std::vector<std::unique_ptr<Example>>& examples, std::vector<Clusters::Slot>& slots) {
    std::unordered_map<std::uint32_t, Uses> uses;
    for (const std::unique_ptr<Example>& example : examples) {
        const Words& words = *example->words;
        for (std::uint32_t i = 0; i < words.size(); ++i) {
            if (!words[i].letters || !words[i].capital) {
                Uses& word = uses[Clusters::code_of(words[i].key)];
                ++word.all;
                word.inside += (example->allowed[i] >> outside & 1U) == 0;
            }
        }
    }
    for (Clusters::Slot& slot : slots) {
        const auto found = uses.find(slot.code);
        slot.apart =
            found != uses.end() && found->second.all >= fewest && found->second.inside * seldom < found->second.all;
    }
}

}  // namespace entities::train
