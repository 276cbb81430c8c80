// Whether a dated sentence says anything that a timeline should tell.
#include "substance.h"

#include <algorithm>
#include <array>
#include <string>

#include "comparison.h"

namespace timeline {

namespace {

/// Letters and digits, in bytes, that a sentence needs beside its dates to report something.
constexpr std::size_t least_substance = 12;

std::size_t count_substance(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return static_cast<signed char>(c) < 0 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
               (c >= 'A' && c <= 'Z');
    }));
}

/// "(Corrects the cost in the first paragraph …)", "This article was updated on 17 April …".
bool is_editorial(std::string_view sentence) {
    constexpr std::array<std::string_view, 7> notes = {"adds ",    "clarifies ", "corrects ", "recasts ",
                                                       "refiles ", "removes ",   "updates "};
    constexpr std::array<std::string_view, 5> pieces = {"article", "piece", "report", "story", "version"};
    constexpr std::array<std::string_view, 5> edits = {"amended", "corrected", "edited", "revised", "updated"};
    constexpr std::size_t head_size = 60;
    const std::string head = comparison_form(sentence.substr(0, head_size));
    if (sentence.starts_with('(')) {
        return std::any_of(notes.begin(), notes.end(), [&](std::string_view note) { return head.starts_with(note); });
    }
    const auto is_about = [&](std::string_view piece) {
        return head.starts_with("this " + std::string(piece) + " was ") ||
               head.starts_with("this " + std::string(piece) + " has been ");
    };
    return std::any_of(pieces.begin(), pieces.end(), is_about) &&
           std::any_of(edits.begin(), edits.end(), [&](std::string_view edit) { return head.find(edit) != head.npos; });
}

}  // namespace

bool has_substance(const Sentence& sentence, std::size_t body, std::string_view text) {
    std::size_t dates = 0;
    for (const TimeExpression& time : sentence.times) {
        dates += time.span.start >= body ? count_substance(slice(text, time.span)) : 0;
    }
    const std::size_t all = count_substance(slice(text, {body, sentence.span.end}));
    return all >= dates + least_substance;
}

bool is_news(const Sentence& sentence, Span date, std::size_t body, std::string_view text) {
    const bool is_quoted = std::any_of(sentence.quotations.begin(), sentence.quotations.end(),
                                       [&](Span words) { return words.start <= date.start && date.end <= words.end; });
    return !(is_quoted && sentence.mentions.empty()) && !is_editorial(slice(text, {body, sentence.span.end}));
}

}  // namespace timeline
