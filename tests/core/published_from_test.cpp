#include "run/published_from.h"

#include <gtest/gtest.h>

#include <fstream>

#include "testkit/testkit.h"

namespace attache::testkit {
namespace {

std::string told(const std::string& option, const std::string& name, const std::filesystem::path& file = {}) {
    const auto found = core::PublishedFrom(option).of(name, file);
    return found ? found->date + " " + found->from : "nothing";
}

TEST(PublishedFrom, ANameTellsTheOneDateThatStandsInIt) {
    EXPECT_EQ(told("filename", "2024-05-20-talks.txt"), "2024-05-20 file name");
    EXPECT_EQ(told("filename", "talks_2024_05_20.txt"), "2024-05-20 file name");
    EXPECT_EQ(told("filename", "news/2023-01-01/talks.2024.05.20.html"), "2024-05-20 file name");
    EXPECT_EQ(told("filename", "20240520T1030.txt"), "2024-05-20 file name");
    EXPECT_EQ(told("filename", "2024-02-29.txt"), "2024-02-29 file name");
    EXPECT_EQ(told("filename", "2024-05-20_2024-05-20.txt"), "2024-05-20 file name");
}

TEST(PublishedFrom, ANameThatLeavesRoomForDoubtTellsNothing) {
    for (const char* name : {"talks.txt", "2024.txt", "20-05-2024.txt", "2023-02-29.txt", "2024-13-01.txt",
                             "120240520.txt", "202405201.txt", "2024-05_20.txt", "2024-05-20_2024-05-21.txt"}) {
        EXPECT_EQ(told("filename", name), "nothing") << name;
    }
}

TEST(PublishedFrom, TheTimeOfAFileIsTakenInUtc) {
    const std::filesystem::path file = temporary_folder() / "a.txt";
    std::ofstream(file) << "Talks.";
    ASSERT_EQ(std::system(("TZ=UTC touch -d '2024-05-20 23:59:59' " + file.string()).c_str()), 0);
    EXPECT_EQ(told("mtime", "a.txt", file), "2024-05-20 file time");
    EXPECT_EQ(told("mtime", "a.txt", "not/there"), "nothing");
}

TEST(PublishedFrom, ADateIsTakenAsPreciseAsItIs) {
    EXPECT_EQ(told("2024-05-20", "2023-01-01.txt"), "2024-05-20 option");
    EXPECT_EQ(told("2024-05", "a.txt"), "2024-05 option");
    EXPECT_EQ(told("2024", "a.txt"), "2024 option");
}

TEST(PublishedFrom, WhatIsNoDateIsRefused) {
    for (const char* option : {"", "today", "20 May 2024", "2024-5-20", "2024-02-30", "2024-13", "filename "}) {
        EXPECT_THROW(core::PublishedFrom{option}, std::runtime_error) << option;
    }
}

TEST(PublishedFrom, NobodyAskedNothingIsTold) {
    EXPECT_FALSE(core::PublishedFrom().of("2024-05-20.txt", "2024-05-20.txt"));
}

}  // namespace
}  // namespace attache::testkit
