// Publication dates and focus.
#include "context.h"

#include "shapes.h"

namespace dates {

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

void Focus::put(const Period& period, std::uint32_t sentence) {
    newest_sentence_ = sentence;
    const auto unit = static_cast<std::size_t>(period.unit);
    if (period.unit == Unit::Day && last_[unit] && last_[unit]->period.first != period.first) {
        day_before_ = last_[unit];
    }
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
    if (found == nullptr) {
        return nullptr;
    }
    const bool month_beside = found->period.unit == Unit::Month && newest_sentence_ == sentence;
    const bool quarter_near =
        (found->period.unit == Unit::Quarter || found->period.unit == Unit::Half) && newest_sentence_ + 1 >= sentence;
    return month_beside || quarter_near ? found : nullptr;
}

}  // namespace dates
