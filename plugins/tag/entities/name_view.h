// What the network sees of a name: how the label sequence rates it, the document's other names, and the clusters of its
// words and of those around it. The same code serves training and tagging.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "clusters.h"
#include "labels.h"
#include "words.h"

namespace entities {

/// What a stretch of words may be: one of the types, or none; in this order.
inline constexpr std::size_t outcomes = mention_types + 1;

/// Words [first, last) that are a name of this type in the best sequence of labels.
struct ScoredName {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    Type type = Type::None;
    /// Of its words as each of the outcomes, between words of no name. Wide, as names can be long.
    std::array<std::int64_t, outcomes> scores{};
};

struct NameView {
    enum Place : std::uint8_t { FarBefore, Before2, Before, First, Inside, Last, After, After2, FarAfter };
    static constexpr std::size_t places = FarAfter + 1;
    static constexpr std::size_t numbers_size = 30;
    static constexpr std::size_t type_number = 9;  ///< the first of those that say what the name is labelled
    /// Of longer names the rest is not looked at.
    static constexpr std::uint32_t longest = 16;
    static constexpr std::uint32_t far = 4;  ///< words that are looked at on each side

    /// A word that is in clusters.
    struct Seen {
        Clusters::Path path{};
        Place place = Inside;
    };

    std::array<float, numbers_size> numbers{};
    float inside_share = 0;  ///< of one word in the mean over those of the name
    std::span<const Seen> seen() const { return {seen_.data(), seen_size_}; }
    void add(const Clusters::Path& path, Place place) {
        if (path != Clusters::Path{}) {
            seen_[seen_size_++] = {path, place};
        }
    }

private:
    std::array<Seen, longest + 2 + 2 * far> seen_{};
    std::size_t seen_size_ = 0;
};

/// Of the names of one document.
class NameViews {
public:
    /// Words and names are lent. `unit`: of the scores, so that those of models of different scales are alike.
    NameViews(const Words& words, std::span<const ScoredName> names, float unit);

    NameView of(const ScoredName& name) const;

private:
    /// What names that end in one word are.
    struct Namesakes {
        std::array<std::uint32_t, mention_types> types{};
        std::array<float, mention_types> leads{};
    };

    std::array<float, mention_types> leads_of(const ScoredName& name) const;
    void add_numbers(const ScoredName& name, NameView& view) const;
    void add_clusters(const ScoredName& name, NameView& view) const;
    std::uint32_t key_of(const ScoredName& name) const { return words_.forms()[words_[name.last - 1].form].in_small; }

    const Words& words_;
    float unit_;
    std::array<std::uint32_t, mention_types> mix_{};  ///< names of the document by their types
    std::uint32_t names_;
    std::vector<Namesakes> by_last_word_;
};

}  // namespace entities
