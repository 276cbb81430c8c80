// Which days matter most in a collection, after "date ranking" of timeline summarization (Gholipour Ghalandari & Ifrim,
// ACL 2020): by how many documents name them, and how near that is to what the collection is about.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace timeline {

/// What a day's score is made of. Mentions and Publications are the baselines of the literature; Salience weighs
/// mentions by what is said there, adds a part of the publications, and sets a day beside the days around it.
enum class DateRanking { Salience, Mentions, Publications };

std::optional<DateRanking> date_ranking_named(std::string_view name);

class DayRanking {
public:
    explicit DayRanking(DateRanking by) : by_(by) {}

    /// Days must come in their order, each any number of times. `relevance`: how near what is said there is to what the
    /// collection is about, 0 to 1.
    void add_mention(std::int64_t day, double relevance);
    void add_publication(std::int64_t day);
    /// The day has something that can be told of it; days without are not ranked.
    void add_report(std::int64_t day);

    /// The `most` best days with their rank, 1 the best; of equals the earlier one. Leaves the ranking empty.
    std::unordered_map<std::int64_t, std::uint64_t> take_best(std::size_t most);

private:
    struct Day {
        std::int64_t day = 0;
        double score = 0;
        double publications = 0;
        bool has_report = false;
    };

    Day& at(std::int64_t day);
    double worth_of_publication() const;
    void contrast();

    DateRanking by_;
    double mentions_ = 0;
    double weight_of_mentions_ = 0;
    std::vector<Day> days_;
};

}  // namespace timeline
