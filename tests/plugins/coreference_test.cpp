// Coreference by the entity tagger: each block of coreference_cases.txt is a test.
#include <gtest/gtest.h>

#include <cctype>
#include <fstream>
#include <ostream>

#include "testkit/testkit.h"

namespace attache::testkit {
namespace {

struct Case {
    std::string name;
    std::string text;
    std::vector<std::string> expected;
};

void PrintTo(const Case& one, std::ostream* out) {
    *out << one.name;
}

std::string with_line_breaks(std::string text) {
    for (auto at = text.find("\\n"); at != std::string::npos; at = text.find("\\n")) {
        text.replace(at, 2, "\n");
    }
    return text;
}

std::vector<Case> cases() {
    std::ifstream file(source_folder() / "tests" / "plugins" / "coreference_cases.txt");
    std::vector<Case> cases;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("## ")) {
            cases.push_back({line.substr(3), {}, {}});
        } else if (line.empty() || line.starts_with("#")) {
            continue;
        } else if (cases.back().text.empty()) {
            cases.back().text = with_line_breaks(line);
        } else {
            cases.back().expected.push_back(line);
        }
    }
    return cases;
}

/// Checks one document's layers against lines of expectations.
class Reading {
public:
    explicit Reading(const std::string& text) {
        auto layers = annotate({"sentences", "entities"}, {text}).layers;
        mentions_ = layers["entity"];
        collectives_ = layers["collective"];
    }

    void expect(const std::string& line) const {
        const auto space = line.find(' ');
        const std::string what = line.substr(0, space);
        const std::string rest = line.substr(line.find_first_not_of(' ', space));
        if (what == "same") {
            expect_same(split(rest, " = "));
        } else if (what == "apart") {
            expect_apart(split(rest, " / "));
        } else if (what == "absent") {
            EXPECT_EQ(find(rest), nullptr) << rest;
        } else if (what == "means") {
            expect_means(split(rest, " = "));
        } else {
            expect_column(what == "id" ? "entity_id" : what, split(rest, " = "));
        }
    }

    std::string described() const {
        std::string all;
        for (const Row& mention : mentions_) {
            all += mention["type"] + ' ' + mention.text + " [" + mention["entity_id"] + ' ' + mention["name"] + "] ";
        }
        for (const Row& row : collectives_) {
            all += "| " + row.text + ": " + mentions_.at(std::stoul(row["member"]))["name"] + ' ';
        }
        return all;
    }

private:
    /// The mention called "text" or "text#2"; null if there is none.
    const Row* find(const std::string& called) const {
        const auto mark = called.find('#');
        const std::string text = called.substr(0, mark);
        int left = mark == std::string::npos ? 1 : std::stoi(called.substr(mark + 1));
        for (const Row& mention : mentions_) {
            if (mention.text == text && --left == 0) {
                return &mention;
            }
        }
        return nullptr;
    }

    std::string column(const std::string& called, const std::string& name) const {
        const Row* mention = find(called);
        if (mention == nullptr) {
            ADD_FAILURE() << "no mention " << called;
            return "no mention " + called;
        }
        return (*mention)[name];
    }

    void expect_same(const std::vector<std::string>& called) const {
        ASSERT_GE(called.size(), 2u);
        for (const std::string& other : called) {
            EXPECT_EQ(column(other, "entity_id"), column(called.front(), "entity_id")) << other;
        }
    }

    void expect_apart(const std::vector<std::string>& called) const {
        ASSERT_EQ(called.size(), 2u);
        EXPECT_NE(column(called[0], "entity_id"), column(called[1], "entity_id")) << called[0] << " / " << called[1];
    }

    void expect_column(const std::string& name, const std::vector<std::string>& sides) const {
        ASSERT_EQ(sides.size(), 2u);
        ASSERT_TRUE(name == "entity_id" || name == "name" || name == "office") << name;
        EXPECT_EQ(column(sides[0], name), sides[1] == "-" ? "" : sides[1]) << sides[0];
    }

    void expect_means(const std::vector<std::string>& sides) const {
        ASSERT_EQ(sides.size(), 2u);
        std::string meant;
        for (const Row& row : collectives_) {
            if (row.text == sides[0]) {
                meant += (meant.empty() ? "" : ", ") + mentions_.at(std::stoul(row["member"]))["name"];
            }
        }
        EXPECT_EQ(meant, sides[1] == "-" ? "" : sides[1]) << sides[0];
    }

    std::vector<Row> mentions_;
    std::vector<Row> collectives_;
};

std::string test_name(const testing::TestParamInfo<Case>& one) {
    std::string name;
    bool word_begins = true;
    for (const char c : one.param.name) {
        const bool letter = std::isalnum(static_cast<unsigned char>(c)) != 0;
        if (letter) {
            name += word_begins ? static_cast<char>(std::toupper(static_cast<unsigned char>(c))) : c;
        }
        word_begins = !letter;
    }
    return name;
}

class Coreference : public testing::TestWithParam<Case> {};

TEST_P(Coreference, IsReadAsExpected) {
    const Reading reading(GetParam().text);
    SCOPED_TRACE(GetParam().text + '\n' + reading.described());
    ASSERT_FALSE(GetParam().expected.empty());
    for (const std::string& line : GetParam().expected) {
        reading.expect(line);
    }
}

INSTANTIATE_TEST_SUITE_P(Cases, Coreference, testing::ValuesIn(cases()), test_name);

TEST(CoreferenceCases, AreAtLeastAHundred) {
    EXPECT_GE(cases().size(), 100u);
}

}  // namespace
}  // namespace attache::testkit
