// A trained model: one file, used where it is mapped.
//
// A header, the label transitions, the table of clusters, the table of weights, and a description (TOML) at the end. All
// numbers are little-endian. Weights are one byte each: 16 labels a row, "outside" being the zero of the scale.
#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "clusters.h"
#include "decoder.h"

namespace entities {

struct ModelHeader {
    static constexpr std::array<char, 16> expected_magic{'a', 't', 't', 'a', 'c', 'h', 'e', ' ',
                                                         'e', 'n', 't', 'i', 't', 'i', 'e', 's'};
    static constexpr std::uint32_t expected_format = 1;

    std::array<char, 16> magic{};
    std::uint32_t format = 0;
    std::uint32_t bits = 0;       ///< logarithm of the number of rows
    std::uint32_t slots = 0;      ///< of the table of clusters
    std::uint32_t info_size = 0;  ///< bytes of the description
    float slope = 0;              ///< from the lead of a reading over the next to the logarithm of the odds that it is right
    float intercept = 0;
    std::uint64_t size = 0;       ///< of the file
    std::uint64_t checksum = 0;   ///< XXH3 of all that follows the header
    std::uint64_t reserved = 0;
};
static_assert(sizeof(ModelHeader) == 64);

using ScoreTransitions = Transitions<std::int32_t>;

/// A view of a model file. Const, may be used by many threads at once.
class Model {
public:
    using Row = std::array<std::int8_t, mention_labels>;

    /// The bytes are lent. Throws std::runtime_error that says what is wrong with them.
    explicit Model(std::string_view bytes);

    unsigned bits() const { return header_.bits; }
    const Clusters& clusters() const { return clusters_; }
    const Row& row(std::uint32_t number) const { return rows_[number]; }
    const ScoreTransitions& transitions() const { return *transitions_; }
    /// Probability that a reading is right whose score is so much better than that of the next.
    float confidence(std::int32_t lead) const {
        return 1 / (1 + std::exp(-(header_.intercept + header_.slope * static_cast<float>(lead))));
    }
    /// Name, version, licence and sources, as TOML.
    std::string_view info() const { return info_; }

private:
    ModelHeader header_;
    const ScoreTransitions* transitions_ = nullptr;
    Clusters clusters_;
    const Row* rows_ = nullptr;
    std::string_view info_;
};

/// See ModelHeader.
struct Calibration {
    float slope = 0;
    float intercept = 0;
};

/// The bytes of a model file. `slots` is a power of two of them, `rows` 2^bits.
std::string write_model(const ScoreTransitions& transitions, std::span<const Clusters::Slot> slots,
                        std::span<const Model::Row> rows, Calibration calibration, std::string_view info);

}  // namespace entities
