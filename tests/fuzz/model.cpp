// The entity tagger with any model that has a right checksum: it may find what it likes, but within the text.
#include "entities/model.h"

#include <cstdlib>
#include <cstring>

#include "entities/deciding.h"
#include "entities/guesses.h"
#include "entities/labeller.h"
#include "fuzz/target.h"
#include "testkit/testkit.h"

namespace {

/// Two sentences to label, and the shipped tables.
struct Fixture {
    std::string word_list = table("lexicon.tsv");
    std::string names = table("own.tsv");
    entities::Lexicon lexicon;
    entities::Gazetteer gazetteer;
    std::string text =
        "President Alia Dorn of Kazakhstan met the Council of Foreign Ministers in St. Oru on Monday. no names";
    entities::Forms forms{lexicon, {}};
    entities::Words words{text, forms};
    std::vector<entities::Mention> guesses;

    Fixture() {
        lexicon.add(word_list);
        gazetteer.add(names);
        gazetteer.build();
        words.add_sentence(std::vector<entities::Range>{{0, 9},
                                                        {10, 14},
                                                        {15, 19},
                                                        {20, 22},
                                                        {23, 33},
                                                        {34, 37},
                                                        {38, 41},
                                                        {42, 49},
                                                        {50, 52},
                                                        {53, 60},
                                                        {61, 70},
                                                        {71, 73},
                                                        {74, 77},
                                                        {78, 81},
                                                        {82, 84},
                                                        {85, 92}});
        words.add_sentence(std::vector<entities::Range>{{93, 95}, {96, 101}});
        guesses = entities::guess(words, gazetteer);
    }

    static std::string table(const std::string& name) {
        return attache::testkit::slurp(attache::testkit::source_folder() / "plugins/tag/entities" / name);
    }
};

/// Gives the bytes the size that their header asks for, if that is no absurd one, and a right checksum.
void mend(std::string& bytes) {
    constexpr std::uint64_t most = 1U << 20U;
    const std::size_t at = entities::header_position(bytes);
    entities::ModelHeader header;
    if (bytes.size() < at + sizeof header) {
        return;
    }
    std::memcpy(&header, bytes.data() + at, sizeof header);
    if (header.bits < 20 && entities::body_size(header) < most) {
        bytes.resize(at + entities::body_size(header));
    }
    entities::seal(bytes);
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Fixture fixture;
    std::string bytes(attache::fuzz::text_of(data, size));
    mend(bytes);
    try {
        const entities::Model model(bytes);
        entities::Forms clustered(fixture.lexicon, model.clusters());
        entities::Words words = fixture.words;
        words.take_from(clustered);
        entities::PartScores part_scores;
        const auto names = entities::Labeller(model, fixture.gazetteer).label(words, fixture.guesses, part_scores);
        for (const entities::Mention& mention : entities::decide(words, fixture.gazetteer, names, fixture.guesses)) {
            if (mention.first >= mention.last || mention.last > words.size() || !(mention.confidence >= 0) ||
                mention.confidence > 1) {
                std::abort();
            }
        }
    } catch (const std::runtime_error&) {
    }
    return 0;
}

std::vector<std::string> attache::fuzz::seeds() {
    std::vector<std::string> seeds;
    for (const unsigned bits : {1U, 6U}) {
        std::vector<entities::Clusters::Slot> slots(bits == 1 ? 0 : 8);
        if (!slots.empty()) {
            const std::uint32_t code = entities::Clusters::code_of("dorn");
            slots[code & 7U] = {code, {1, 2, 3}, 8};
        }
        std::vector<entities::Model::Row> rows(std::size_t{1} << bits);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            rows[i][i % entities::mention_labels] = static_cast<std::int8_t>(16 * i);
        }
        // What they are labelled counts, with what the clusters say.
        entities::Network::Weights network;
        for (std::size_t k = 0; k < entities::mention_types; ++k) {
            network.direct[entities::NameView::type_number + k][k] = 2;
        }
        network.from_units[0][1] = 1;
        network.row_unit = 0.01F;
        constexpr entities::Network::Sizes clusters{1, 2, 3};
        const std::vector<entities::Network::Row> network_rows(entities::Network::rows_for(clusters), {100});
        seeds.push_back(entities::write_model({{}, slots, rows, network, network_rows, clusters}, "# name: small\n"));
    }
    return seeds;
}
