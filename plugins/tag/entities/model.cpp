// Checks a model before anything is believed of it.
#include "model.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <bit>
#include <cstring>
#include <stdexcept>

namespace entities {

namespace {

static_assert(std::endian::native == std::endian::little, "a model is used as it lies in the file");

/// Parts begin at multiples of this, a cache line.
constexpr std::size_t alignment = 64;

constexpr std::size_t padded(std::size_t size) {
    return (size + alignment - 1) / alignment * alignment;
}

struct Layout {
    std::size_t transitions;
    std::size_t slots;
    std::size_t rows;
    std::size_t info;
    std::size_t size;

    explicit Layout(const ModelHeader& header)
        : transitions(sizeof(ModelHeader)), slots(transitions + padded(sizeof(ScoreTransitions))),
          rows(slots + padded(std::size_t{header.slots} * sizeof(Clusters::Slot))),
          info(rows + (std::size_t{1} << header.bits) * sizeof(Model::Row)), size(info + header.info_size) {}
};

std::uint64_t checksum_of(std::string_view bytes) {
    return XXH3_64bits(bytes.data() + sizeof(ModelHeader), bytes.size() - sizeof(ModelHeader));
}

ModelHeader checked_header(std::string_view bytes) {
    ModelHeader header;
    if (bytes.size() < sizeof header) {
        throw std::runtime_error("the model has only " + std::to_string(bytes.size()) + " bytes; it is not whole");
    }
    std::memcpy(&header, bytes.data(), sizeof header);
    if (header.magic != ModelHeader::expected_magic) {
        throw std::runtime_error("the model does not begin with \"attache entities\"; it is some other file");
    }
    if (header.format != ModelHeader::expected_format) {
        throw std::runtime_error("the model is of format " + std::to_string(header.format) + ", but this version reads " +
                                 std::to_string(ModelHeader::expected_format) + "; make it again with attache-train");
    }
    constexpr std::uint32_t most_bits = 26;
    if (header.bits > most_bits || (header.slots != 0 && !std::has_single_bit(header.slots)) ||
        header.size != Layout(header).size) {
        throw std::runtime_error("the model's header is damaged");
    }
    if (header.size != bytes.size()) {
        throw std::runtime_error("the model has " + std::to_string(bytes.size()) + " bytes, but should have " +
                                 std::to_string(header.size) + "; it is not whole");
    }
    if (header.checksum != checksum_of(bytes)) {
        throw std::runtime_error("the model's checksum is not that of its contents; it is damaged");
    }
    return header;
}

}  // namespace

Model::Model(std::string_view bytes) : header_(checked_header(bytes)) {
    const Layout layout(header_);
    transitions_ = reinterpret_cast<const ScoreTransitions*>(bytes.data() + layout.transitions);
    clusters_ = Clusters({reinterpret_cast<const Clusters::Slot*>(bytes.data() + layout.slots), header_.slots});
    rows_ = reinterpret_cast<const Row*>(bytes.data() + layout.rows);
    info_ = bytes.substr(layout.info);
}

std::string write_model(const ScoreTransitions& transitions, std::span<const Clusters::Slot> slots,
                        std::span<const Model::Row> rows, Calibration calibration, std::string_view info) {
    ModelHeader header;
    header.magic = ModelHeader::expected_magic;
    header.format = ModelHeader::expected_format;
    header.bits = static_cast<std::uint32_t>(std::countr_zero(rows.size()));
    header.slots = static_cast<std::uint32_t>(slots.size());
    header.info_size = static_cast<std::uint32_t>(info.size());
    header.slope = calibration.slope;
    header.intercept = calibration.intercept;
    const Layout layout(header);
    header.size = layout.size;
    std::string bytes(layout.size, '\0');
    std::memcpy(bytes.data() + layout.transitions, &transitions, sizeof transitions);
    if (!slots.empty()) {
        std::memcpy(bytes.data() + layout.slots, slots.data(), slots.size_bytes());
    }
    std::memcpy(bytes.data() + layout.rows, rows.data(), rows.size_bytes());
    std::memcpy(bytes.data() + layout.info, info.data(), info.size());
    header.checksum = checksum_of(bytes);
    std::memcpy(bytes.data(), &header, sizeof header);
    return bytes;
}

}  // namespace entities
