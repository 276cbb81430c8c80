// The entity tagger, through the pipeline: which stretches of text are names, of what, and which name the same thing.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "testkit/testkit.h"

namespace attache::testkit {
namespace {

std::vector<Row> entities_of(const std::string& text) {
    return annotate({"sentences", "entities"}, {text}).layers["entity"];
}

/// "PER Nurtleu = Murat Nurtleu (Deputy Prime Minister)": type, text, the thing's name where it differs, office.
std::string described(const Row& mention) {
    std::string line = mention["type"] + ' ' + mention.text;
    if (mention["name"] != mention.text) {
        line += " = " + mention["name"];
    }
    if (!mention["office"].empty()) {
        line += " (" + mention["office"] + ')';
    }
    return line;
}

std::string described(const std::vector<Row>& mentions) {
    std::string all;
    for (const Row& mention : mentions) {
        all += (all.empty() ? "" : " | ") + described(mention);
    }
    return all;
}

/// The only mention with this text.
Row mention_of(const std::vector<Row>& mentions, const std::string& text) {
    Row found;
    int count = 0;
    for (const Row& mention : mentions) {
        if (mention.text == text) {
            found = mention;
            ++count;
        }
    }
    EXPECT_EQ(count, 1) << text << " in " << described(mentions);
    return found;
}

struct TableRow {
    std::string what;
    std::string text;
    std::string expected;
};

std::vector<TableRow> table_rows() {
    std::ifstream file(source_folder() / "tests" / "plugins" / "entities_cases.tsv");
    std::vector<TableRow> rows;
    for (std::string line; std::getline(file, line);) {
        std::istringstream fields(line);
        TableRow row;
        std::getline(fields, row.what, '\t');
        std::getline(fields, row.text, '\t');
        std::getline(fields, row.expected, '\t');
        for (auto at = row.text.find("\\n"); at != std::string::npos; at = row.text.find("\\n")) {
            row.text.replace(at, 2, "\n");
        }
        rows.push_back(row);
    }
    return rows;
}

void expect_in_order(const std::vector<Row>& mentions, const std::string& text) {
    std::size_t end = 0;
    for (const Row& mention : mentions) {
        EXPECT_LE(end, mention.start);
        EXPECT_LT(mention.start, mention.end);
        ASSERT_LE(mention.end, text.size());
        end = mention.end;
    }
}

TEST(Entities, EachRowOfTheTableIsReadAsItSays) {
    const std::vector<TableRow> rows = table_rows();
    ASSERT_GE(rows.size(), 40u);
    for (const TableRow& row : rows) {
        SCOPED_TRACE(row.what + ": " + row.text);
        const std::vector<Row> mentions = entities_of(row.text);
        EXPECT_EQ(described(mentions), row.expected);
        expect_in_order(mentions, row.text);
    }
}

TEST(Entities, AnEmptyDocumentHasNone) {
    EXPECT_TRUE(entities_of("").empty());
    EXPECT_TRUE(entities_of(" \n\n ").empty());
}

TEST(Entities, PositionsCountBytesAlsoAfterAccents) {
    const std::string text = "Yaoundé’s envoy Étienne Mbarga-Ndzié met Murat Nurtleu.";
    for (const Row& mention : entities_of(text)) {
        EXPECT_EQ(text.substr(mention.start, mention.end - mention.start), mention.text);
    }
    EXPECT_EQ(described(entities_of(text)),
              "LOC Yaoundé = Cameroon | PER Étienne Mbarga-Ndzié (envoy) | PER Murat Nurtleu");
}

TEST(Entities, KnownThingsHaveTheirLinkedId) {
    const auto mentions = entities_of("Kazakhstan and the SCO met in Astana on the Belt and Road Initiative.");
    EXPECT_EQ(mention_of(mentions, "Kazakhstan")["entity_id"], "country:KZ");
    EXPECT_EQ(mention_of(mentions, "Kazakhstan")["kind"], "country");
    EXPECT_EQ(mention_of(mentions, "SCO")["entity_id"], "org:SCO");
    EXPECT_EQ(mention_of(mentions, "SCO")["kind"], "international organisation");
    EXPECT_EQ(mention_of(mentions, "Astana")["entity_id"], "geonames:1526273");
    EXPECT_EQ(mention_of(mentions, "Astana")["kind"], "city");
    EXPECT_EQ(mention_of(mentions, "Belt and Road Initiative")["kind"], "initiative");
}

TEST(Entities, ANationalityLinksToItsCountry) {
    const auto mentions = entities_of("The Kazakh side thanked Kazakhstan.");
    EXPECT_EQ(mention_of(mentions, "Kazakh")["kind"], "nationality");
    EXPECT_EQ(mention_of(mentions, "Kazakh")["entity_id"], "country:KZ");
    EXPECT_EQ(mention_of(mentions, "Kazakh")["type"], "MISC");
    EXPECT_EQ(mention_of(mentions, "Kazakhstan")["type"], "LOC");
}

TEST(Entities, OtherThingsAreNumberedInOrderOfFirstMention) {
    const auto mentions = entities_of("Murat Nurtleu met Aisha Bello. Nurtleu spoke. Aisha Bello agreed.");
    ASSERT_EQ(described(mentions),
              "PER Murat Nurtleu | PER Aisha Bello | PER Nurtleu = Murat Nurtleu | PER Aisha Bello");
    EXPECT_EQ(mentions[0]["entity_id"], "e1");
    EXPECT_EQ(mentions[1]["entity_id"], "e2");
    EXPECT_EQ(mentions[2]["entity_id"], "e1");
    EXPECT_EQ(mentions[3]["entity_id"], "e2");
}

TEST(Entities, ADefinitionTiesAnAcronymToItsFullName) {
    const auto mentions = entities_of("LCBC engineers met. The Lake Chad Basin Commission (LCBC) pays them.");
    ASSERT_EQ(mentions.size(), 3u);
    EXPECT_EQ(mentions[0]["entity_id"], mentions[1]["entity_id"]);
    EXPECT_EQ(mentions[2]["entity_id"], mentions[1]["entity_id"]);
    EXPECT_EQ(mentions[0]["evidence"], "acronym");
}

TEST(Entities, TheEvidenceSaysWhatMadeAMention) {
    const auto mentions =
        entities_of("Minister Tulegen Abenov of Kenya joined the Ministry of Water near Chukursay. Abenov spoke.");
    EXPECT_EQ(mention_of(mentions, "Tulegen Abenov")["evidence"], "title");
    EXPECT_EQ(mention_of(mentions, "Kenya")["evidence"], "gazetteer");
    EXPECT_EQ(mention_of(mentions, "Ministry of Water")["evidence"], "head word");
    EXPECT_EQ(mention_of(mentions, "Ministry of Water")["kind"], "ministry");
    EXPECT_EQ(mention_of(mentions, "Chukursay")["evidence"], "place");
    EXPECT_EQ(mention_of(mentions, "Abenov")["evidence"], "alias");
}

TEST(Entities, EveryTableNamesItsVersionLicenceAndSources) {
    const auto folder = source_folder() / "plugins" / "tag" / "entities";
    for (const char* name : {"countries.tsv", "cities.tsv", "organisations.tsv", "names.tsv", "own.tsv", "lexicon.tsv",
                             "office_roles.tsv", "metonyms.tsv", "offices.tsv", "leaders.tsv"}) {
        SCOPED_TRACE(name);
        const std::string bytes = slurp(folder / name);
        for (const char* key : {"# name: ", "# version: ", "# licence: ", "# as-of: "}) {
            EXPECT_NE(bytes.find(key), std::string::npos) << key;
        }
        const bool own = bytes.find("# licence: own work") != std::string::npos;
        EXPECT_TRUE(own || bytes.find("sha256 ") != std::string::npos);
        EXPECT_LT(bytes.size(), 800'000u);
    }
}

/// Texts that are no articles. Each must give mentions in order, whatever they are, in time.
TEST(Entities, OddTextsGiveMentionsInOrder) {
    const auto repeated = [](const std::string& part, std::size_t count) {
        std::string text;
        for (std::size_t i = 0; i < count; ++i) {
            text += part;
        }
        return text;
    };
    const std::vector<std::string> texts = {
        std::string("Wang Yi\0met\0Murat Nurtleu", 25),
        "\xCC\x81\xCC\x81 A\xCC\x81 \xE2\x80\x99s 's' (SCO (SCO)) ((U.S.)) - - Al- al- al-A",
        repeated("’s", 2000) + repeated("s’", 2000) + repeated("U.", 2000) + repeated("-A", 2000),
        repeated("Wang ", 40000),
        repeated("of the Ministry of Foreign Affairs and ", 10000),
        repeated("A", 300000),
        repeated("President ", 30000),
        repeated("China and Kenya told Peru that both sides, the parties and the two leaders met. ", 5000),
        repeated("Chad, Mali and Peru and both sides, ", 10000),
        repeated("his wife Brigitte Macron, King Albert I, Mrs. Macron (the \"Bank\") or ABC, ", 5000),
        repeated("(SCO) ", 20000),
        repeated("2024 Kenya general ", 20000),
        repeated("San Marino-", 20000),
        repeated("Жанна д’Арк ", 10000),
    };
    for (const std::string& text : texts) {
        SCOPED_TRACE(text.substr(0, 40));
        expect_in_order(entities_of(text), text);
    }
}

TEST(Entities, FiveThousandNamesStayApart) {
    std::string text;
    for (int i = 0; i < 5000; ++i) {
        text += std::string("Maria ") + static_cast<char>('A' + i % 26) + static_cast<char>('a' + i / 26 % 26) +
                static_cast<char>('a' + i / 676) + "ov, ";
    }
    const auto mentions = entities_of(text + "and others.");
    ASSERT_EQ(mentions.size(), 5000u);
    EXPECT_EQ(mentions.back()["entity_id"], "e5000");
}

}  // namespace
}  // namespace attache::testkit
