// Walks over the findings in text order, keeping track of what they are counted from.
#include "resolver.h"

#include <algorithm>

#include "document_signs.h"
#include "interpreter.h"

namespace dates {

namespace {

class DocumentResolver {
public:
    DocumentResolver(const Rules& rules, const TenseReader& tense, std::string_view text, const Findings& findings)
        : rules_(rules), tense_(tense), text_(text), findings_(findings) {}

    std::vector<Time> run(NumericOrder order, std::string_view published) {
        const DocumentSigns signs(rules_, text_, findings_);
        situation_.slashed = signs.slashed_order(order);
        find_reference(signs, published);
        situation_.narrative = signs.is_narrative(situation_);
        const bool match = signs.tells_of_match();
        for (std::size_t i = 0; i < findings_.found.size(); ++i) {
            if (match && reading_of(findings_.found[i], 0).code(Slot::Direction) == "play") {
                continue;
            }
            resolve(i);
        }
        return std::move(times_);
    }

private:
    Reading reading_of(const Finding& finding, std::size_t sense) const {
        return dates::reading_of(finding, sense, rules_, findings_, text_);
    }

    void find_reference(const DocumentSigns& signs, std::string_view published) {
        situation_.no_reference = "no publication date";
        if (const auto period = read_published(published)) {
            situation_.reference = Anchor{*period, "published " + value_of(*period)};
            return;
        }
        if (!published.empty()) {
            situation_.no_reference = "the publication date is not an ISO 8601 date";
        }
        if (const auto dateline = signs.dateline(situation_)) {
            situation_.reference = Anchor{*dateline, "text " + value_of(*dateline)};
        }
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
                const Answer answer = interpret(reading, situation_, place_of(i, 0));
                const bool is_day = answer.period && answer.period->unit == Unit::Day;
                return is_day ? std::optional(answer.period->first) : std::nullopt;
            }
            if (has_day || !has_time) {
                break;
            }
        }
        return std::nullopt;
    }

    /// Of the findings soon after this one.
    std::optional<int> next_year_after(std::size_t number) const {
        constexpr std::size_t reach = 16;
        const std::size_t end = std::min(findings_.found.size(), number + reach);
        for (std::size_t i = number + 1; i < end; ++i) {
            const Reading reading = reading_of(findings_.found[i], 0);
            if (reading.operation() == Operation::Date && reading.shaped(Slot::Year, Shape::Year) != nullptr &&
                !reading.has(Slot::Era)) {
                return reading.number(Slot::Year);
            }
        }
        return std::nullopt;
    }

    Place place_of(std::size_t number, std::size_t sense) const {
        const Finding& finding = findings_.found[number];
        return {finding.sentence,
                [this, &finding, sense] {
                    return tense_.read(text_, findings_.atoms_of(finding.sentence), finding.match.span[0].first,
                                       finding.match.span[sense].last);
                },
                [this, number] { return next_year_after(number); }, day_in_sentence_, is_in_apposition(number)};
    }

    bool is_in_apposition(std::size_t number) const {
        const Finding& finding = findings_.found[number];
        if (number == 0 || findings_.found[number - 1].sentence != finding.sentence) {
            return false;
        }
        const Match& before = findings_.found[number - 1].match;
        const std::uint32_t between = before.span[before.spans - 1].last + 1;
        return between + 1 == finding.match.span[0].first &&
               text_[findings_.atoms_of(finding.sentence)[between].start] == ',';
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
            Place place = place_of(number, sense);
            if (!place.day_in_sentence) {
                place.day_in_sentence = day_behind(number);
            }
            const Answer answer = interpret(reading_of(finding, sense), situation_, place);
            times_.push_back(row(answer, atoms[span.first].start, atoms[span.last].end));
            if (!ends_summary(number, sense)) {
                remember(answer, place.sentence, is_told_in_passing(number, answer));
            }
            if (first_explicit_ == nullptr && answer.explicit_year) {
                first_explicit_ = &finding;
            }
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

    /// True for the second date of "(1 May 1900 – 2 June 1901)", and of "lasted from 1 May 1900 to 2 June 1901" where
    /// a narrative sets out: what follows begins at the first.
    bool ends_summary(std::size_t number, std::size_t sense) const {
        const Finding& finding = findings_.found[number];
        const std::span<const Atom> atoms = findings_.atoms_of(finding.sentence);
        const Finding* begin = sense == 0 ? (number > 0 ? &findings_.found[number - 1] : nullptr) : &finding;
        if (begin == nullptr || begin->sentence != finding.sentence) {
            return false;
        }
        const std::size_t begin_sense = sense == 0 ? begin->match.spans - 1 : 0;
        const std::uint32_t between = begin->match.span[begin_sense].last + 1;
        if (between + 1 != finding.match.span[sense].first) {
            return false;
        }
        const std::uint32_t first = begin->match.span[0].first;
        const bool in_brackets = first > 0 && text_[atoms[first - 1].start] == '(';
        const bool dash = (atoms[between].classes & bit_of(static_cast<std::uint8_t>(Shape::Dash))) != 0;
        const bool sets_out = situation_.narrative && first_explicit_ == begin && sets_out_with(atoms, first);
        return (in_brackets && (dash || sense != 0)) || sets_out;
    }

    /// "from", "between"
    static bool sets_out_with(std::span<const Atom> atoms, std::uint32_t first) {
        const Word* word = first > 0 ? atoms[first - 1].word : nullptr;
        return word != nullptr && (word->text == "from" || word->text == "between");
    }

    /// True for an older date that is no more than a remark: "since 1911", "the treaty of 1911", "had fought in 1911",
    /// "(1911)"; or "until 1918" in a narrative of 1914. News takes only "since 1911" for one.
    bool is_told_in_passing(std::size_t number, const Answer& answer) const {
        const Finding& finding = findings_.found[number];
        const std::span<const Atom> atoms = findings_.atoms_of(finding.sentence);
        const std::size_t first = finding.match.span[0].first;
        const bool in_brackets = first > 0 && text_[atoms[first - 1].start] == '(';
        // "(2114 GMT Thursday)" repeats a time in another zone.
        if (in_brackets && answer.type == "TIME") {
            return true;
        }
        constexpr std::size_t reach = 6;
        const auto before = [&](std::size_t distance, std::string_view word) {
            return first >= distance && atoms[first - distance].word != nullptr &&
                   atoms[first - distance].word->text == word;
        };
        const Anchor* told = situation_.focus.newest_explicit();
        if (!situation_.narrative && answer.explicit_year && before(1, "since")) {
            return true;
        }
        if (!situation_.narrative || told == nullptr || !answer.period || !answer.explicit_year) {
            return false;
        }
        const bool year_alone = answer.period->unit == Unit::Year;
        if (year_alone && (before(1, "until") || before(1, "till") || in_brackets)) {
            return true;
        }
        if (answer.period->last >= told->period.first) {
            return false;
        }
        if (in_brackets) {
            return true;
        }
        for (std::size_t distance = 1; distance <= reach; ++distance) {
            if (before(distance, "had")) {
                return true;
            }
        }
        return before(1, "since") || (year_alone && (before(1, "of") || before(1, "the")));
    }

    void remember(const Answer& answer, std::uint32_t sentence, bool in_passing) {
        if (!answer.period) {
            return;
        }
        if (in_passing || answer.aside) {
            situation_.focus.put_aside(*answer.period, sentence);
            return;
        }
        situation_.focus.put(*answer.period, sentence);
        if (answer.time == "TNI") {
            situation_.focus.put_night();
        }
        if (answer.minute_of_day) {
            situation_.focus.put_clock(*answer.minute_of_day, answer.in_halves);
        }
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
    const Finding* first_explicit_ = nullptr;  ///< the first one that gives its year
    std::uint32_t times_sentence_ = UINT32_MAX;
    std::optional<CalendarDay> day_in_sentence_;
};

}  // namespace

std::vector<Time> Resolver::resolve(std::string_view text, const Findings& findings, std::string_view published) const {
    return DocumentResolver(rules_, tense_, text, findings).run(order_, published);
}

}  // namespace dates
