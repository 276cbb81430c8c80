// Which sentences the timeline is asked for: by the things and countries they name, and by period.
#pragma once

#include <attache/plugin.hpp>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "article.h"

namespace timeline {

class Filter {
public:
    struct Wanted {
        std::vector<std::string> entities;   ///< names or linked ids, any of which will do; empty for all
        std::vector<std::string> countries;  ///< ISO 3166-1 alpha-2, all of which must take part; empty for all
        std::string from;                    ///< first and last day, ISO 8601; empty for no limit
        std::string until;
    };

    /// The settings `entities`, `countries`, `from` and `until`.
    static Wanted wanted_in(const attache::Settings& settings);

    /// Throws std::invalid_argument with a message for the user if a day or a country is not one.
    explicit Filter(const Wanted& wanted);

    /// True if the sentence names what is asked for, whatever the period.
    bool is_wanted(const Sentence& sentence) const;

    /// Takes the dates and events from sentences that are not wanted, so that nothing is read from them.
    void apply(Article& article) const;

    /// True if some of the days are within the period.
    bool is_within(std::int64_t begin, std::int64_t finish) const;

    bool asks_for_names() const { return !ids_.empty() || !countries_.empty(); }
    bool asks_for_period() const { return from_ || until_; }

private:
    bool names_an_entity(const Sentence& sentence) const;
    bool names_all_countries(const Sentence& sentence) const;

    std::set<std::string, std::less<>> ids_;
    std::set<std::string, std::less<>> names_;  ///< in their comparison form
    std::vector<std::string> countries_;
    std::optional<std::int64_t> from_;
    std::optional<std::int64_t> until_;
};

}  // namespace timeline
