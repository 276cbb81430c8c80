// Reads a date from the left, piece by piece; whatever does not fit makes the whole text not a date.
#include "published_date.h"

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdio>

#include "cursor.h"
#include "time_of_day.h"

namespace ingest {
namespace {

constexpr std::array months = {"january", "february", "march",     "april",   "may",      "june",
                               "july",    "august",   "september", "october", "november", "december"};
constexpr std::array weekdays = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

/// The place (from 1) in `names` of a word that is a name or at least its first three letters; 0 if none.
template <std::size_t Size>
int place_in(const std::array<const char*, Size>& names, std::string_view word) {
    if (word.ends_with('.')) {
        word.remove_suffix(1);
    }
    const std::string small = lower(word);
    for (std::size_t i = 0; i < Size; ++i) {
        const std::string_view name = names[i];
        const bool abbreviated = small.size() >= 3 && small.size() <= 5 && name.starts_with(small);
        if (small == name || abbreviated) {
            return static_cast<int>(i) + 1;
        }
    }
    return 0;
}

struct Moment {
    int year = 0;
    int month = 0;
    int day = 0;
    TimeOfDay clock;

    bool exists() const {
        return std::chrono::year_month_day(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day)))
                   .ok() &&
               year > 0;
    }

    std::string iso() const {
        std::array<char, 32> date{};
        const int size = std::snprintf(date.data(), date.size(), "%04d-%02d-%02d", year, month, day);
        std::string result(date.data(), static_cast<std::size_t>(size));
        return clock.time.empty() || clock.zone.empty() ? result : result + "T" + clock.time + clock.zone;
    }
};

bool take_month_name(Cursor& cursor, Moment& moment) {
    const std::string_view word = cursor.word();
    moment.month = place_in(months, word);
    if (moment.month == 0) {
        return false;
    }
    cursor.drop(word.size());
    cursor.skip_separators();
    return true;
}

bool take_day(Cursor& cursor, Moment& moment) {
    const auto day = cursor.take_number(1, 2);
    for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
        if (cursor.take_word(ending)) {
            break;
        }
    }
    cursor.skip_separators();
    moment.day = day.value_or(0);
    return day.has_value();
}

bool take_year(Cursor& cursor, Moment& moment) {
    moment.year = cursor.take_number(4, 4).value_or(0);
    return moment.year != 0;
}

/// "2024-03-20", "2024/03/20"
bool take_year_first(Cursor& cursor, Moment& moment) {
    if (!take_year(cursor, moment)) {
        return false;
    }
    const char separator = cursor.rest().starts_with('/') ? '/' : '-';
    const auto next = [&](int& value) {
        const auto number = cursor.take(separator) ? cursor.take_number(1, 2) : std::nullopt;
        value = number.value_or(0);
        return number.has_value();
    };
    return next(moment.month) && next(moment.day);
}

/// "20.03.2024", and "20/03/2024" or "03/20/2024" where one of the two cannot be a month.
bool take_year_last(Cursor& cursor, Moment& moment) {
    const auto first = cursor.take_number(1, 2);
    const char separator = cursor.rest().starts_with('.') ? '.' : '/';
    const auto second = cursor.take(separator) ? cursor.take_number(1, 2) : std::nullopt;
    if (!first || !second || !cursor.take(separator) || !take_year(cursor, moment)) {
        return false;
    }
    const bool month_first = separator == '/' && *second > 12;
    if (separator == '/' && *first <= 12 && *second <= 12 && *first != *second) {
        return false;
    }
    moment.day = month_first ? *second : *first;
    moment.month = month_first ? *first : *second;
    return true;
}

/// "20240320"
bool take_compact(Cursor& cursor, Moment& moment) {
    const auto number = cursor.take_number(8, 8);
    moment.year = number.value_or(0) / 10000;
    moment.month = number.value_or(0) / 100 % 100;
    moment.day = number.value_or(0) % 100;
    return number.has_value();
}

bool take_day_of_year(Cursor& cursor, Moment& moment) {
    if (place_in(months, cursor.word()) != 0) {
        return take_month_name(cursor, moment) && take_day(cursor, moment) && take_year(cursor, moment);
    }
    const std::size_t figures = cursor.digits().size();
    if (figures == 8) {
        return take_compact(cursor, moment);
    }
    if (figures == 4) {
        return take_year_first(cursor, moment);
    }
    const std::string_view after = cursor.rest().substr(figures);
    if (after.starts_with('.') || after.starts_with('/')) {
        return take_year_last(cursor, moment);
    }
    return take_day(cursor, moment) && take_month_name(cursor, moment) && take_year(cursor, moment);
}

std::string_view trim_date(std::string_view text) {
    while (!text.empty() && is_space(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && (is_space(text.back()) || text.back() == ',')) {
        text.remove_suffix(1);
    }
    return text;
}

bool exact_figures(std::string_view text, std::size_t at, std::size_t count) {
    for (std::size_t i = at; i < at + count; ++i) {
        if (i >= text.size() || !is_digit(text[i])) {
            return false;
        }
    }
    return true;
}

}  // namespace

bool is_iso_date(std::string_view text) {
    if (text.size() == 4 || text.size() == 7) {
        const bool year = exact_figures(text, 0, 4) && text.substr(0, 4) != "0000";
        const std::string_view month = text.substr(4);
        return year && (month.empty() || (month[0] == '-' && exact_figures(month, 1, 2) && month.substr(1) >= "01" &&
                                          month.substr(1) <= "12"));
    }
    const auto read = read_date(text);
    // What was read has to be what was written: the reader forgives more than ISO 8601 does.
    return read && *read == text;
}

std::optional<std::string> read_date(std::string_view text) {
    text = trim_date(text);
    if ((text.size() == 4 || text.size() == 7) && is_iso_date(text)) {
        return std::string(text);
    }
    Cursor cursor(text);
    Moment moment;
    if (const std::string_view word = cursor.word(); place_in(weekdays, word) != 0) {
        cursor.drop(word.size());
        cursor.skip_separators();
    }
    if (!take_day_of_year(cursor, moment) || !moment.exists() || !take_time_of_day(cursor, moment.clock)) {
        return std::nullopt;
    }
    return moment.iso();
}

bool is_weekday(std::string_view word) {
    return place_in(weekdays, word) != 0;
}
bool is_month(std::string_view word) {
    return place_in(months, word) != 0;
}

}  // namespace ingest
