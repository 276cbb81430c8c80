// What `attache check` says of plugins that break the contract in one way each, and of those that keep it.
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>

#include "conformance/runner.h"
#include "process/child_process.h"
#include "testkit/testkit.h"

namespace attache::testkit {

namespace fs = std::filesystem;
using core::conformance::Check;
using core::conformance::checks;
using core::conformance::Finding;
using core::conformance::run_checks;

namespace {

const fs::path build_folder = ATTACHE_BUILD_FOLDER;

/// The findings of these checks, or of all.
std::vector<Finding> check(const fs::path& library, const std::vector<std::string>& names,
                           const std::vector<fs::path>& inputs = {},
                           std::chrono::seconds timeout = std::chrono::seconds(120)) {
    core::set_this_program(ATTACHE_COMMAND);
    const core::Catalog catalog({build_folder / "plugins"});
    const core::FoundPlugin plugin = core::examine(library, catalog);
    return run_checks({plugin, catalog, inputs, {(build_folder / "plugins").string()}, 1, timeout}, names,
                      [](const Finding&) {});
}

struct Broken {
    const char* plugin;
    const char* check;
    std::vector<std::string> words;  ///< of the first failures, in order
    int timeout = 120;
};

void PrintTo(const Broken& broken, std::ostream* out) {
    *out << broken.plugin;
}

class BrokenPlugin : public ::testing::TestWithParam<Broken> {};

TEST_P(BrokenPlugin, IsCaughtAndNamed) {
    const Broken& broken = GetParam();
    if (broken.check == std::string("races") && ::access("/usr/bin/valgrind", X_OK) != 0) {
        GTEST_SKIP() << "valgrind is not installed";
    }
    const std::string name = std::string("breaks_") + broken.plugin;
    const std::vector<Finding> findings = check(build_folder / "conformance" / name / (name + ".so"), {broken.check},
                                                {}, std::chrono::seconds(broken.timeout));
    ASSERT_EQ(findings.size(), 1u);
    const Finding& finding = findings.front();
    ASSERT_GE(finding.result.failures.size(), broken.words.size()) << ::testing::PrintToString(finding.result.failures);
    for (std::size_t i = 0; i < broken.words.size(); ++i) {
        EXPECT_NE(finding.result.failures[i].find(broken.words[i]), std::string::npos) << finding.result.failures[i];
    }
    EXPECT_NE(finding.again.find(std::string("--only ") + broken.check), std::string::npos) << finding.again;
}

INSTANTIATE_TEST_SUITE_P(
    Twelve, BrokenPlugin,
    ::testing::Values(
        Broken{"leak", "leaks", {"memory: each time that the same documents are processed, the heap grows, by "}},
        Broken{"data_race", "races", {"data race in "}},
        Broken{"late_view",
               "views",
               {"article on mediation: uses the document's text after the call that lent it has returned: SIGSEGV"}},
        Broken{"chance", "repeat", {"comes out differently the second time: “layer breaks_chance, row 0: "}},
        Broken{"wrong_layer",
               "layers",
               {"its manifest says that it writes layer \"breaks_wrong_layer\", but it did not",
                "writes layer \"entity\", which its manifest does not list under \"writes\""}},
        Broken{"slow", "speed", {"though the processor has only "}},
        Broken{"empty", "empty", {"the empty text: crashes with SIGABRT"}},
        Broken{"loop", "ordinary", {"article on ministers: does not come to an end within 2 s"}, 2},
        Broken{
            "allocation", "memory", {"article on sanctions: asks for more memory than the limit of 1 GB for a check"}},
        Broken{"other_thread",
               "handles",
               {"uses the handle of a document or of the output on another thread, or after "
                "its call has returned, 3 times for 3 documents"}},
        Broken{"destructor", "lifetime", {"an instance that has worked is destroyed: crashes with SIGABRT"}},
        Broken{"manifest", "layers", {"its manifest says that it reads layer \"token\", but it did not"}},
        Broken{"manifest",
               "settings",
               {"its manifest declares setting \"depth\", but it never asks for it",
                "its manifest lists resource \"words.txt\", but it never asks for it"}}),
    [](const auto& one) { return std::string(one.param.plugin) + "_" + one.param.check; });

/// The checks that are right or wrong whatever the machine is busy with: `speed` is left to `attache check` itself.
std::vector<std::string> steady_checks() {
    std::vector<std::string> names;
    for (const Check& check : checks()) {
        if (check.name != "speed") {
            names.push_back(check.name);
        }
    }
    return names;
}

class ShippedPlugin : public ::testing::TestWithParam<const char*> {};

TEST_P(ShippedPlugin, Passes) {
    const std::string name = GetParam();
    const fs::path articles = source_folder() / "samples" / "articles";
    std::vector<fs::path> inputs;
    for (const auto& entry : fs::recursive_directory_iterator(articles)) {
        const std::string extension = entry.path().extension();
        // agency.jsonl has a line that no reader should take.
        if (extension == (name == "text" ? ".txt" : "." + name) && entry.path().filename() != "agency.jsonl") {
            inputs.push_back(entry.path());
        }
    }
    ASSERT_EQ(inputs.empty(), name != "text" && name != "html" && name != "jsonl");
    std::sort(inputs.begin(), inputs.end());
    inputs.resize(std::min<std::size_t>(inputs.size(), 3));
    for (const Finding& finding : check(build_folder / "plugins" / name / (name + ".so"), steady_checks(), inputs)) {
        EXPECT_EQ(finding.result.failures, std::vector<std::string>{}) << finding.again;
    }
}

INSTANTIATE_TEST_SUITE_P(All, ShippedPlugin,
                         ::testing::Values("text", "html", "jsonl", "sentences", "dates", "entities", "quotes",
                                           "events", "salience", "keyphrases", "timeline", "briefing", "report"),
                         [](const auto& one) { return std::string(one.param); });

TEST(Check, SaysNothingOfAPluginThatKeepsTheContract) {
    for (const Finding& finding :
         check(build_folder / "contract" / "sdk" / "sdk.so", {"exports", "lifetime", "views"})) {
        EXPECT_EQ(finding.result.failures, std::vector<std::string>{});
    }
}

TEST(Check, TellsSharedAtomicsFromRaces) {
    if (::access("/usr/bin/valgrind", X_OK) != 0) {
        GTEST_SKIP() << "valgrind is not installed";
    }
    const auto findings = check(build_folder / "conformance" / "shares_well" / "shares_well.so", {"races"});
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(findings.front().result.failures, std::vector<std::string>{});
    EXPECT_EQ(findings.front().result.skipped, "");
}

}  // namespace

}  // namespace attache::testkit
