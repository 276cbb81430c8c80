#include "run/output_files.h"

#include <gtest/gtest.h>

#include "testkit/testkit.h"

namespace attache::core {

TEST(Spool, GivesRecordsByKeyThenInTheOrderOfPut) {
    Spool spool;
    spool.put("b", "1");
    spool.put("a", "2");
    spool.put(std::string_view("a\0", 2), "3");
    spool.put("b", "4");
    spool.put("", "");
    for (int round = 0; round < 2; ++round) {
        std::string seen;
        std::string_view key;
        std::string_view value;
        while (spool.next(key, value)) {
            seen += std::string(value) + ",";
        }
        EXPECT_EQ(seen, ",2,3,1,4,") << "round " << round;
    }
}

TEST(PartFile, AppearsOnlyWhenItIsFinished) {
    const std::filesystem::path folder = testkit::temporary_folder();
    {
        PartFile file(folder / "a");
        file.write("x");
        EXPECT_FALSE(std::filesystem::exists(folder / "a"));
        file.finish();
        EXPECT_EQ(testkit::slurp(folder / "a"), "x");
    }
    {
        PartFile file(folder / "a");
        file.write("half of it");
    }
    EXPECT_EQ(testkit::slurp(folder / "a"), "x") << "an unfinished file must not replace a finished one";
    EXPECT_FALSE(std::filesystem::exists(folder / "a.part"));
}

}  // namespace attache::core
