// Reads number shapes character by character.
#include "shapes.h"

#include <cstddef>

namespace dates {

namespace {

std::uint32_t bit(Shape shape) {
    return 1U << static_cast<unsigned>(shape);
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Walks over "11.03.2024" and the like.
class Reader {
public:
    explicit Reader(std::string_view text) : text_(text) {}

    /// The next number of `least` to `most` digits; -1 if there is none such.
    std::int32_t number(std::size_t least, std::size_t most) {
        std::size_t end = at_;
        std::int32_t value = 0;
        while (end < text_.size() && end - at_ < most && is_digit(text_[end])) {
            value = value * 10 + (text_[end] - '0');
            ++end;
        }
        const bool fits = end - at_ >= least && (end == text_.size() || !is_digit(text_[end]));
        if (!fits) {
            return -1;
        }
        length_ = end - at_;
        at_ = end;
        return value;
    }
    /// The next character, which is taken; NUL at the end.
    char take() { return at_ < text_.size() ? text_[at_++] : '\0'; }
    char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
    std::string_view rest() const { return text_.substr(at_); }
    std::size_t length() const { return length_; }

private:
    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t length_ = 0;
};

std::int16_t narrow(std::int32_t number) {
    return static_cast<std::int16_t>(number);
}

std::uint32_t plain_number(std::int32_t value, std::size_t digits, Numbers& numbers) {
    numbers.number = value;
    std::uint32_t shapes = bit(Shape::Number);
    if (digits <= 2) {
        shapes |= value >= 1 && value <= 31 ? bit(Shape::Day) : 0;
        shapes |= value <= 24 ? bit(Shape::Hour) : 0;
        shapes |= digits == 2 ? bit(Shape::ShortYear) : 0;
    }
    shapes |= digits == 3 && value >= 100 ? bit(Shape::OldYear) : 0;
    shapes |= (digits == 4 || digits == 5) && value >= 3000 ? bit(Shape::FarYear) : 0;
    if (digits == 4) {
        shapes |= value >= 1000 && value < 3000 ? bit(Shape::Year) : 0;
        shapes |= value >= 1900 && value < 2060 ? bit(Shape::SureYear) : 0;
        if (value / 100 < 25 && value % 100 < 60) {
            shapes |= bit(Shape::Military);
            numbers.hour = narrow(value / 100);
            numbers.minute = narrow(value % 100);
        }
    }
    return shapes;
}

/// "4th", "1990s".
std::uint32_t with_suffix(std::int32_t value, std::size_t digits, std::string_view suffix, Numbers& numbers) {
    numbers.number = value;
    if (suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "th") {
        return bit(Shape::Nth) | (value >= 1 && value <= 31 ? bit(Shape::NthDay) : 0);
    }
    const bool apostrophe = suffix == "'s" || suffix == "\u2019s";
    if ((suffix == "s" || apostrophe) && value % 10 == 0 && (digits == 4 || digits == 2)) {
        numbers.year = narrow(value);
        numbers.short_decade = digits == 2;
        return bit(Shape::Decade);
    }
    return 0;
}

std::uint32_t clock(std::int32_t hour, Reader reader, Numbers& numbers, Shape shape) {
    const std::int32_t minute = reader.number(2, 2);
    if (minute < 0 || minute > 59 || hour > 24) {
        return 0;
    }
    if (reader.peek() == ':') {
        reader.take();
        const std::int32_t second = reader.number(2, 2);
        numbers.second = narrow(second);
        if (second < 0 || second > 60) {
            return 0;
        }
    }
    if (!reader.rest().empty()) {
        return 0;
    }
    numbers.hour = narrow(hour);
    numbers.minute = narrow(minute);
    return bit(shape);
}

/// The "T16:00" or "T16:00:00Z" after an ISO day.
void time_of_day(Reader reader, Numbers& numbers) {
    if (reader.take() != 'T') {
        return;
    }
    const std::int32_t hour = reader.number(2, 2);
    const std::int32_t minute = reader.take() == ':' ? reader.number(2, 2) : -1;
    if (hour >= 0 && hour <= 24 && minute >= 0 && minute < 60) {
        numbers.hour = narrow(hour);
        numbers.minute = narrow(minute);
    }
}

/// After the year and its separator: "03-11", "03", "W12".
std::uint32_t iso(std::int32_t year, char separator, Reader reader, Numbers& numbers) {
    numbers.year = narrow(year);
    if (separator == '-' && reader.peek() == 'W') {
        reader.take();
        numbers.number = reader.number(2, 2);
        return numbers.number > 0 && reader.rest().empty() ? bit(Shape::IsoWeek) : 0;
    }
    const std::int32_t month = reader.number(1, 2);
    if (month < 0 || (month < 1 && month > 12)) {
        return 0;
    }
    numbers.month = narrow(month);
    if (reader.rest().empty()) {
        // "2024-03" is a month; "2010-12" and "1998-05" are rather two years.
        const bool fits = month >= 1 && month <= 12 && month <= year % 100 && year < 2100;
        return separator == '-' && reader.length() == 2 && fits ? bit(Shape::IsoMonth) : 0;
    }
    if (reader.take() != separator) {
        return 0;
    }
    const std::int32_t day = reader.number(1, 2);
    if (day < 0 || (!reader.rest().empty() && reader.peek() != 'T')) {
        return 0;
    }
    numbers.day = narrow(day);
    time_of_day(reader, numbers);
    return bit(Shape::IsoDay);
}

/// After the first number and its separator: "03.2024", "03/24".
std::uint32_t day_first(std::int32_t first, char separator, Reader reader, Numbers& numbers) {
    const std::int32_t second = reader.number(1, 2);
    if (second < 0 || reader.take() != separator) {
        return 0;
    }
    const std::int32_t year = reader.number(2, 4);
    if (year < 0 || reader.length() == 3 || !reader.rest().empty()) {
        return 0;
    }
    constexpr std::int32_t months = 12;
    constexpr std::int32_t days = 31;
    if (separator == '.' && reader.length() == 2 && (second > months || first > days)) {
        return 0;  // "1.28.19" is a time taken
    }
    numbers.year = narrow(year);
    numbers.month = narrow(separator == '.' ? second : first);
    numbers.day = narrow(separator == '.' ? first : second);
    return bit(separator == '.' ? Shape::DottedDay : Shape::SlashedDay);
}

/// The "000" of "90,000".
std::uint32_t thousands(std::int32_t first, Reader reader, Numbers& numbers) {
    constexpr std::int32_t thousand = 1000;
    const std::int32_t rest = first < thousand ? reader.number(3, 3) : -1;
    if (rest < 0 || !reader.rest().empty()) {
        return 0;
    }
    numbers.number = first * thousand + rest;
    return bit(Shape::Number);
}

std::uint32_t after_separator(std::int32_t first, std::size_t digits, Reader reader, Numbers& numbers) {
    const char separator = reader.take();
    if (separator == ':') {
        return digits <= 2 ? clock(first, reader, numbers, Shape::Clock) : 0;
    }
    if (digits == 4 && (separator == '-' || separator == '/')) {
        return iso(first, separator, reader, numbers);
    }
    std::uint32_t shapes = 0;
    if (separator == ',') {
        return thousands(first, reader, numbers);
    }
    if (digits <= 2 && (separator == '.' || separator == '/' || separator == '-')) {
        shapes = day_first(first, separator, reader, numbers);
    }
    if (shapes == 0 && separator == '.') {
        Reader fraction = reader;
        const bool whole = fraction.number(1, 9) >= 0 && fraction.rest().empty();
        shapes = whole ? bit(Shape::Decimal) : 0;
        shapes |= digits <= 2 ? clock(first, reader, numbers, Shape::DotClock) : 0;
    }
    return shapes;
}

}  // namespace

std::uint32_t shapes_of(std::string_view text, Numbers& numbers) {
    if (text == "-" || text == "\u2013" || text == "\u2014" || text == "\u2010" || text == "\u2011") {
        return bit(Shape::Dash);
    }
    if (text.empty() || !is_digit(text.front())) {
        return 0;
    }
    Reader reader(text);
    const std::int32_t first = reader.number(1, 8);
    if (first < 0) {
        return 0;
    }
    const std::size_t digits = reader.length();
    if (reader.rest().empty()) {
        return plain_number(first, digits, numbers);
    }
    const std::uint32_t suffixed = with_suffix(first, digits, reader.rest(), numbers);
    return suffixed != 0 ? suffixed : after_separator(first, digits, reader, numbers);
}

}  // namespace dates
