// A trained model: one file, used where it is mapped.
//
// First lines "# KEY: VALUE" that say what it is, as in every pack; then, at multiples of 64 bytes, a header, the label
// transitions, the table of clusters, that of weights, and the network that decides what names are. All numbers are
// little-endian. Weights are one byte each: 16 labels a row, "outside" being the zero of the scale.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "clusters.h"
#include "decoder.h"
#include "network.h"

namespace entities {

struct ModelHeader {
    static constexpr std::array<char, 16> expected_magic{'a', 't', 't', 'a', 'c', 'h', 'e', ' ',
                                                         'e', 'n', 't', 'i', 't', 'i', 'e', 's'};
    static constexpr std::uint32_t expected_format = 5;

    std::array<char, 16> magic{};
    std::uint32_t format = 0;
    std::uint32_t bits = 0;      ///< logarithm of the number of rows, 1 to 26
    std::uint32_t slots = 0;     ///< of the table of clusters: a power of two, at least one of them free; or 0
    Network::Sizes clusters{};   ///< how many the network knows of each grain
    std::uint64_t size = 0;      ///< from the header on
    std::uint64_t checksum = 0;  ///< XXH3 of all that follows, seeded with that of the header in which this is 0, and
                                 ///< that with the one of all before
    std::uint64_t reserved = 0;
};
static_assert(sizeof(ModelHeader) == 64);

/// They lie within plus and minus `largest_transition`.
using ScoreTransitions = Transitions<std::int16_t>;

/// A view of a model file. Const, may be used by many threads at once.
class Model {
public:
    using Row = std::array<std::int8_t, mention_labels>;

    /// The bytes are lent, and lie where numbers may, as mapped and allocated bytes do. Throws std::runtime_error that
    /// says what is wrong with them; `file` names them there.
    explicit Model(std::string_view bytes, std::string_view file = "model");

    unsigned bits() const { return header_.bits; }
    const Clusters& clusters() const { return clusters_; }
    const Row& row(std::uint32_t number) const { return rows_[number]; }
    const ScoreTransitions& transitions() const { return *transitions_; }
    const Network& network() const { return network_; }
    /// The lines with name, version, licence and sources.
    std::string_view description() const { return description_; }

private:
    ModelHeader header_;
    const ScoreTransitions* transitions_ = nullptr;
    Clusters clusters_;
    const Row* rows_ = nullptr;
    Network network_;
    std::string_view description_;
};

/// What a model file is made of.
struct ModelParts {
    ScoreTransitions transitions{};
    std::span<const Clusters::Slot> slots;  ///< a power of two of them, or none
    std::span<const Model::Row> rows;       ///< 2^bits
    Network::Weights network;
    std::span<const Network::Row> network_rows;  ///< Network::rows_for(clusters)
    Network::Sizes clusters{};
};

/// Where the header of a model file is.
std::size_t header_position(std::string_view bytes);

/// What follows the description of a file with this header, in bytes.
std::uint64_t body_size(const ModelHeader& header);

/// Sets size and checksum, in the header of a model file, to what they are.
void seal(std::string& bytes);

/// The bytes of a model file. `description` has lines "# KEY: VALUE".
std::string write_model(const ModelParts& parts, std::string_view description);

}  // namespace entities
