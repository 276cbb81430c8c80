// Walks over the findings in text order, keeping track of what they are counted from.
#include "resolver.h"

#include <algorithm>

#include "interpreter.h"
#include "reading.h"

namespace dates {

namespace {

class DocumentResolver {
public:
    DocumentResolver(const Rules& rules, const TenseReader& tense, std::string_view text, const Findings& findings)
        : rules_(rules), tense_(tense), text_(text), findings_(findings) {}

    std::vector<Time> run(NumericOrder order, std::string_view published) {
        situation_.slashed = slashed_order(order);
        find_reference(published);
        situation_.narrative = is_narrative();
        for (std::size_t i = 0; i < findings_.found.size(); ++i) {
            resolve(i);
        }
        return std::move(times_);
    }

private:
    Reading reading_of(const Finding& finding, std::size_t sense) const {
        return {rules_.rule(finding.match.rule)[sense], finding.match, findings_.atoms_of(finding.sentence), text_};
    }

    /// The order of day and month, from dates that can be read in one way only.
    SlashedOrder slashed_order(NumericOrder order) const {
        if (order != NumericOrder::Auto) {
            return order == NumericOrder::DayMonth ? SlashedOrder::DayMonth : SlashedOrder::MonthDay;
        }
        int day_first = 0;
        int month_first = 0;
        for (const Finding& finding : findings_.found) {
            const Atom* atom = reading_of(finding, 0).shaped(Slot::Written, Shape::SlashedDay);
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

    void find_reference(std::string_view published) {
        situation_.no_reference = "no publication date";
        if (const auto period = read_published(published)) {
            situation_.reference = Anchor{*period, "published " + value_of(*period)};
            return;
        }
        if (!published.empty()) {
            situation_.no_reference = "the publication date is not an ISO 8601 date";
        }
        situation_.reference = dateline();
    }

    /// A whole date at the head of the text: on a line of its own, or before the dash of a dateline.
    std::optional<Anchor> dateline() const {
        constexpr std::uint32_t head_sentences = 5;
        for (const Finding& finding : findings_.found) {
            if (finding.sentence >= head_sentences) {
                break;
            }
            if (finding.match.spans != 1 || !at_dateline(finding)) {
                continue;
            }
            const Reading reading = reading_of(finding, 0);
            const Answer answer = interpret(reading, situation_, {});
            if (answer.explicit_year && answer.period && answer.period->unit == Unit::Day) {
                return Anchor{*answer.period, "text " + value_of(*answer.period)};
            }
        }
        return std::nullopt;
    }

    bool at_dateline(const Finding& finding) const {
        constexpr std::size_t longest_line = 12;
        constexpr std::size_t longest_agency = 10;
        constexpr std::size_t most_beside = 4;
        const Reading reading = reading_of(finding, 0);
        const bool complete = reading.has(Slot::Written) || (reading.has(Slot::Day) && reading.has(Slot::Year));
        const std::span<const Atom> atoms = findings_.atoms_of(finding.sentence);
        const auto& span = finding.match.span[0];
        if (!complete || span.first > longest_line) {
            return false;
        }
        const std::string_view last = text_.substr(atoms.back().start, atoms.back().end - atoms.back().start);
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

    /// True if the text tells of years before the reference rather than of the days around it: its dates with a year
    /// outweigh what counts from the day of writing. News has bare weekdays and "yesterday"; news without a date too,
    /// and its years may lie ahead.
    bool is_narrative() const {
        constexpr int weight_of_deictic = 3;
        constexpr int weight_of_counted = 2;
        constexpr int least = 3;
        const int now = situation_.reference ? year_number(situation_.reference->period.first) : last_year;
        int old = 0;
        int recent = 0;
        int deictic = 0;
        for (const Finding& finding : findings_.found) {
            const Reading reading = reading_of(finding, 0);
            // "last month", "two years ago"
            const bool counted = reading.operation() == Operation::Shift && !reading.has(Slot::Anchor);
            deictic += counted ? weight_of_counted : 0;
            if (reading.operation() != Operation::Date) {
                continue;
            }
            const bool bare_weekday =
                reading.has(Slot::Weekday) && !reading.has(Slot::Day) && !reading.has(Slot::Month);
            const auto day_beside = reading.number(Slot::Relday);
            if (bare_weekday || (day_beside && *day_beside != 0)) {
                deictic += weight_of_deictic;
            } else if (day_beside) {
                // Without a reference it may as well mean nowadays.
                deictic += situation_.reference ? weight_of_deictic : 1;
            } else if (reading.has(Slot::Year)) {
                const bool precise = reading.has(Slot::Month) || reading.has(Slot::Era);
                const bool past = reading.has(Slot::Era) || reading.number(Slot::Year).value_or(0) < now;
                (past ? old : recent) += precise ? 2 : 1;
            }
        }
        if (!situation_.reference) {
            return deictic == 0 || old > deictic;
        }
        return old >= least && old > 2 * recent + deictic;
    }

    /// "at 9 a.m. (0700 GMT) on Friday": the day of a time of day that stands behind it.
    std::optional<CalendarDay> day_behind(std::size_t number) const {
        constexpr std::size_t most_between = 2;
        constexpr std::uint32_t farthest = 6;
        const Finding& finding = findings_.found[number];
        const std::size_t end = std::min(findings_.found.size(), number + most_between + 1);
        for (std::size_t i = number; i < end; ++i) {
            const Finding& next = findings_.found[i];
            const Reading reading = reading_of(next, 0);
            if (next.sentence != finding.sentence || reading.operation() != Operation::Date ||
                next.match.span[0].first > finding.match.span[0].last + farthest) {
                break;
            }
            const bool has_day = reading.has(Slot::Weekday) || reading.has(Slot::Day) || reading.has(Slot::Relday) ||
                                 reading.has(Slot::Written);
            const bool has_time = reading.has(Slot::Clock) || reading.has(Slot::Hour);
            if (has_day && i > number) {
                const Answer answer = interpret(reading, situation_, place_of(next, 0));
                const bool is_day = answer.period && answer.period->unit == Unit::Day;
                return is_day ? std::optional(answer.period->first) : std::nullopt;
            }
            if (has_day || !has_time) {
                break;
            }
        }
        return std::nullopt;
    }

    Place place_of(const Finding& finding, std::size_t sense) const {
        return {finding.sentence,
                [this, &finding, sense] {
                    return tense_.read(text_, findings_.atoms_of(finding.sentence), finding.match.span[0].first,
                                       finding.match.span[sense].last);
                },
                day_in_sentence_};
    }

    void resolve(std::size_t number) {
        const Finding& finding = findings_.found[number];
        if (times_sentence_ != finding.sentence) {
            times_sentence_ = finding.sentence;
            day_in_sentence_.reset();
        }
        const std::span<const Atom> atoms = findings_.atoms_of(finding.sentence);
        for (std::size_t sense = 0; sense < finding.match.spans; ++sense) {
            const auto& span = finding.match.span[sense];
            Place place = place_of(finding, sense);
            if (!place.day_in_sentence) {
                place.day_in_sentence = day_behind(number);
            }
            const Answer answer = interpret(reading_of(finding, sense), situation_, place);
            times_.push_back(row(answer, atoms[span.first].start, atoms[span.last].end));
            remember(answer, place.sentence, ends_bracketed_range(number, sense));
        }
    }

    static Time row(const Answer& answer, std::uint32_t start, std::uint32_t end) {
        Time time{start, end, answer.type, answer.value, {}, {}, {}, answer.unresolved};
        if (answer.period) {
            time.value = value_of(*answer.period) + answer.time;
            time.days = narrowed(*answer.period, part_of(answer.mod));
        }
        if (answer.unresolved.empty()) {
            time.mod = answer.mod;
            time.anchor = answer.anchor;
        }
        return time;
    }

    /// True for the second date of "(1 May 1900 – 2 June 1901)": what follows begins at the first.
    bool ends_bracketed_range(std::size_t number, std::size_t sense) const {
        const Finding& finding = findings_.found[number];
        const std::span<const Atom> atoms = findings_.atoms_of(finding.sentence);
        std::uint32_t first = finding.match.span[0].first;
        if (sense == 0) {
            const Finding* before = number > 0 ? &findings_.found[number - 1] : nullptr;
            const bool joined = before != nullptr && before->sentence == finding.sentence &&
                                before->match.span[before->match.spans - 1].last + 2 == first &&
                                (atoms[first - 1].classes & bit_of(static_cast<std::uint8_t>(Shape::Dash))) != 0;
            if (!joined) {
                return false;
            }
            first = before->match.span[0].first;
        }
        return first > 0 && text_[atoms[first - 1].start] == '(';
    }

    void remember(const Answer& answer, std::uint32_t sentence, bool ends_range) {
        if (!answer.period || ends_range) {
            return;
        }
        situation_.focus.put(*answer.period, sentence);
        if (answer.explicit_year && answer.period->unit <= Unit::Year) {
            situation_.focus.put_explicit(*answer.period, part_of(answer.mod), sentence);
        } else if (situation_.focus.newest_explicit() != nullptr && answer.anchor.starts_with("text ")) {
            situation_.focus.put_explicit(*answer.period, part_of(answer.mod), sentence);
        }
        if (answer.period->unit == Unit::Day) {
            day_in_sentence_ = answer.period->first;
        }
    }

    const Rules& rules_;
    const TenseReader& tense_;
    std::string_view text_;
    const Findings& findings_;
    Situation situation_;
    std::vector<Time> times_;
    std::uint32_t times_sentence_ = UINT32_MAX;
    std::optional<CalendarDay> day_in_sentence_;
};

}  // namespace

std::vector<Time> Resolver::resolve(std::string_view text, const Findings& findings, std::string_view published) const {
    return DocumentResolver(rules_, tense_, text, findings).run(order_, published);
}

}  // namespace dates
