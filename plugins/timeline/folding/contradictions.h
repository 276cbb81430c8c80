// Which sentences are told with different dates by copies of one article: one reprint says "on Monday" a week later, or
// an editor changed the date.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "article.h"
#include "reports.h"

namespace timeline {

/// A date that other copies give.
struct OtherDate {
    std::int64_t begin = 0;
    std::int64_t finish = 0;
    std::string expression;
    std::vector<Source> sources;  ///< in input order, some of them
    std::uint64_t source_count = 0;
};

/// What has to be known of a report to find those that contradict it.
struct DatedWording {
    std::uint64_t wording = 0;
    std::int64_t begin = 0;
    std::int64_t finish = 0;
    std::string expression;
    Source source;
    std::vector<std::uint32_t> sample;  ///< hashes of a few other sentences of the document, sorted
};

/// True if the sentence is long enough that its words alone identify it.
bool is_distinctive(const Report& report);

/// A sample of a document's sentences for `DatedWording`: those with the least hashes, so that samples of two documents
/// that share sentences share some of them (bottom-k sketch, Cohen & Kaplan 2007).
class SentenceSample {
public:
    explicit SentenceSample(const Article& article);

    std::vector<std::uint32_t> without(std::uint64_t sentence) const;

private:
    std::vector<std::pair<std::uint32_t, std::uint64_t>> sentences_;  ///< by hash
};

/// Dates of one wording contradict each other if they are few, less than a month apart, none within another, and told
/// by documents that share other sentences too. The event is listed under the date that most sources give, and of
/// equals the one published first. Memory: the contradictions found, up to a limit.
class Contradictions {
public:
    /// In the order of the wordings, and of the input within one.
    void add(DatedWording told);
    void finish();

    /// True if the report is listed under another date.
    bool is_elsewhere(const Report& report) const;

    /// What other copies say of a report that is not elsewhere.
    std::vector<OtherDate> others_of(const Report& report) const;

private:
    struct Date {
        OtherDate date;
        std::vector<std::vector<std::uint32_t>> samples;
    };
    struct Found {
        std::int64_t begin = 0;
        std::int64_t finish = 0;
        std::vector<OtherDate> others;
    };

    void settle();

    std::uint64_t wording_ = 0;
    std::vector<Date> dates_;
    bool recurs_ = false;
    std::map<std::uint64_t, Found> found_;
};

}  // namespace timeline
