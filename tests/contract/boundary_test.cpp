// What crosses the boundary, in both directions, with plugins that keep the contract and one that breaks all of it.
#include <gtest/gtest.h>

#include "contract/contract.h"

namespace attache::testkit {

using ::testing::Values;

TEST(PlainC, WritesAllColumnTypes) {
    const auto outcomes = run_texts({"plain_c"}, {"she’s here"});
    ASSERT_EQ(outcomes.size(), 1u);
    EXPECT_NE(outcomes[0].json.find(
                  R"("letters":[{"start":2,"end":3,"which":"e","position":2,"weight":0.5,"seen":"2024-05-20"},)"
                  R"({"start":7,"end":8,"which":"e","position":9,"seen":"2024-05-20","previous":0},)"
                  R"({"start":9,"end":10,"which":"e","position":11,"weight":0.5,"seen":"2024-05-20","previous":1}],)"
                  R"("made_by":{"letters":"plain_c 1.0.0"})"),
              std::string::npos)
        << outcomes[0].json;
}

TEST(PlainC, LeavesARemark) {
    const auto outcomes = run_texts({"plain_c"}, {"what"});
    EXPECT_NE(outcomes[0].json.find(R"("remarks":["plain_c: no such letter"])"), std::string::npos) << outcomes[0].json;
}

TEST(PlainC, RefusesASettingInItsOwnWords) {
    try {
        run_texts({"plain_c"}, {"what"}, {"plain_c.letter=ee"});
        FAIL() << "the run went on";
    } catch (const core::RunStopped& stopped) {
        EXPECT_STREQ(stopped.what(), "plugin \"plain_c\" cannot start: \"letter\" must be one ASCII letter");
    }
}

TEST(Sdk, TurnsExceptionsIntoErrorsOfOneDocument) {
    const auto outcomes = run_texts({"sdk"}, {"one two", "throw", "throw an int", "three"});
    ASSERT_EQ(outcomes.size(), 4u);
    EXPECT_EQ(outcomes[0].outcome, core::Outcome::Document);
    EXPECT_EQ(outcomes[1].reason, "the document says throw");
    EXPECT_EQ(outcomes[2].reason, "threw something that is not a std::exception");
    EXPECT_EQ(outcomes[3].outcome, core::Outcome::Document);
}

TEST(OtherCompiler, ClangWithLibcxxGivesTheSameAsGccWithLibstdcxx) {
#ifndef ATTACHE_HAS_CLANG
    FAIL() << "clang++ is not installed; ./dev installs it";
#endif
    const std::vector<std::string> texts{"Xi’an and Côte d’Ivoire", "", "throw"};
    const auto ours = run_texts({"sdk"}, texts);
    const auto theirs = run_texts({"libcxx"}, texts);
    ASSERT_EQ(theirs.size(), 3u);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        std::string expected = ours[i].json;
        EXPECT_EQ(i < 1, expected.find(R"("word":"Xi’an")") != expected.npos);
        for (auto at = expected.find("sdk"); at != expected.npos; at = expected.find("sdk", at)) {
            expected.replace(at, 3, "libcxx");
        }
        EXPECT_EQ(theirs[i].json, expected);
        EXPECT_EQ(theirs[i].reason, ours[i].reason);
    }
}

TEST(OldMinor, APluginBuiltAgainstMinor0RunsInThisHost) {
    const auto outcomes = run_texts({"old_minor"}, {"one", "", "two"});
    ASSERT_EQ(outcomes.size(), 3u);
    EXPECT_EQ(outcomes[0].outcome, core::Outcome::Document);
    EXPECT_EQ(outcomes[1].reason, "nothing to mark");
    EXPECT_EQ(outcomes[2].outcome, core::Outcome::Document) << "it has no reset and must be made anew";
}

TEST(OldHost, APluginOfItsMinorRunsInAHostOfMinor0) {
    const core::Catalog catalog({contract_folder(), std::filesystem::path(ATTACHE_BUILD_FOLDER) / "plugins"}, {0, 0});
    const core::FoundPlugin* found = catalog.find("old_minor");
    ASSERT_NE(found, nullptr);
    core::PlannedPlugin planned{found, "test", {}, {}};
    core::Plan plan;
    plan.layers.push_back({found->manifest.layers.front(), "old_minor 1.0.0"});
    core::Instance instance(planned, plan, core::host_table(0));
    core::Document document;
    document.set_text("text");
    EXPECT_TRUE(instance.annotate(document).ok());
    EXPECT_EQ(document.find("first")->rows(), 1u);
}

TEST(OldHost, ANewerPluginIsRefusedBeforeItRuns) {
    const core::Catalog catalog({contract_folder()}, {0, 0});
    EXPECT_EQ(catalog.find("sdk"), nullptr);
    EXPECT_NE(catalog.why_refused("sdk").find(
                  "built for plugin ABI 0.2; this Attaché speaks up to 0.0, so a newer Attaché is needed"),
              std::string::npos)
        << catalog.why_refused("sdk");
}

TEST(OldHost, TheSdkDropsWhatAnOldHostCannotTake) {
    // The library is of the present minor; given the table of a host of 0.0 it must not call past the table's end.
    const core::Catalog catalog({contract_folder()});
    core::PlannedPlugin planned{catalog.find("sdk"), "test", {}, {}};
    core::Plan plan;
    plan.layers.push_back({planned.manifest().layers.front(), "sdk 1.0.0"});
    core::Instance instance(planned, plan, core::host_table(0));
    core::Document document;
    document.set_text("one two");
    EXPECT_TRUE(instance.annotate(document).ok());
    EXPECT_EQ(document.find("sdk")->rows(), 2u);
    EXPECT_TRUE(document.remarks().empty());
}

TEST(Clash, TwoPluginsWithTheSameSymbolsDoNotDisturbEachOther) {
    for (const auto& order : {std::vector<std::string>{"clash_a", "clash_b"}, {"clash_b", "clash_a"}}) {
        const core::Catalog catalog({contract_folder()});
        core::Plan plan;
        std::vector<core::PlannedPlugin> planned;
        for (const std::string& name : order) {
            planned.push_back({catalog.find(name), "test", {}, {}});
            plan.layers.push_back({planned.back().manifest().layers.front(), name});
        }
        core::Document document;
        document.set_text("");
        for (const core::PlannedPlugin& plugin : planned) {
            core::Instance instance(plugin, plan);
            ASSERT_TRUE(instance.annotate(document).ok());
        }
        for (const core::Layer& layer : document.layers()) {
            const std::string& name = layer.schema().name;
            for (std::size_t column = 0; column < 3; ++column) {
                EXPECT_EQ(core::borrow(static_cast<const attache_str*>(layer.column(column).values)[0]), name);
            }
            EXPECT_EQ(static_cast<const std::int64_t*>(layer.column(3).values)[0], name == "clash_a" ? 1 : 2);
        }
    }
}

/// A document's text, and what the run says of it.
struct Fault {
    const char* text;
    const char* reason;
};

class Misbehaving : public ::testing::TestWithParam<Fault> {};

TEST_P(Misbehaving, CostsItsDocumentAndIsNamed) {
    const auto outcomes = run_texts({"misbehaving"}, {"well behaved", GetParam().text, "well behaved"});
    ASSERT_EQ(outcomes.size(), 3u);
    EXPECT_EQ(outcomes[0].outcome, core::Outcome::Document);
    EXPECT_EQ(outcomes[1].outcome, core::Outcome::Rejected);
    EXPECT_EQ(outcomes[1].plugin, "misbehaving 1.0.0");
    EXPECT_EQ(outcomes[1].reason, GetParam().reason);
    EXPECT_EQ(outcomes[2].outcome, core::Outcome::Document);
}

INSTANTIATE_TEST_SUITE_P(
    Boundary, Misbehaving,
    Values(Fault{"error", "the document says error"}, Fault{"silent error", "failed without saying why"},
           Fault{"unknown status", "failed without saying why"},
           Fault{"throw", "let an exception through: thrown through the boundary"},
           Fault{"throw an int", "let an exception through that is not a std::exception"},
           Fault{"out of range", "layer \"mark\": row 0 spans [0,1000), outside of the text, which has 12 bytes"},
           Fault{"backwards", "layer \"mark\": row 0 spans [3,1), which ends before it starts"},
           Fault{"inside é", "layer \"mark\": row 0 spans [0,8), and byte 8 is inside a UTF-8 sequence"},
           Fault{"undeclared layer", "writes layer \"entity\", which its manifest does not list under \"writes\""},
           Fault{"undeclared read", "reads layer \"token\", which its manifest does not list under \"reads\""},
           Fault{"unknown column",
                 "layer \"mark\": column \"lable\": there is no such column (did you mean \"label\"?)"},
           Fault{"wrong type",
                 "layer \"mark\": column \"label\": it is declared as text and was given values of another type"},
           Fault{"not UTF-8", "layer \"mark\": column \"label\": row 0 has a text that is not valid UTF-8"},
           Fault{"dangling reference",
                 "layer \"mark\": column \"points_at\": row 0 refers to row 5 of layer \"mark\", which has 1 rows"},
           Fault{"set text", "sets the text, which only a reader may"},
           Fault{"set field", "sets field \"title\", which only a reader may"},
           Fault{"goes on after a failure",
                 "layer \"mark\": row 0 spans [0,1000), outside of the text, which has 23 bytes"},
           Fault{"fails half way", "after writing a row"}),
    [](const auto& test) {
        std::string name = test.param.text;
        for (char& c : name) {
            c = std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '_';
        }
        return name;
    });

TEST(MisbehavingRun, AFatalErrorEndsTheRunAndKeepsWhatWasDone) {
    try {
        run_texts({"misbehaving"}, {"well behaved", "fatal"});
        FAIL() << "the run went on";
    } catch (const core::RunStopped& stopped) {
        EXPECT_STREQ(stopped.what(), "plugin \"misbehaving\" ended the run: the disk is full");
    }
}

TEST(MisbehavingRun, ATableThatDoesNotFitItsManifestIsRefused) {
    const core::Catalog catalog({contract_folder()});
    ASSERT_NE(catalog.find("lying"), nullptr);
    try {
        core::load(*catalog.find("lying"));
        FAIL() << "it was loaded";
    } catch (const core::NotAPlugin& refused) {
        EXPECT_STREQ(refused.what(),
                     "its manifest says kind \"exporter\", but its table has no function consume or finish");
    }
}

}  // namespace attache::testkit
