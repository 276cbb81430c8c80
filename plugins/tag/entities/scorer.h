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
    std::uint32_t* room() { return rooms_[next_ % 2].data(); }

    /// Adds up a part only where it is not remembered what it gives.
    template <class Write>
    void part(FeatureWriter&, Part part, Hash key, Write write) {
        PartScores::Entry& known = part_scores_.at(part, key);
        if (known.key != key) {
            std::array<std::uint32_t, Features::most> ids;
            FeatureWriter writer(ids.data(), bits());
            write(writer);
            known = {key, sum({ids.data(), writer.end()})};
        }
        own_ = added(own_, known.scores);
    }

    void end_word(const std::uint32_t* end) {
        const std::span<const std::uint32_t> ids(room(), end);
        // The table is larger than the caches; the rows are under way while those of the word before are added.
        for (const std::uint32_t id : ids) {
            __builtin_prefetch(&model_.row(id));
        }
        finish();
        waiting_ = ids;
        waiting_own_ = own_;
        own_ = {};
        ++next_;
    }
    void finish() {
        if (next_ > 0) {
            settle(scores_[next_ - 1]);
        }
    }

private:
    /// Of rows. So many of one byte a label cannot overflow two bytes.
    Emission<Score> sum(std::span<const std::uint32_t> ids) const;

    static Emission<Score> added(Emission<Score> a, const Emission<Score>& b) {
        for (std::size_t k = 0; k < mention_labels; ++k) {
            a[k] = static_cast<Score>(a[k] + b[k]);
        }
        return a;
    }
    /// Adds what is waiting.
    void settle(Emission<Score>& scores) const;

    const Model& model_;
    PartScores& part_scores_;
    std::span<Emission<Score>> scores_;
    std::size_t next_ = 0;  ///< word of the runs
    std::array<std::array<std::uint32_t, Features::most>, 2> rooms_;
    Emission<Score> own_{};
    std::span<const std::uint32_t> waiting_;  ///< rows of the word before
    Emission<Score> waiting_own_{};
};

}  // namespace entities
