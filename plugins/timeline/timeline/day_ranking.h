// Which days matter most in a collection, after "date ranking" of timeline summarization (Gholipour Ghalandari & Ifrim,
// ACL 2020): by how many documents name them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace timeline {

/// What a day's score is made of. Mentions and Publications are the baselines of the literature; Salience weighs
/// mentions by topic, adds a part of the publications, asks which day "yesterday" was, and sets a day beside the days
/// around it.
enum class DateRanking { Salience, Mentions, Publications };

std::optional<DateRanking> date_ranking_named(std::string_view name);

class DayRanking {
public:
    explicit DayRanking(DateRanking by) : by_(by) {}

    /// Days must come in their order, each any number of times. `on_topic`: a sentence that names the day also names
    /// what the collection is about. `is_yesterday`: a document published on the next day names it by "yesterday"
    /// alone.
    void add_mention(std::int64_t day, bool on_topic, bool is_yesterday);
    void add_publication(std::int64_t day);
    /// The day has something that can be told of it; days without are not ranked.
    void add_report(std::int64_t day);

    /// The `most` best days with their rank, 1 the best; of equals the earlier one. Leaves the ranking empty.
    std::unordered_map<std::int64_t, std::uint64_t> take_best(std::size_t most);

private:
    struct Day {
        std::int64_t day = 0;
        double score = 0;
        double yesterdays = 0;  ///< the part of mentions by "yesterday", until it is known which day is meant
        bool has_report = false;
    };

    Day& at(std::int64_t day);
    void settle_yesterdays();
    void contrast();

    DateRanking by_;
    std::vector<Day> days_;
};

}  // namespace timeline
