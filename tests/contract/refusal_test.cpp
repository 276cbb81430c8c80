// What is refused, with which reason, and that no code of a refused or inspected library has run by then.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <cstdlib>

#include "contract/contract.h"

namespace attache::testkit {

namespace fs = std::filesystem;

namespace {

/// Runs the program and gives what it printed on stdout and stderr, and its exit status.
struct Printed {
    std::string text;
    int status = 0;
};

Printed attache_command(const std::string& arguments, const std::string& environment = "") {
    const fs::path file = temporary_folder() / "printed";
    const std::string command =
        environment + " " ATTACHE_COMMAND " " + arguments + " >" + file.string() + " 2>&1 </dev/null";
    const int status = std::system(command.c_str());
    return {slurp(file), WEXITSTATUS(status)};
}

/// A folder with one library in it, made from the bytes given.
fs::path folder_with(const std::string& name, const std::string& bytes) {
    fs::path folder = temporary_folder();
    std::ofstream(folder / name, std::ios::binary) << bytes;
    return folder;
}

std::string reason_for(const fs::path& folder, const std::string& name) {
    return core::Catalog({folder}).why_refused(name);
}

std::string built(const std::string& name) {
    return slurp(contract_folder() / name / (name + ".so"));
}

}  // namespace

TEST(Refusal, ALibraryWithoutManifest) {
    EXPECT_NE(reason_for(contract_folder(), "no_manifest").find("no Attaché manifest in it"), std::string::npos);
}

TEST(Refusal, ABrokenManifestWithEveryFaultAtItsPlace) {
    const std::string reason = reason_for(contract_folder(), "broken_manifest");
    EXPECT_NE(reason.find("plugin.toml:6:9: error: the manifest: \"reads\" has \"sentence!\""), std::string::npos)
        << reason;
    EXPECT_NE(reason.find("plugin.toml:5:1: error: the manifest: unknown key \"colour\""), std::string::npos) << reason;
}

TEST(Refusal, AManifestThatIsNotToml) {
    const std::string reason = reason_for(contract_folder(), "not_toml");
    EXPECT_NE(reason.find("plugin.toml:5:"), std::string::npos) << reason;
    EXPECT_NE(reason.find("not TOML"), std::string::npos) << reason;
}

TEST(Refusal, AnotherAbi) {
    EXPECT_NE(reason_for(contract_folder(), "other_abi")
                  .find("built for plugin ABI 7.2; this Attaché speaks 0.x and cannot run it"),
              std::string::npos)
        << reason_for(contract_folder(), "other_abi");
}

TEST(Refusal, AFileThatIsNotElf) {
    EXPECT_NE(reason_for(folder_with("text.so", "this is text\n"), "text").find("not a shared library (no ELF header)"),
              std::string::npos);
}

TEST(Refusal, AnEmptyFile) {
    EXPECT_NE(reason_for(folder_with("empty.so", ""), "empty").find("not a shared library"), std::string::npos);
}

TEST(Refusal, ALibraryCutOffAnywhere) {
    const std::string whole = built("telltale");
    for (const std::size_t size : {whole.size() / 10, whole.size() / 3, whole.size() / 2, std::size_t{40}}) {
        const fs::path folder = folder_with("cut.so", whole.substr(0, size));
        EXPECT_NE(reason_for(folder, "cut").find("truncated"), std::string::npos)
            << size << ": " << reason_for(folder, "cut");
    }
}

TEST(Refusal, ALibraryWithAnySingleByteChangedIsReadOrRefusedButNeverCrashes) {
    std::string bytes = built("telltale");
    std::size_t refused = 0;
    for (std::size_t at = 0; at < 1024; ++at) {
        const char before = bytes[at];
        bytes[at] = static_cast<char>(before ^ 0xFF);
        try {
            core::parse_manifest(core::parse_elf_note(bytes).text);
        } catch (const std::exception&) {
            ++refused;
        }
        bytes[at] = before;
    }
    EXPECT_GT(refused, 50u);
}

TEST(Refusal, ALibraryOrFolderThatOthersMayWriteTo) {
    const fs::path folder = folder_with("telltale.so", built("telltale"));
    EXPECT_NE(core::Catalog({folder}).find("telltale"), nullptr);
    ::chmod((folder / "telltale.so").c_str(), 0777);
    EXPECT_NE(reason_for(folder, "telltale").find("may be written by anyone"), std::string::npos);
    ::chmod((folder / "telltale.so").c_str(), 0755);
    ::chmod(folder.c_str(), 0777);
    const core::Catalog catalog({folder});
    EXPECT_EQ(catalog.find("telltale"), nullptr);
    ASSERT_EQ(catalog.refusals().size(), 1u);
    EXPECT_NE(catalog.refusals()[0].reason.find("may be written by anyone"), std::string::npos);
}

TEST(Refusal, TheSecondOfTwoPluginsWithOneName) {
    const fs::path folder = folder_with("a.so", built("telltale"));
    std::ofstream(folder / "b.so", std::ios::binary) << built("telltale");
    EXPECT_NE(reason_for(folder, "b").find("a plugin named \"telltale\" was already found at"), std::string::npos);
}

TEST(SearchPath, TheWorkingDirectoryIsNeverSearched) {
    const fs::path folder = folder_with("telltale.so", built("telltale"));
    const Printed printed = attache_command("plugins", "cd " + folder.string() + " && ");
    EXPECT_EQ(printed.text.find("telltale"), std::string::npos) << printed.text;
}

TEST(SearchPath, TheVariableAndTheOptionAreSearched) {
    const fs::path folder = folder_with("telltale.so", built("telltale"));
    EXPECT_NE(attache_command("plugins", "ATTACHE_PLUGIN_PATH=" + folder.string()).text.find("telltale"),
              std::string::npos);
    EXPECT_NE(attache_command("plugins --plugin-path " + folder.string()).text.find("telltale"), std::string::npos);
}

TEST(NoCodeRuns, WhenPluginsAreListedInspectedCheckedOrRefused) {
    const fs::path told = temporary_folder() / "told";
    const std::string environment = "ATTACHE_TELLTALE=" + told.string();
    const std::string search = " --plugin-path " + contract_folder().string();
    const fs::path config = temporary_folder() / "config.toml";
    std::ofstream(config) << "[[stage]]\nname = \"all\"\nplugins = [\"jsonl\", \"telltale\"]\n";
    const fs::path refused = temporary_folder() / "refused.toml";
    std::ofstream(refused) << "[[stage]]\nname = \"all\"\nplugins = [\"jsonl\", \"broken_manifest\"]\n";

    EXPECT_EQ(attache_command("plugins" + search, environment).status, 0);
    EXPECT_EQ(attache_command("inspect telltale" + search, environment).status, 0);
    EXPECT_EQ(attache_command("inspect " + (contract_folder() / "telltale/telltale.so").string(), environment).status,
              0);
    EXPECT_EQ(attache_command("inspect broken_manifest" + search, environment).status, 2);
    EXPECT_EQ(attache_command("inspect " + (contract_folder() / "refused/no_manifest.so").string(), environment).status,
              2);
    EXPECT_EQ(attache_command("check " + config.string() + search, environment).status, 0);
    EXPECT_EQ(attache_command("run " + refused.string() + " " + config.string() + search, environment).status, 2);
    EXPECT_FALSE(fs::exists(told)) << "code of a library has run";

    // And when it is to run, it does: the test can fail. A process of its own could write no file.
    const fs::path input = temporary_folder() / "one.jsonl";
    std::ofstream(input) << "{\"id\": \"1\", \"text\": \"t\"}\n";
    const Printed run =
        attache_command("run " + config.string() + " " + input.string() + " -o " +
                            (temporary_folder() / "out").string() + search + " --set telltale.isolate=false",
                        environment);
    EXPECT_EQ(run.status, 0) << run.text;
    EXPECT_TRUE(fs::exists(told));
}

}  // namespace attache::testkit
