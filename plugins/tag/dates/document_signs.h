// What a text shows as a whole, before its expressions are resolved one by one: its dateline, how it writes numeric
// dates, and whether it is news or a narrative.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "answer.h"
#include "finder.h"
#include "reading.h"

namespace dates {

enum class NumericOrder : std::uint8_t { Auto, DayMonth, MonthDay };

/// A finding as the sense of this number sees it.
inline Reading reading_of(const Finding& finding, std::size_t sense, const Rules& rules, const Findings& findings,
                          std::string_view text) {
    return {rules.rule(finding.match.rule)[sense], finding.match, findings.atoms_of(finding.sentence), text};
}

/// Rules, text and findings must outlive it.
class DocumentSigns {
public:
    DocumentSigns(const Rules& rules, std::string_view text, const Findings& findings)
        : rules_(rules), text_(text), findings_(findings) {}

    /// The order of day and month: as set, or from dates that can be read in one way only.
    SlashedOrder slashed_order(NumericOrder order) const;

    /// A whole date at the head of the text: on a line of its own, or before the dash of a dateline. Not the first day
    /// of a war that goes on in later years.
    std::optional<Period> dateline(const Situation& situation) const;

    /// True if the text tells of years before the reference rather than of the days around it: its dates with a year
    /// outweigh what counts from the day of writing. News has bare weekdays and "yesterday"; news without a date too,
    /// and its years may lie ahead.
    bool is_narrative(const Situation& situation) const;

    /// True for a report of sports, in which a bare half is one of a match.
    bool tells_of_match() const;

private:
    Reading reading(const Finding& finding) const { return reading_of(finding, 0, rules_, findings_, text_); }
    bool at_dateline(const Finding& finding) const;
    /// True if the text has dates in years after the day's.
    bool is_told_beyond(const Period& day) const;

    const Rules& rules_;
    std::string_view text_;
    const Findings& findings_;
};

}  // namespace dates
