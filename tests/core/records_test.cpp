#include <gtest/gtest.h>

#include <fstream>

#include "testkit/testkit.h"

namespace attache::testkit {

namespace fs = std::filesystem;

namespace {

std::string line(const std::string& id, const std::string& text) {
    return "{\"id\": \"" + id + "\", \"text\": \"" + text + "\"}\n";
}

/// Packs the files of a folder with a command of Debian's base system.
fs::path packed(const std::string& command) {
    fs::path folder = temporary_folder();
    fs::create_directories(folder / "in/sub");
    std::ofstream(folder / "in/a.jsonl") << line("a1", "one") << line("a2", "two");
    std::ofstream(folder / "in/sub/b.jsonl") << line("b1", "three");
    std::ofstream(folder / "in/c.bin") << "binary";
    EXPECT_EQ(std::system(("cd " + (folder / "in").string() + " && " + command).c_str()), 0);
    return folder;
}

std::vector<std::string> sources(const std::string& name, const std::string& bytes) {
    std::vector<std::string> seen;
    for (const Result& result : read("jsonl", name, bytes)) {
        seen.push_back(!result.skipped.empty()    ? "skipped: " + result.skipped
                       : !result.rejected.empty() ? "rejected: " + result.rejected
                                                  : result.fields.at("id") + " " + result.text);
    }
    return seen;
}

}  // namespace

TEST(Records, AFileThatNoReaderTakesIsANamedSkip) {
    EXPECT_EQ(sources("map.svg", "<svg/>"),
              (std::vector<std::string>{"skipped: no reader of this configuration takes \".svg\" files"}));
}

TEST(Records, ExtensionsAreComparedWithoutCase) {
    EXPECT_EQ(sources("A.JSONL", line("1", "t")), (std::vector<std::string>{"1 t"}));
}

TEST(Records, AreFoundInTarArchives) {
    const fs::path folder = packed("tar cf ../x.tar a.jsonl c.bin sub/b.jsonl");
    EXPECT_EQ(sources("x.tar", slurp(folder / "x.tar")),
              (std::vector<std::string>{"a1 one", "a2 two",
                                        "skipped: no reader of this configuration takes \".bin\" files", "b1 three"}));
}

TEST(Records, AreFoundInCompressedArchivesAndFiles) {
    const fs::path folder = packed("tar czf ../x.tar.gz a.jsonl && gzip -k a.jsonl");
    EXPECT_EQ(sources("x.tar.gz", slurp(folder / "x.tar.gz")), (std::vector<std::string>{"a1 one", "a2 two"}));
    EXPECT_EQ(sources("y.jsonl.gz", slurp(folder / "in/a.jsonl.gz")), (std::vector<std::string>{"a1 one", "a2 two"}));
}

TEST(Records, ADamagedArchiveIsRejectedByName) {
    const fs::path folder = packed("tar czf ../x.tar.gz a.jsonl");
    std::string bytes = slurp(folder / "x.tar.gz");
    bytes.resize(bytes.size() / 2);
    const auto seen = sources("x.tar.gz", bytes);
    ASSERT_FALSE(seen.empty());
    EXPECT_EQ(seen.back().substr(0, 9), "rejected:") << seen.back();
}

TEST(Records, LongerThanOneReadAreWhole) {
    const std::string text(300'000, 'x');
    EXPECT_EQ(sources("long.jsonl", line("1", text) + line("2", "short")),
              (std::vector<std::string>{"1 " + text, "2 short"}));
}

TEST(Records, LargerThanTheLimitAreRejectedWithTheSettingToChange) {
    const std::string text(2 << 20, 'x');
    const fs::path folder = temporary_folder();
    std::ofstream(folder / "c.toml") << "[[stage]]\nname = \"i\"\nplugins = [\"jsonl\", \"text\"]\n"
                                        "[run]\nmax_document_megabytes = 1\n";
    fs::create_directory(folder / "in");
    std::ofstream(folder / "in/a.jsonl") << line("1", "t") << line("2", text);
    std::ofstream(folder / "in/b.txt") << text;
    std::ofstream(folder / "in/c.txt") << "Short.";
    const std::string rejected = slurp(run(folder / "c.toml", {folder / "in"}) / "rejected.jsonl");
    EXPECT_NE(rejected.find("a.jsonl\",\"stage\":\"\",\"plugin\":\"\",\"reason\":\"a record is larger than 1 MiB "
                            "(max_document_megabytes); it and what follows it were not read\""),
              std::string::npos)
        << rejected.substr(0, 500);
    EXPECT_NE(rejected.find("it is larger than 1 MiB (max_document_megabytes)"), std::string::npos);
    EXPECT_EQ(rejected.find("c.txt"), std::string::npos);
}

}  // namespace attache::testkit
