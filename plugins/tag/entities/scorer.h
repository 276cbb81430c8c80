// Adds up what a model gives each word of a document, while its features are extracted.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "decoder.h"
#include "features.h"
#include "model.h"
#include "part_scores.h"

namespace entities {

/// Adds rows of a model. So many of one byte a label as a word has cannot overflow two bytes.
void add_rows(const Model& model, std::span<const std::uint32_t> rows, Emission<std::int16_t>& sum);

/// Adds what a word's features give to its scores, which stay within plus and minus `largest_emission`.
void add_limited(const Emission<std::int16_t>& more, Emission<std::int16_t>& scores);

/// A target of features, see describe_runs.
class Scorer {
public:
    using Score = std::int16_t;

    /// Adds to `scores`, which has one for each word of the runs.
    Scorer(const Model& model, PartScores& part_scores, std::span<Emission<Score>> scores)
        : model_(model), part_scores_(part_scores), scores_(scores) {}

    unsigned bits() const { return model_.bits(); }
    void clear(std::size_t, std::size_t) {}
    void begin_word(std::uint32_t) {}
    std::uint32_t* room() { return described().rows.data(); }

    /// Adds up a part only where it is not remembered what it gives.
    template <class Write>
    void part(FeatureWriter&, Part part, Hash key, Write write) {
        PartScores::Entry& known = part_scores_.at(part, key);
        if (known.key != key) {
            std::array<std::uint32_t, Features::most> rows;
            FeatureWriter writer(rows.data(), bits());
            write(writer);
            learn(key, {rows.data(), writer.end()}, known);
        }
        Emission<Score> sum = described().sum;
        for (std::size_t k = 0; k < mention_labels; ++k) {
            sum[k] = static_cast<Score>(sum[k] + known.scores[k]);
        }
        described().sum = sum;
    }

    void end_word(const std::uint32_t* end) {
        described().end = end;
        // The table is larger than the caches; the rows are under way while those of the word before are added.
        for (const std::uint32_t* row = room(); row != end; ++row) {
            __builtin_prefetch(&model_.row(*row));
        }
        finish();
        ++next_;
    }
    /// Adds up the word before.
    void finish() {
        if (next_ > 0) {
            settle(words_[(next_ - 1) % 2], scores_[next_ - 1]);
        }
    }

private:
    struct Described {
        Emission<Score> sum{};  ///< of its parts
        std::array<std::uint32_t, Features::most> rows;
        const std::uint32_t* end = nullptr;  ///< of the rows
    };

    Described& described() { return words_[next_ % 2]; }
    void learn(Hash key, std::span<const std::uint32_t> rows, PartScores::Entry& entry) const;
    void settle(Described& word, Emission<Score>& scores) const;

    const Model& model_;
    PartScores& part_scores_;
    std::span<Emission<Score>> scores_;
    std::size_t next_ = 0;  ///< word of the runs
    std::array<Described, 2> words_;
};

}  // namespace entities
