// What the timeline keeps of more undated reports than fit into memory, which no short run shows.
#include <gtest/gtest.h>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "folding/entries.h"
#include "folding/folding.h"
#include "folding/spool_form.h"

namespace timeline {
namespace {

/// Sources of the entries that are left, in the order in which they are handed over.
struct Kept {
    std::vector<std::uint64_t> counts;
    std::size_t listed = 0;
    std::uint64_t left_out = 0;
};

class Undated {
public:
    /// A report of what `who` does to China in these words.
    void add(const std::string& who, const std::string& what) {
        Report report;
        report.what = what;
        report.words = terms_of(what);
        report.names = {term_of_name(who), term_of_name("China")};
        make_unique(report.names);
        Event& aid = report.events.emplace_back();
        aid.what = what;
        aid.who = {{who, "LOC", {}, {}, {}}};
        aid.whom = {{"China", "LOC", {}, {}, {}}};
        report.source.document = "a document whose id is longer than a string that needs no memory of its own";
        report.source.line = ++documents_;
        spool_.emplace(key_of(report), pack(report));
    }

    Kept fold(std::size_t most) const {
        Kept kept;
        EntryFolder folder(1000, [&](const Entry& entry) {
            kept.counts.push_back(entry.source_count);
            kept.listed += entry.sources.size();
        });
        folder.limit(most, keep_most_told);
        for (const auto& [key, report] : spool_) {
            folder.add(key, unpack_report(report), 0, {});
        }
        folder.finish();
        kept.left_out = folder.left_out();
        return kept;
    }

private:
    std::uint64_t documents_ = 0;
    std::map<std::string, std::string> spool_;
};

/// Words that no two numbers share.
std::string words_of(std::size_t number) {
    std::string words;
    for (const char letter : {'a', 'b', 'c', 'd', 'e'}) {
        words += letter + std::string("x") + std::to_string(number) + "y ";
    }
    return words;
}

TEST(TimelineUndated, CopiesMeetHoweverManyReportsThereAre) {
    Undated undated;
    constexpr std::size_t others = 12'000;
    for (std::size_t number = 0; number < others; ++number) {
        undated.add("Land " + std::to_string(number % 40), words_of(number));
    }
    constexpr std::size_t chosen = others + 70;  // by their MinHash alone these two would lie far apart
    std::string longer = words_of(chosen);
    undated.add("Peru", longer);
    for (std::size_t more = 1; more < 10; ++more) {
        longer += words_of(chosen + more);
    }
    undated.add("Peru", longer);
    const Kept kept = undated.fold(1);
    EXPECT_EQ(kept.counts, std::vector<std::uint64_t>{2});
    EXPECT_EQ(kept.left_out, others);
}

TEST(TimelineUndated, WhereTheyTakeTooMuchMemoryFewerSourcesAreListedAndAllCounted) {
    Undated undated;
    constexpr std::size_t events = 300;
    constexpr std::size_t copies = 250;
    for (std::size_t number = 0; number < events; ++number) {
        for (std::size_t copy = 0; copy < copies; ++copy) {
            undated.add("Land " + std::to_string(number), words_of(number));
        }
    }
    const Kept kept = undated.fold(events);
    EXPECT_EQ(kept.counts, std::vector<std::uint64_t>(events, copies));
    EXPECT_EQ(kept.left_out, 0u);
    EXPECT_LT(kept.listed, events * copies);
    EXPECT_GT(kept.listed, events * copies / 4);
}

TEST(TimelineUndated, WhereSentencesAloneTakeTooMuchMemoryFewerAreListed) {
    Undated undated;
    constexpr std::size_t events = 200;
    const std::string length(std::size_t{200} << 10, 'x');
    for (std::size_t number = 0; number < events; ++number) {
        undated.add("Land " + std::to_string(number), words_of(number) + length);
    }
    const Kept kept = undated.fold(events);
    EXPECT_LT(kept.counts.size(), events);
    EXPECT_EQ(kept.counts.size() + kept.left_out, events);
}

}  // namespace
}  // namespace timeline
