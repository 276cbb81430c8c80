// Counts the labels of each word and of each name, then lets every word see the counts of its own.
#include "votes.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "hashing.h"
#include "labels.h"

namespace entities {

namespace {

constexpr std::size_t types = 5;

struct Count {
    std::array<std::uint16_t, types> of{};

    bool any() const { return of[best()] > 0; }
    std::size_t best() const { return static_cast<std::size_t>(std::max_element(of.begin(), of.end()) - of.begin()); }
    /// How clear the majority is: 0 to 3.
    Hash clearness() const {
        std::uint32_t sum = 0;
        for (const std::uint16_t count : of) {
            sum += count;
        }
        const std::uint32_t most = of[best()];
        return most == sum ? (sum > 2 ? 3U : sum - 1) : 0U;
    }
};

/// Words that make a name, and the labels of all that have its text.
struct Name {
    Range words;
    const Count* count = nullptr;
};

class Voter {
public:
    Voter(const Words& words, std::span<const Range> runs, std::span<const std::uint8_t> labels, Features& features)
        : words_(words),
          runs_(runs),
          labels_(labels),
          features_(features),
          by_word_(words.forms()),
          as_part_(words.forms()) {}

    void run() {
        count_words();
        count_names();
        describe_runs(
            words_, runs_, features_, [](Range) {},
            [this](std::uint32_t word, FeatureWriter& writer) { describe(word, writer); });
    }

private:
    void count_words() {
        for (std::uint32_t i = 0; i < words_.size(); ++i) {
            if (words_[i].letters && words_[i].capital) {
                ++by_word_[words_[i].form].of[static_cast<std::size_t>(type_of(labels_[i]))];
            }
        }
    }

    void count_names() {
        for (std::uint32_t i = 0; i < words_.size(); ++i) {
            if (labels_[i] == outside || !opens(labels_[i])) {
                continue;
            }
            std::uint32_t last = i + 1;
            while (last < words_.size() && !opens(labels_[last])) {
                ++last;
            }
            const auto type = static_cast<std::size_t>(type_of(labels_[i]));
            Count& count = by_name_[words_.code(i, last)];
            ++count.of[type];
            names_.push_back({{i, last}, &count});
            if (last > i + 1) {
                // What a part of the name is part of: the first and the last word, with or without what is between.
                ++as_part_[words_[i].form].of[type];
                if (words_[last - 1].form != words_[i].form) {
                    ++as_part_[words_[last - 1].form].of[type];
                }
            }
        }
    }

    void describe(std::uint32_t i, FeatureWriter& writer) {
        const Hash own = labels_[i] + 1U;
        writer.add(120, own);
        if (i > 0) {
            writer.add(121, mixed(own, labels_[i - 1]));
        }
        if (i + 1 < words_.size()) {
            writer.add(122, mixed(own, labels_[i + 1]));
        }
        if (words_[i].capital) {
            const Count& alone = by_word_[words_[i].form];
            const Hash vote = alone.best() * 4 + alone.clearness();
            writer.add(123, vote);
            writer.add(124, mixed(vote, own));
            const Count& part = as_part_[words_[i].form];
            if (part.any()) {
                writer.add(125, part.best() * 4 + part.clearness());
                writer.add(126, mixed(part.best(), own));
            }
        }
        while (next_name_ < names_.size() && names_[next_name_].words.end <= i) {
            ++next_name_;
        }
        if (next_name_ < names_.size() && names_[next_name_].words.begin <= i) {
            const Count& count = *names_[next_name_].count;
            writer.add(127, mixed(count.best() * 4 + count.clearness(), own));
        }
    }

    const Words& words_;
    std::span<const Range> runs_;
    std::span<const std::uint8_t> labels_;
    Features& features_;
    std::vector<Count> by_word_;  ///< by their forms
    std::vector<Count> as_part_;
    std::unordered_map<Hash, Count> by_name_;
    std::vector<Name> names_;
    std::size_t next_name_ = 0;
};

}  // namespace

void extract_votes(const Words& words, std::span<const Range> runs, std::span<const std::uint8_t> labels,
                   Features& features) {
    Voter(words, runs, labels, features).run();
}

}  // namespace entities
