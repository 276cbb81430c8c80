// Hours, minutes, seconds, halves of the day, and zones by offset or as UTC; zones by other names cannot be told.
#include "time_of_day.h"

namespace ingest {
namespace {

void append_two_figures(std::string& text, int value) {
    text += static_cast<char>('0' + value / 10 % 10);
    text += static_cast<char>('0' + value % 10);
}

/// Moves past "a.m." or "pm" and makes `hour` one of 24.
bool take_half_of_day(Cursor& cursor, int& hour) {
    cursor.skip_space();
    const std::string word = lower(cursor.word());
    const bool morning = word == "am" || word == "a.m.";
    const bool afternoon = word == "pm" || word == "p.m.";
    if (!morning && !afternoon) {
        return true;
    }
    cursor.drop(word.size());
    if (hour < 1 || hour > 12) {
        return false;
    }
    hour = hour % 12 + (afternoon ? 12 : 0);
    return true;
}

/// "09:30", "9.30 p.m.", "09:30:15.250"
bool take_time(Cursor& cursor, TimeOfDay& result) {
    auto hour = cursor.take_number(1, 2);
    const bool clock = cursor.take(':') || cursor.take('.');
    const auto minute = clock ? cursor.take_number(2, 2) : std::nullopt;
    if (!hour || !minute || *minute > 59) {
        return false;
    }
    std::string seconds;
    if (cursor.take(':')) {
        const auto second = cursor.take_number(2, 2);
        if (!second || *second > 60) {
            return false;
        }
        seconds += ':';
        append_two_figures(seconds, *second);
        if (cursor.take('.')) {
            const std::string_view fraction = cursor.digits();
            seconds.append(fraction.empty() ? "" : ".").append(fraction);
            cursor.drop(fraction.size());
        }
    }
    if (!take_half_of_day(cursor, *hour) || *hour > 23) {
        return false;
    }
    append_two_figures(result.time, *hour);
    result.time += ':';
    append_two_figures(result.time, *minute);
    result.time += seconds;
    return true;
}

/// "Z", "UTC", "GMT", "+03:00", "+0300", "GMT+3"
bool take_zone(Cursor& cursor, TimeOfDay& result) {
    cursor.skip_space();
    const bool bracket = cursor.take('(');
    const bool named = cursor.take_word("utc") || cursor.take_word("gmt") || cursor.take_word("z");
    const bool minus = cursor.rest().starts_with('-');
    if (!cursor.take('+') && !cursor.take('-')) {
        if (named) {
            result.zone = 'Z';
        }
        return named && (!bracket || cursor.take(')'));
    }
    const bool joined = cursor.digits().size() == 4;
    const auto hour = cursor.take_number(1, joined ? 4 : 2);
    const auto minute = !joined && cursor.take(':') ? cursor.take_number(2, 2) : std::optional<int>(0);
    const int total = hour && minute ? (joined ? *hour / 100 * 60 + *hour % 100 : *hour * 60 + *minute) : 24 * 60;
    if (total > 14 * 60 || (bracket && !cursor.take(')'))) {
        return false;
    }
    result.zone = minus ? '-' : '+';
    append_two_figures(result.zone, total / 60);
    result.zone += ':';
    append_two_figures(result.zone, total % 60);
    return true;
}

}  // namespace

bool take_time_of_day(Cursor& cursor, TimeOfDay& result) {
    cursor.skip_separators();
    if (cursor.done()) {
        return true;
    }
    if (!cursor.take('T') && cursor.take_word("at")) {
        cursor.skip_space();
    }
    if (!take_time(cursor, result)) {
        return false;
    }
    cursor.skip_space();
    if (cursor.done()) {
        return true;
    }
    const bool known = take_zone(cursor, result);
    cursor.skip_space();
    return known && cursor.done();
}

}  // namespace ingest
