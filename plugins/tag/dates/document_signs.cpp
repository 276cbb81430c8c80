// Signs of what kind of text it is.
#include "document_signs.h"

#include <algorithm>

#include "interpreter.h"

namespace dates {

SlashedOrder DocumentSigns::slashed_order(NumericOrder order) const {
    if (order != NumericOrder::Auto) {
        return order == NumericOrder::DayMonth ? SlashedOrder::DayMonth : SlashedOrder::MonthDay;
    }
    int day_first = 0;
    int month_first = 0;
    for (const Finding& finding : findings_.found) {
        const Atom* atom = reading(finding).shaped(Slot::Written, Shape::SlashedDay);
        if (atom != nullptr) {
            day_first += atom->numbers.month > 12 && atom->numbers.day <= 12 ? 1 : 0;
            month_first += atom->numbers.day > 12 && atom->numbers.month <= 12 ? 1 : 0;
        }
    }
    if ((day_first > 0) == (month_first > 0)) {
        return SlashedOrder::Unknown;
    }
    return day_first > 0 ? SlashedOrder::DayMonth : SlashedOrder::MonthDay;
}

std::optional<Period> DocumentSigns::dateline(const Situation& situation) const {
    constexpr std::uint32_t head_sentences = 5;
    for (const Finding& finding : findings_.found) {
        if (finding.sentence >= head_sentences) {
            break;
        }
        if (finding.match.spans != 1 || !at_dateline(finding)) {
            continue;
        }
        const Answer answer = interpret(reading(finding), situation, {});
        const bool whole = answer.explicit_year && answer.period && answer.period->unit == Unit::Day;
        if (whole && !is_told_beyond(*answer.period)) {
            return answer.period;
        }
    }
    return std::nullopt;
}

bool DocumentSigns::is_told_beyond(const Period& day) const {
    constexpr int enough = 2;
    const int year = year_number(day.first);
    const auto later = std::count_if(findings_.found.begin(), findings_.found.end(), [&](const Finding& finding) {
        const Reading found = reading(finding);
        return found.operation() == Operation::Date && found.has(Slot::Month) && !found.has(Slot::Era) &&
               found.shaped(Slot::Year, Shape::Year) != nullptr && *found.number(Slot::Year) > year;
    });
    return later >= enough;
}

bool DocumentSigns::at_dateline(const Finding& finding) const {
    constexpr std::size_t longest_line = 12;
    constexpr std::size_t longest_agency = 10;
    constexpr std::size_t most_beside = 4;
    const Reading found = reading(finding);
    const bool complete = found.has(Slot::Written) || (found.has(Slot::Day) && found.has(Slot::Year));
    const std::span<const Atom> atoms = findings_.atoms_of(finding.sentence);
    const auto& span = finding.match.span[0];
    const std::string_view last = text_.substr(atoms.back().start, atoms.back().end - atoms.back().start);
    const bool ends_headline = found.has(Slot::Weekday) && span.last + 1 == atoms.size() && last != ".";
    if (complete && ends_headline) {
        return true;
    }
    if (!complete || span.first > longest_line) {
        return false;
    }
    if (atoms.size() - (span.last - span.first + 1) <= most_beside && last != ".") {
        return true;
    }
    bool opened = false;
    for (std::size_t i = 0; i < span.first; ++i) {
        const char first = text_[atoms[i].start];
        opened = first == '(' || (opened && first != ')');
    }
    const std::size_t reach = std::min<std::size_t>(atoms.size(), span.last + longest_agency);
    for (std::size_t i = span.last + 1; i < reach; ++i) {
        const std::string_view written = text_.substr(atoms[i].start, atoms[i].end - atoms[i].start);
        if (opened && written == ")") {
            opened = false;
        }
        // "(1 May 1900 – 2 June 1950)" are the days of a life or a war.
        if (opened) {
            continue;
        }
        if (written == "\u2014" || written == "\u2013" || written == "--") {
            return true;
        }
    }
    return false;
}

bool DocumentSigns::tells_of_match() const {
    constexpr int enough = 2;
    const ClassSet match = bit_of(rules_.vocabulary().class_named("match"));
    return std::count_if(findings_.atoms.begin(), findings_.atoms.end(),
                         [&](const Atom& atom) { return (atom.classes & match) != 0; }) >= enough;
}

bool DocumentSigns::is_narrative(const Situation& situation) const {
    constexpr int weight_of_deictic = 3;
    constexpr int weight_of_counted = 2;
    constexpr int least = 3;
    const int now = situation.reference ? year_number(situation.reference->period.first) : last_year;
    int old = 0;
    int recent = 0;
    int deictic = 0;
    for (const Finding& finding : findings_.found) {
        const Reading found = reading(finding);
        // "last month", "two years ago"
        const bool counted = found.operation() == Operation::Shift && !found.has(Slot::Anchor);
        deictic += counted ? weight_of_counted : 0;
        if (found.operation() != Operation::Date) {
            continue;
        }
        const bool bare_weekday = found.has(Slot::Weekday) && !found.has(Slot::Day) && !found.has(Slot::Month);
        const auto day_beside = found.number(Slot::Relday);
        if (bare_weekday || (day_beside && *day_beside != 0)) {
            deictic += weight_of_deictic;
        } else if (day_beside) {
            // Without a reference it may as well mean nowadays.
            deictic += situation.reference ? weight_of_deictic : 1;
        } else if (found.has(Slot::Year)) {
            const bool precise = found.has(Slot::Month) || found.has(Slot::Era);
            const bool past = found.has(Slot::Era) || found.number(Slot::Year).value_or(0) < now;
            (past ? old : recent) += precise ? 2 : 1;
        }
    }
    if (!situation.reference) {
        return deictic == 0 || old > deictic;
    }
    return old >= least && old > 2 * recent + deictic;
}

}  // namespace dates
