// Publication dates, tense and focus.
#include "context.h"

#include <algorithm>

#include "shapes.h"

namespace dates {

namespace {

/// How far from an expression its verbs are looked for, in atoms.
constexpr std::size_t reach = 25;

}  // namespace

std::optional<Period> read_published(std::string_view text) {
    const std::size_t time = text.find_first_of("T ");
    const std::string_view date = text.substr(0, time);
    Numbers numbers;
    const std::uint32_t shapes = shapes_of(date, numbers);
    const auto is = [&](Shape shape) { return (shapes & (1U << static_cast<unsigned>(shape))) != 0; };
    if (is(Shape::IsoDay)) {
        const auto day = day_of(numbers.year, numbers.month, numbers.day);
        return day ? std::optional(containing(Unit::Day, *day)) : std::nullopt;
    }
    if (is(Shape::IsoMonth)) {
        return month_of(numbers.year, numbers.month);
    }
    return is(Shape::Year) ? year_of(numbers.number) : std::nullopt;
}

TenseReader::TenseReader(const Vocabulary& vocabulary)
    : future_(bit_of(vocabulary.class_named("future"))),
      past_(bit_of(vocabulary.class_named("past"))),
      month_(bit_of(vocabulary.class_named("month"))),
      quarter_(bit_of(vocabulary.class_named("quarternumber"))),
      present_(bit_of(vocabulary.class_named("present"))),
      towards_(bit_of(vocabulary.class_named("towards"))) {}

Tense TenseReader::cue(std::string_view text, std::span<const Atom> sentence, std::size_t at) const {
    const Atom& atom = sentence[at];
    // "May" is no verb.
    if ((atom.classes & future_) != 0 && (atom.classes & month_) == 0) {
        return Tense::Future;
    }
    if ((atom.classes & towards_) != 0 && at + 1 < sentence.size() && sentence[at + 1].word != nullptr) {
        const std::string_view next = sentence[at + 1].word->text;
        if (next == "to" || next == "for") {
            return Tense::Future;
        }
    }
    constexpr std::size_t shortest_verb = 5;
    const std::string_view written = text.substr(atom.start, atom.end - atom.start);
    const bool past = (atom.classes & past_) != 0 ||
                      (written.size() >= shortest_verb && written.ends_with("ed") && written.front() >= 'a');
    if (!past) {
        return Tense::Unknown;
    }
    // "is feared" tells of now.
    const Word* before = at > 0 ? sentence[at - 1].word : nullptr;
    if (before != nullptr && (before->text == "is" || before->text == "are")) {
        return Tense::Unknown;
    }
    // "to be held"
    const bool planned = at > 0 && (sentence[at - 1].classes & future_) != 0;
    return planned ? Tense::Future : Tense::Past;
}

Tense TenseReader::read(std::string_view text, std::span<const Atom> sentence, std::size_t first,
                        std::size_t last) const {
    // "by March" looks from before it, with a verb in the past too, unless something had happened by then.
    const auto is = [&](std::size_t at, std::string_view word) {
        return sentence[at].word != nullptr && sentence[at].word->text == word;
    };
    const Tense told = by_verbs(text, sentence, first, last);
    if (told == Tense::Unknown) {
        const std::size_t from = first > reach ? first - reach : 0;
        const std::size_t to = std::min(sentence.size(), last + reach + 1);
        const bool now = std::any_of(sentence.begin() + static_cast<std::ptrdiff_t>(from),
                                     sentence.begin() + static_cast<std::ptrdiff_t>(to),
                                     [&](const Atom& atom) { return (atom.classes & present_) != 0; });
        return now ? Tense::Present : told;
    }
    if (told != Tense::Past || first < 2 || !is(first - 1, "by")) {
        return told;
    }
    for (std::size_t at = 0; at < sentence.size(); ++at) {
        if (is(at, "had")) {
            return told;
        }
    }
    return Tense::Unknown;
}

bool TenseReader::is_object_of_saying(std::string_view text, std::span<const Atom> sentence, std::size_t first,
                                      std::size_t last) const {
    const auto is = [&](std::size_t at, std::string_view word) {
        return at < sentence.size() && text.substr(sentence[at].start, sentence[at].end - sentence[at].start) == word;
    };
    const bool said = first > 0 && (is(first - 1, "said") || is(first - 1, "says"));
    const bool owns = is(last + 1, "'s") || is(last + 1, "\u2019s");
    return said && ((sentence[first].classes & quarter_) != 0 || owns);
}

Tense TenseReader::by_verbs(std::string_view text, std::span<const Atom> sentence, std::size_t first,
                            std::size_t last) const {
    // A verb before the expression tells more than one after it, unless it is this much farther off; one in the past
    // may be no more than a participle.
    constexpr std::size_t favour = 4;
    constexpr std::size_t favour_over_past = 8;
    const std::size_t nearest = is_object_of_saying(text, sentence, first, last) ? 2 : 1;
    for (std::size_t distance = 1; distance <= reach; ++distance) {
        if (distance <= first && distance >= nearest) {
            if (const Tense before = cue(text, sentence, first - distance); before != Tense::Unknown) {
                return before;
            }
        }
        const auto after = [&](std::size_t behind) {
            const bool inside = distance > behind && last + distance - behind < sentence.size();
            return inside ? cue(text, sentence, last + distance - behind) : Tense::Unknown;
        };
        if (after(favour) == Tense::Future) {
            return Tense::Future;
        }
        if (after(favour_over_past) == Tense::Past) {
            return Tense::Past;
        }
    }
    return Tense::Unknown;
}

void Focus::put(const Period& period, std::uint32_t sentence) {
    newest_sentence_ = sentence;
    const auto unit = static_cast<std::size_t>(period.unit);
    last_[unit] = Anchor{period, "text " + value_of(period)};
    age_[unit] = ++count_;
    day_sentence_ = period.unit == Unit::Day ? sentence : day_sentence_;
    clock_.reset();
    is_night_ = false;
    aside_.reset();
}

void Focus::put_aside(const Period& period, std::uint32_t sentence) {
    aside_ = Anchor{period, "text " + value_of(period)};
    aside_sentence_ = sentence;
}

void Focus::put_explicit(const Period& period, Part part, std::uint32_t sentence) {
    explicit_ = Anchor{period, "text " + value_of(period)};
    if (period.unit == Unit::Year && part != Part::Whole) {
        explicit_->period = containing(Unit::Month, narrowed(period, part).first);
    }
    explicit_sentence_ = sentence;
}

const Anchor* Focus::within(Unit unit) const {
    const Anchor* newest = nullptr;
    std::uint32_t age = 0;
    for (std::size_t i = 0; i <= static_cast<std::size_t>(unit); ++i) {
        if (last_[i] && age_[i] > age) {
            newest = &*last_[i];
            age = age_[i];
        }
    }
    return newest;
}

bool Focus::is_left_behind(const Anchor& anchor) const {
    const Anchor* newest = within(Unit::Half);
    return newest != nullptr && newest->period.unit >= Unit::Month && newest->period.first > anchor.period.last;
}

const Anchor* Focus::meant(Unit unit, std::uint32_t sentence) const {
    const bool just_made = aside_ && aside_->period.unit <= unit && aside_sentence_ + 1 >= sentence;
    return just_made ? &*aside_ : within(unit);
}

const Anchor* Focus::day_near(std::uint32_t sentence) const {
    const auto& day = last_[static_cast<std::size_t>(Unit::Day)];
    return day && day_sentence_ + 1 >= sentence ? &*day : nullptr;
}

const Anchor* Focus::newest_of(Unit unit) const {
    const auto& newest = last_[static_cast<std::size_t>(unit)];
    return newest ? &*newest : nullptr;
}

const Anchor* Focus::newest() const {
    return within(Unit::Century);
}

const Anchor* Focus::compared(std::uint32_t sentence) const {
    const Anchor* found = newest();
    const bool fits =
        found != nullptr && newest_sentence_ + 1 >= sentence &&
        (found->period.unit == Unit::Month || found->period.unit == Unit::Quarter || found->period.unit == Unit::Half);
    return fits ? found : nullptr;
}

}  // namespace dates
