// Checks a model before anything is believed of it.
#include "model.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <bit>
#include <cinttypes>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <stdexcept>

namespace entities {

namespace {

static_assert(std::endian::native == std::endian::little, "a model is used as it lies in the file");

/// Parts begin at multiples of this, a cache line.
constexpr std::size_t alignment = 64;

constexpr std::uint64_t padded(std::uint64_t size) {
    return (size + alignment - 1) / alignment * alignment;
}

/// Where the parts begin, from the header on. 64 bits hold what any header can ask for.
struct Layout {
    std::uint64_t transitions;
    std::uint64_t slots;
    std::uint64_t rows;
    std::uint64_t network;
    std::uint64_t network_rows;
    std::uint64_t size;

    explicit Layout(const ModelHeader& header)
        : transitions(sizeof(ModelHeader)),
          slots(transitions + padded(sizeof(ScoreTransitions))),
          rows(slots + padded(std::uint64_t{header.slots} * sizeof(Clusters::Slot))),
          network(rows + padded((std::uint64_t{1} << header.bits) * sizeof(Model::Row))),
          network_rows(network + padded(sizeof(Network::Weights))),
          size(network_rows + Network::rows_for(header.clusters) * sizeof(Network::Row)) {}
};

/// The lines "# …" that a file begins with, and the rest, which begins at a multiple of the alignment.
struct Parts {
    std::string_view description;
    std::string_view before;  ///< the description, and what fills the space up to the rest
    std::string_view body;

    explicit Parts(std::string_view bytes) {
        std::size_t end = 0;
        while (bytes.substr(end).starts_with("# ")) {
            const std::size_t line = bytes.find('\n', end);
            end = line == bytes.npos ? bytes.size() : line + 1;
        }
        description = bytes.substr(0, end);
        before = bytes.substr(0, padded(end));
        body = bytes.substr(before.size());
    }
};

ModelHeader header_of(std::string_view bytes) {
    ModelHeader header;
    std::memcpy(&header, bytes.data(), sizeof header);
    return header;
}

std::uint64_t checksum_of(const Parts& parts) {
    ModelHeader header = header_of(parts.body);
    header.checksum = 0;
    const std::string_view rest = parts.body.substr(sizeof header);
    const std::uint64_t before = XXH3_64bits(parts.before.data(), parts.before.size());
    return XXH3_64bits_withSeed(rest.data(), rest.size(), XXH3_64bits_withSeed(&header, sizeof header, before));
}

std::string hexadecimal(std::uint64_t number) {
    std::array<char, 17> digits{};
    std::snprintf(digits.data(), digits.size(), "%016" PRIx64, number);
    return digits.data();
}

/// Beginnings of other files may hold anything.
std::string printable(std::string_view bytes) {
    std::string text(bytes);
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c < ' ' || c > '~'; }, '?');
    return text;
}

/// Refuses what is not, or no longer, what write_model wrote; and then what would lead out of the bytes, into an
/// endless search or to numbers that overflow, which a correct checksum does not preclude.
class Check {
public:
    Check(const Parts& parts, std::string_view file) : parts_(parts), bytes_(parts.body), file_(file) {}

    ModelHeader header() const {
        if (bytes_.size() < sizeof(ModelHeader)) {
            refuse("has " + std::to_string(bytes_.size()) + " bytes after its description, but the header alone has " +
                   std::to_string(sizeof(ModelHeader)) + "; it is not whole");
        }
        const ModelHeader header = header_of(bytes_);
        if (header.magic != ModelHeader::expected_magic) {
            refuse("has \"" + printable(bytes_.substr(0, header.magic.size())) +
                   "\" instead of \"attache entities\" after its description; it is some other file");
        }
        if (header.format != ModelHeader::expected_format) {
            refuse("is of format " + std::to_string(header.format) + ", but this version reads " +
                   std::to_string(ModelHeader::expected_format) + "; make it again with attache-train");
        }
        if (header.size != bytes_.size()) {
            refuse("has " + std::to_string(bytes_.size()) + " bytes after its description instead of the " +
                   std::to_string(header.size) + " that its header tells of; it is not whole, or damaged");
        }
        if (const std::uint64_t checksum = checksum_of(parts_); header.checksum != checksum) {
            refuse("has the checksum " + hexadecimal(checksum) + " instead of the " + hexadecimal(header.checksum) +
                   " that its header tells of; it is damaged");
        }
        check_sizes(header);
        return header;
    }

    void transitions(const ScoreTransitions& transitions) const {
        for (const auto& row : transitions) {
            for (const std::int16_t score : row) {
                if (score < -largest_transition || score > largest_transition) {
                    refuse("has a transition of " + std::to_string(score) + " instead of one from " +
                           std::to_string(-largest_transition) + " to " + std::to_string(largest_transition));
                }
            }
        }
    }

    /// A search ends at a free slot. Numbers of clusters are all 0, or those of rows of the network.
    void slots(std::span<const Clusters::Slot> slots, const Network::Sizes& clusters) const {
        for (const Clusters::Slot& slot : slots) {
            for (std::size_t grain = 0; grain < Clusters::grains; ++grain) {
                if (slot.path[grain] > clusters[grain] || (slot.path[grain] == 0) != (slot.path[0] == 0)) {
                    refuse("has a word in cluster " + std::to_string(slot.path[grain]) + " of clustering " +
                           std::to_string(grain + 1) + " instead of one from 1 to " + std::to_string(clusters[grain]) +
                           ", or none at all");
                }
            }
        }
        if (!slots.empty() &&
            std::none_of(slots.begin(), slots.end(), [](const Clusters::Slot& slot) { return slot.code == 0; })) {
            refuse("has none free of its " + std::to_string(slots.size()) +
                   " slots of clusters instead of at least one");
        }
    }

    void network(const Network::Weights& weights) const {
        constexpr std::size_t count = sizeof weights / sizeof(float);
        std::array<float, count> numbers;
        std::memcpy(numbers.data(), &weights, sizeof weights);
        for (const float number : numbers) {
            if (!(std::abs(number) <= Network::largest_weight)) {
                refuse("has a weight in its network that is no number up to a million");
            }
        }
        if (!(weights.score_unit > 0)) {
            refuse("has a unit of scores that is not above 0");
        }
    }

private:
    void check_sizes(const ModelHeader& header) const {
        constexpr std::uint32_t most_bits = 26;
        if (header.bits < 1 || header.bits > most_bits) {
            refuse("has a table of 2^" + std::to_string(header.bits) + " rows instead of one of 2^1 to 2^" +
                   std::to_string(most_bits));
        }
        if (header.slots != 0 && !std::has_single_bit(header.slots)) {
            refuse("has " + std::to_string(header.slots) + " slots of clusters instead of a power of two or none");
        }
        if (const std::uint64_t size = Layout(header).size; size != bytes_.size()) {
            refuse("has " + std::to_string(bytes_.size()) + " bytes after its description instead of the " +
                   std::to_string(size) + " that its parts take");
        }
    }

    [[noreturn]] void refuse(const std::string& what) const {
        throw std::runtime_error(std::string(file_) + ": " + what);
    }

    const Parts& parts_;
    std::string_view bytes_;
    std::string_view file_;
};

}  // namespace

Model::Model(std::string_view bytes, std::string_view file) {
    const Parts parts(bytes);
    const Check check(parts, file);
    header_ = check.header();
    const Layout layout(header_);
    description_ = parts.description;
    transitions_ = reinterpret_cast<const ScoreTransitions*>(parts.body.data() + layout.transitions);
    const std::span slots(reinterpret_cast<const Clusters::Slot*>(parts.body.data() + layout.slots), header_.slots);
    clusters_ = Clusters(slots);
    rows_ = reinterpret_cast<const Row*>(parts.body.data() + layout.rows);
    const auto& weights = *reinterpret_cast<const Network::Weights*>(parts.body.data() + layout.network);
    const auto* const rows = reinterpret_cast<const Network::Row*>(parts.body.data() + layout.network_rows);
    network_ = Network(weights, {rows, Network::rows_for(header_.clusters)}, header_.clusters);
    check.transitions(*transitions_);
    check.slots(slots, header_.clusters);
    check.network(weights);
}

std::uint64_t body_size(const ModelHeader& header) {
    return Layout(header).size;
}

std::size_t header_position(std::string_view bytes) {
    return bytes.size() - Parts(bytes).body.size();
}

void seal(std::string& bytes) {
    const std::size_t at = header_position(bytes);
    ModelHeader header = header_of(Parts(bytes).body);
    header.size = bytes.size() - at;
    std::memcpy(bytes.data() + at, &header, sizeof header);
    header.checksum = checksum_of(Parts(bytes));
    std::memcpy(bytes.data() + at, &header, sizeof header);
}

std::string write_model(const ModelParts& parts, std::string_view description) {
    ModelHeader header;
    header.magic = ModelHeader::expected_magic;
    header.format = ModelHeader::expected_format;
    header.bits = static_cast<std::uint32_t>(std::countr_zero(parts.rows.size()));
    header.slots = static_cast<std::uint32_t>(parts.slots.size());
    header.clusters = parts.clusters;
    const Layout layout(header);
    const std::size_t begin = padded(description.size());
    std::string bytes(description);
    bytes.resize(begin, '\n');
    bytes.resize(begin + layout.size);
    const auto put = [&](std::uint64_t at, const void* from, std::size_t size) {
        if (size > 0) {
            std::memcpy(bytes.data() + begin + at, from, size);
        }
    };
    put(0, &header, sizeof header);
    put(layout.transitions, &parts.transitions, sizeof parts.transitions);
    put(layout.slots, parts.slots.data(), parts.slots.size_bytes());
    put(layout.rows, parts.rows.data(), parts.rows.size_bytes());
    put(layout.network, &parts.network, sizeof parts.network);
    put(layout.network_rows, parts.network_rows.data(), parts.network_rows.size_bytes());
    seal(bytes);
    return bytes;
}

}  // namespace entities
