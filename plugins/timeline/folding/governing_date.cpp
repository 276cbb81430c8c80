// Which of a sentence's dates is the one of what it tells.
#include "governing_date.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "calendar.h"

namespace timeline {

namespace {

bool is_date(const TimeExpression& time) {
    return time.type == "DATE" || time.type == "TIME";
}

/// The last word of `text`, which loses it and the space before it. Empty at a mark, which belongs to no word.
std::string_view take_last_word(std::string_view& text) {
    while (text.ends_with(' ') || text.ends_with('\n')) {
        text.remove_suffix(1);
    }
    const auto is_letter = [](char c) {
        return static_cast<signed char>(c) < 0 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    };
    std::size_t at = text.size();
    while (at > 0 && is_letter(text[at - 1])) {
        --at;
    }
    const std::string_view word = text.substr(at);
    text.remove_suffix(word.size());
    return word;
}

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// "…, which were due by 30 April, …": the clause after the last comma before the date begins with a relative pronoun.
bool is_in_relative_clause(std::string_view before) {
    constexpr std::array<std::string_view, 6> relative = {"which", "who", "whom", "whose", "where", "when"};
    constexpr std::array<std::string_view, 8> prepositions = {"at", "by", "for", "from", "in", "of", "on", "to"};
    const std::size_t comma = before.rfind(", ");
    if (comma == before.npos) {
        return false;
    }
    std::string_view clause = before.substr(comma + 2);
    const auto first_word = [&] { return clause.substr(0, clause.find(' ')); };
    if (is_one_of(first_word(), prepositions)) {
        clause.remove_prefix(std::min(clause.size(), first_word().size() + 1));
    }
    return is_one_of(first_word(), relative);
}

/// "will not start on 15 April": few words of one clause between the "not" and the date.
bool is_denied(std::string_view before) {
    constexpr std::size_t most_words = 4;
    constexpr std::array<std::string_view, 5> limits = {"before", "earlier", "later", "only", "until"};
    std::string_view after;
    for (std::size_t i = 0; i < most_words; ++i) {
        const std::string_view word = take_last_word(before);
        if (word == "not") {
            return !is_one_of(after, limits);
        }
        if (word.empty()) {
            break;
        }
        after = word;
    }
    return false;
}

}  // namespace

std::string_view reason_of(const TimeExpression& time) {
    if (!time.unresolved.empty()) {
        return time.unresolved;
    }
    if (is_date(time) && time.begin && time.finish && !is_on_calendar(time) && !time.value.ends_with("_REF")) {
        return "outside the years 1 to 9998";
    }
    return {};
}

const TimeExpression* governing_date(const Sentence& sentence, std::string_view text, std::size_t body) {
    const auto order = [&](const TimeExpression& time) {
        // What is not resolved is mostly a weekday, or a day without its year.
        const Precision precision =
            is_on_calendar(time) ? precision_of(time.value, *time.begin, *time.finish) : Precision::Day;
        const std::string_view before =
            text.substr(sentence.span.start, time.span.start - std::min(time.span.start, sentence.span.start));
        const bool is_aside = is_in_relative_clause(before) || is_denied(before);
        const int tier = time.span.start < body ? 2 : precision >= Precision::Year ? 3 : is_aside ? 1 : 0;
        return std::tuple(tier, precision == Precision::Time ? Precision::Day : precision, time.span.start);
    };
    const TimeExpression* best = nullptr;
    for (const TimeExpression& time : sentence.times) {
        const bool is_open = is_date(time) && !time.unresolved.empty();
        if ((is_on_calendar(time) || is_open) && (best == nullptr || order(time) < order(*best))) {
            best = &time;
        }
    }
    return best != nullptr && is_on_calendar(*best) ? best : nullptr;
}

}  // namespace timeline
