// Wrong configurations and what is said of them: configs/NAME.toml and configs/NAME.expected.
// ATTACHE_UPDATE_GOLDEN=1 rewrites what is expected.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <map>

#include "config/plan.h"
#include "testkit/testkit.h"

namespace attache::testkit {

namespace fs = std::filesystem;

namespace {

fs::path folder() {
    return source_folder() / "tests/golden/configs";
}

std::vector<std::string> names() {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder())) {
        if (entry.path().extension() == ".toml") {
            names.push_back(entry.path().stem().string());
        }
    }
    std::sort(names.begin(), names.end());
    return names;
}

/// The text without the folders of this machine.
std::string without_folders(std::string text) {
    for (const std::string& folder : {folder().string() + "/", std::string(ATTACHE_BUILD_FOLDER) + "/"}) {
        for (auto at = text.find(folder); at != text.npos; at = text.find(folder)) {
            text.erase(at, folder.size());
        }
    }
    return text;
}

std::string problems_of(const fs::path& config, const Set& settings = {}) {
    const fs::path build = ATTACHE_BUILD_FOLDER;
    const core::Catalog catalog({build / "plugins", build / "contract"});
    try {
        core::make_plan(config, settings, catalog);
        return "no problem\n";
    } catch (const core::Problems& problems) {
        return without_folders(problems.what()) + "\n";
    }
}

}  // namespace

class WrongConfig : public ::testing::TestWithParam<std::string> {};

TEST_P(WrongConfig, IsRefusedWithPlaceAndAdvice) {
    const fs::path expected = folder() / (GetParam() + ".expected");
    const std::string problems = problems_of(folder() / (GetParam() + ".toml"));
    if (std::getenv("ATTACHE_UPDATE_GOLDEN") != nullptr) {
        std::ofstream(expected) << problems;
    }
    EXPECT_EQ(problems, slurp(expected));
}

INSTANTIATE_TEST_SUITE_P(Golden, WrongConfig, ::testing::ValuesIn(names()),
                         [](const auto& test) { return test.param; });

TEST(MissingConfig, IsNamedWithTheReason) {
    EXPECT_EQ(problems_of(folder() / "absent.toml"), "error: cannot read absent.toml: No such file or directory\n");
}

TEST(SetOption, IsCheckedLikeTheConfiguration) {
    const fs::path config = temporary_folder() / "c.toml";
    std::ofstream(config) << "[[stage]]\nname = \"all\"\nplugins = [\"jsonl\", \"settled\"]\n";
    EXPECT_EQ(problems_of(config, {"settled.sentences=5", "settled.order=text", "settled.words=[\"a\"]"}),
              "no problem\n");
    EXPECT_EQ(
        problems_of(config, {"settled.order=test"}),
        "--set settled.order=test: error: [plugin.settled]: \"order\" is \"test\"; it must be text, one of \"rank\", "
        "\"text\" (did you mean \"text\"?)\n");
    EXPECT_EQ(problems_of(config, {"settled.sentences=50"}),
              "--set settled.sentences=50: error: [plugin.settled]: \"sentences\" is 50; it must be an integer from 1 "
              "to 10\n");
    EXPECT_EQ(problems_of(config, {"settled.sentence=5"}),
              "--set settled.sentence=5: error: [plugin.settled]: unknown setting \"sentence\" (did you mean "
              "\"sentences\"?)\n");
    EXPECT_EQ(problems_of(config, {"sentences=5"}), "--set sentences=5: error: must have the form PLUGIN.KEY=VALUE\n");
}

TEST(SetOption, TakesATextAsItIsWrittenAndEveryOtherTypeAsToml) {
    const fs::path config = temporary_folder() / "c.toml";
    std::ofstream(config) << "[[stage]]\nname = \"all\"\nplugins = [\"jsonl\", \"settled\"]\n";
    const std::string start = "[plugin.settled]: \"order\" is ";
    for (const auto& [given, taken] : std::map<std::string, std::string>{{"2024-05-01", "2024-05-01"},
                                                                         {"12", "12"},
                                                                         {"true", "true"},
                                                                         {"two words", "two words"},
                                                                         {"\"2024\"", "2024"},
                                                                         {"", ""}}) {
        const std::string problems = problems_of(config, {"settled.order=" + given});
        EXPECT_NE(problems.find(start + "\"" + taken + "\""), std::string::npos) << problems;
    }
    EXPECT_NE(problems_of(config, {"settled.words=a"}).find("\"words\" is \"a\"; it must be a list"),
              std::string::npos);
    EXPECT_NE(problems_of(config, {"settled.sentences=\"5\""}).find("must be an integer"), std::string::npos);
}

TEST(ShippedConfigs, AreValid) {
    for (const auto& entry : fs::directory_iterator(source_folder() / "configs")) {
        EXPECT_EQ(problems_of(entry.path()), "no problem\n") << entry.path();
    }
}

}  // namespace attache::testkit
