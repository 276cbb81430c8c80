#include "run/inputs.h"

#include <gtest/gtest.h>

#include <fstream>

#include "testkit/testkit.h"

namespace attache::core {

namespace fs = std::filesystem;

namespace {

void touch(const fs::path& file) {
    fs::create_directories(file.parent_path());
    std::ofstream(file) << "x";
}

std::vector<std::string> walk(const fs::path& folder) {
    std::vector<std::string> seen;
    InputWalk inputs({folder.string() + "/"});
    while (const auto file = inputs.next()) {
        std::string line = file->source.substr(folder.string().size() + 1);
        seen.push_back(file->skipped.empty() ? line : line + " (" + file->skipped + ")");
    }
    return seen;
}

}  // namespace

TEST(Inputs, AreWalkedByNameWithFoldersWhereTheirNameStands) {
    const fs::path folder = testkit::temporary_folder();
    for (const char* file : {"b.txt", "a/z.txt", "a/B.txt", "c.txt", "a.txt"}) {
        touch(folder / file);
    }
    EXPECT_EQ(walk(folder), (std::vector<std::string>{"a/B.txt", "a/z.txt", "a.txt", "b.txt", "c.txt"}));
}

TEST(Inputs, WhatIsPassedOverIsNamed) {
    const fs::path folder = testkit::temporary_folder();
    touch(folder / ".hidden");
    touch(folder / ".git/config");
    touch(folder / "real/a.txt");
    fs::create_symlink("nowhere", folder / "dangling");
    fs::create_directory_symlink(folder / "real", folder / "round");
    EXPECT_EQ(walk(folder),
              (std::vector<std::string>{".git (hidden folder)", ".hidden (hidden file)", "dangling (a link to nothing)",
                                        "real/a.txt", "round (a link to a folder)"}));
}

TEST(Inputs, ANameThatIsNotUtf8IsWrittenSo) {
    const fs::path folder = testkit::temporary_folder();
    touch(folder / "caf\xE9.txt");
    EXPECT_EQ(walk(folder), (std::vector<std::string>{"caf%E9.txt"}));
}

TEST(Inputs, ThatDoNotExistAreRefused) {
    EXPECT_THROW(check_inputs({"/nowhere/at/all"}), std::runtime_error);
    EXPECT_THROW(check_inputs({"/dev/null"}), std::runtime_error);
}

}  // namespace attache::core
