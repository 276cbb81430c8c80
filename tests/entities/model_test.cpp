// A model file is refused when it is damaged, and when it is whole but would lead the tagger astray.
#include "entities/model.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstddef>
#include <cstring>
#include <limits>

namespace entities {
namespace {

constexpr std::string_view description = "# name: small\n# licence: none\n";
constexpr std::size_t header_at = 64;
constexpr std::size_t transitions_at = header_at + sizeof(ModelHeader);
constexpr std::size_t slots_at = transitions_at + 640;
constexpr std::size_t rows_at = slots_at + 64;
constexpr std::size_t network_at = rows_at + 64;
constexpr Network::Sizes clusters{1, 2, 3};

/// With four rows and four slots for clusters, one of which is taken.
std::string small_model() {
    std::vector<Clusters::Slot> slots(4);
    const std::uint32_t code = Clusters::code_of("astana");
    slots[code & 3U] = {code, {1, 2, 3}, 8};
    std::vector<Model::Row> rows(4);
    rows[2][label_of(Type::Place, Position::Single)] = 100;
    Network::Weights network;
    network.bias[0] = 0.5F;
    const std::vector<Network::Row> network_rows(Network::rows_for(clusters));
    return write_model({{}, slots, rows, network, network_rows, clusters}, description);
}

template <typename Value>
std::string with(std::string bytes, std::size_t at, Value value) {
    std::memcpy(bytes.data() + at, &value, sizeof value);
    return bytes;
}

std::string sealed(std::string bytes) {
    seal(bytes);
    return bytes;
}

/// The message it is refused with, "" if it is not.
std::string refusal(const std::string& bytes) {
    try {
        const Model model(bytes, "some.model");
        return "";
    } catch (const std::runtime_error& error) {
        return error.what();
    }
}

TEST(Model, GivesWhatWasWritten) {
    const std::string bytes = small_model();
    const Model model(bytes);
    EXPECT_EQ(model.bits(), 2U);
    EXPECT_EQ(model.clusters().of("astana").path, (Clusters::Path{1, 2, 3}));
    EXPECT_EQ(model.clusters().of("almaty").path, Clusters::Path{});
    EXPECT_EQ(model.row(2)[label_of(Type::Place, Position::Single)], 100);
    const Network::Outcomes chances = model.network().probabilities({});
    EXPECT_FLOAT_EQ(chances[0] / chances[1], std::exp(0.5F));
    EXPECT_EQ(model.description(), description);
    ASSERT_EQ(header_position(bytes), header_at);
    ASSERT_EQ(bytes.size(), network_at + (sizeof(Network::Weights) + 63) / 64 * 64 + 9 * 6 * sizeof(Network::Row));
}

TEST(Model, WithoutClustersKnowsNoWord) {
    const std::vector<Model::Row> rows(2);
    const std::string bytes = write_model({{}, {}, rows, {}, {}, {}}, {});
    EXPECT_EQ(Model(bytes).clusters().of("astana").code, 0U);
}

TEST(Model, CutAnywhereIsRefused) {
    const std::string whole = small_model();
    const auto has = [](std::size_t bytes) { return "some.model: has " + std::to_string(bytes) + " bytes after its "; };
    for (const std::size_t cut : {std::size_t{0}, std::size_t{20}, header_at, header_at + 63}) {
        EXPECT_EQ(refusal(whole.substr(0, cut)), has(cut > header_at ? cut - header_at : 0) +
                                                     "description, but the header alone has 64; it is not whole");
    }
    const std::string other = "description instead of the " + std::to_string(whole.size() - header_at) +
                              " that its header tells of; it is not whole, or damaged";
    for (const std::size_t cut : {header_at + 64, slots_at + 1, rows_at + 8, whole.size() - 1}) {
        EXPECT_EQ(refusal(whole.substr(0, cut)), has(cut - header_at) + other);
    }
    EXPECT_EQ(refusal(whole + '\n'), has(whole.size() + 1 - header_at) + other);
}

TEST(Model, EveryChangedByteIsRefused) {
    const std::string whole = small_model();
    ASSERT_EQ(refusal(whole), "");
    for (std::size_t i = 0; i < whole.size(); ++i) {
        const std::string message = refusal(with(whole, i, static_cast<char>(whole[i] ^ 1)));
        ASSERT_TRUE(message.starts_with("some.model: ")) << i << ": " << message;
    }
    for (const std::size_t at : {header_at + offsetof(ModelHeader, clusters),
                                 header_at + offsetof(ModelHeader, reserved), rows_at + 8, whole.size() - 1}) {
        EXPECT_NE(refusal(with(whole, at, '~')).find(" that its header tells of; it is damaged"), std::string::npos)
            << at;
    }
}

TEST(Model, AnotherFileIsCalledSo) {
    EXPECT_EQ(refusal("Cities\tand what they\x01 are, from a list that is longer than a header, however wide.\n"),
              "some.model: has \"Cities?and what \" instead of \"attache entities\" after its description; it is some "
              "other file");
}

TEST(Model, AnotherFormatIsCalledSo) {
    EXPECT_EQ(refusal(sealed(with(small_model(), header_at + offsetof(ModelHeader, format), 7U))),
              "some.model: is of format 7, but this version reads 5; make it again with attache-train");
}

struct Case {
    std::size_t at;
    std::uint32_t value;
    std::string message;
};

TEST(Model, WithARightChecksumLeadsNowhereElse) {
    const std::size_t whole = small_model().size() - header_at;
    const std::size_t astana = Clusters::code_of("astana") & 3U;
    constexpr std::uint32_t most = std::numeric_limits<std::uint32_t>::max();
    constexpr std::uint32_t not_a_number = 0x7FC00000U;
    const std::string parts = "has " + std::to_string(whole) + " bytes after its description instead of the ";
    for (const Case& one : {
             Case{header_at + offsetof(ModelHeader, bits), 0, "has a table of 2^0 rows instead of one of 2^1 to 2^26"},
             Case{header_at + offsetof(ModelHeader, bits), 27, "has a table of 2^27 rows"},
             Case{header_at + offsetof(ModelHeader, bits), most, "has a table of 2^4294967295 rows"},
             Case{header_at + offsetof(ModelHeader, bits), 26, parts},
             Case{header_at + offsetof(ModelHeader, slots), 3,
                  "has 3 slots of clusters instead of a power of two or none"},
             Case{header_at + offsetof(ModelHeader, slots), 0x80000000U,
                  parts + std::to_string(whole - 64 + (12ULL << 31U))},
             Case{header_at + offsetof(ModelHeader, clusters), 2,
                  parts + std::to_string(whole + 9 * sizeof(Network::Row))},
             Case{slots_at + astana * sizeof(Clusters::Slot) + 4, 1U | 3U << 16U,
                  "has a word in cluster 3 of clustering 2 instead of one from 1 to 2, or none at all"},
             Case{slots_at + astana * sizeof(Clusters::Slot) + 4, 1U,
                  "has a word in cluster 0 of clustering 2 instead of one from 1 to 2, or none at all"},
             Case{network_at + 8, not_a_number, "has a weight in its network that is no number up to a million"},
             Case{network_at + 8, 0x49742410U, "has a weight in its network that is no number up to a million"},
             Case{network_at + offsetof(Network::Weights, score_unit), 0, "has a unit of scores that is not above 0"},
             Case{transitions_at + 4, 0x80000000U, "has a transition of -32768 instead of one from -2000 to 2000"},
             Case{slots_at - 32, 2001U << 16U, "has a transition of 2001"},
         }) {
        const std::string message = refusal(sealed(with(small_model(), one.at, one.value)));
        EXPECT_TRUE(message.starts_with("some.model: " + one.message)) << message;
    }
}

TEST(Model, AFullTableOfClustersIsRefused) {
    std::string bytes = small_model();
    for (std::size_t slot = 0; slot < 4; ++slot) {
        bytes = with(bytes, slots_at + slot * sizeof(Clusters::Slot), 1U);
    }
    EXPECT_EQ(refusal(sealed(bytes)), "some.model: has none free of its 4 slots of clusters instead of at least one");
}

}  // namespace
}  // namespace entities
