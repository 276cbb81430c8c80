// Judged by the first words and by quotation marks alone: cheap, and right for most news.
#include "coherence.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string>

namespace summarize {
namespace {

constexpr std::size_t most_opener_words = 4;
constexpr std::size_t most_first_words = 8;
constexpr std::size_t longest_start = 80;
constexpr std::size_t most_addresses = 2;
constexpr std::size_t longest_good = 50;

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n';
}

bool is_question(std::string_view text) {
    constexpr std::array<std::string_view, 3> marks = {"?", "？", "؟"};
    return std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) { return text.ends_with(mark); });
}

/// "A spokesman said:", and the first words of a text that goes on in a list.
bool leans_ahead(std::string_view text) {
    return text.ends_with(':') || text.ends_with(',') || text.ends_with(';');
}

/// True if no full stop or the like ends it, but for closing quotation marks and brackets.
bool is_open_ended(std::string_view text) {
    constexpr std::array<std::string_view, 16> ends = {".", "!", "?", "…", "\"", "'",  ")",  "]",
                                                       "”", "’", "»", "“", "。", "！", "？", "؟"};
    return std::none_of(ends.begin(), ends.end(), [&](std::string_view end) { return text.ends_with(end); });
}

bool has_any(std::string_view text, std::span<const std::string_view> signs) {
    return std::any_of(signs.begin(), signs.end(), [&](std::string_view sign) { return text.find(sign) != text.npos; });
}

/// What a picture shows, or a line without a full stop of its own.
bool is_caption(std::string_view text) {
    constexpr std::array<std::string_view, 2> who = {"second left", "second right"};
    constexpr std::array<std::string_view, 3> in_brackets = {"(left", "(right", "(centre"};
    return text.ends_with(" .") || is_open_ended(text) || text.find("pictured") != text.npos ||
           (text.find("second ") != text.npos && has_any(text, who)) ||
           (text.find('(') != text.npos && has_any(text, in_brackets));
}

/// "The 55-year-old": somebody named before.
bool names_by_age(std::string_view start) {
    constexpr std::string_view the = "the ";
    const std::size_t digits = start.find_first_not_of("0123456789", the.size());
    return start.starts_with(the) && digits != start.npos && digits > the.size() &&
           start.substr(digits).starts_with("-year-old");
}

}  // namespace

bool leans_back(std::string_view text, const WordList& openers) {
    const std::string start = normal_form(text.substr(quotation_mark_size(text), longest_start));
    if (names_by_age(start)) {
        return true;
    }
    bool after_comma = false;
    std::size_t at = 0;
    for (std::size_t i = 0; i < most_first_words && at < start.size(); ++i) {
        const auto space = std::find_if(start.begin() + static_cast<std::ptrdiff_t>(at), start.end(), is_blank);
        const auto end = static_cast<std::size_t>(space - start.begin());
        const std::string_view so_far = std::string_view(start).substr(0, end);
        const std::string_view bare = so_far.substr(0, so_far.find_last_not_of(",;:.") + 1);
        // "Wang, also a member of the bureau, said" leans on nothing.
        const std::string_view word = bare.substr(std::min(at, bare.size()));
        const bool also = (!after_comma && word == "also") || word == "however";
        if (also || (i < most_opener_words && openers.contains(bare))) {
            return true;
        }
        after_comma = so_far.ends_with(',');
        at = end + 1;
    }
    return false;
}

std::vector<std::size_t> positions_of(const std::vector<Sentence>& sentences) {
    std::vector<std::size_t> positions;
    positions.reserve(sentences.size());
    std::size_t position = 0;
    for (const Sentence& sentence : sentences) {
        positions.push_back(position);
        position += sentence.kind == Kind::Apparatus ? 0U : 1U;
    }
    return positions;
}

namespace {

double worth_of_position(std::size_t position, const Weights& weights) {
    return weights.position / (1 + static_cast<double>(position));
}

double address_costs(const Sentence& sentence, const Weights& weights) {
    return weights.address * static_cast<double>(std::min(sentence.addresses, most_addresses));
}

double shortness_costs(const Sentence& sentence, const Weights& weights) {
    const std::size_t missing = weights.shortest - std::min(sentence.tokens.size(), weights.shortest);
    return weights.missing_word * static_cast<double>(missing);
}

/// What takes away from a sentence wherever it stands, but for its length.
double kind_costs(const Sentence& sentence, const Weights& weights) {
    const std::string_view text = sentence.text;
    double sum = address_costs(sentence, weights);
    sum += begins_with_quotation_mark(text) ? weights.begins_quote : 0;
    sum += is_question(text) ? weights.question : 0;
    sum += leans_ahead(text) ? weights.leans_ahead : 0;
    sum += is_caption(text) ? weights.caption : 0;
    sum += sentence.kind == Kind::ListItem ? weights.list_item : 0;
    return sum;
}

double length_costs(const Sentence& sentence, const Wording& wording, const Weights& weights) {
    const std::size_t more = std::max(wording.size.words, longest_good) - longest_good;
    return shortness_costs(sentence, weights) + weights.long_word * static_cast<double>(more);
}

/// What takes away from a sentence that stands without the one before it.
double lost_alone(const Wording& wording, const WordList& openers, const Weights& weights) {
    double sum = wording.marks.closing.empty() ? 0 : weights.unclosed_quote;
    sum += wording.marks.opening.empty() ? 0 : weights.quote_tail;
    sum += is_quotation(wording.text) ? weights.nobodys_quote : 0;
    if (!wording.person.empty()) {
        return sum + weights.named;
    }
    return sum + (leans_back(wording.text, openers) ? weights.leans_back : 0);
}

}  // namespace

// The operations of worth_of in their order, so that rounding does not make it less.
double most_worth(const Sentence& sentence, std::size_t position, const Weights& weights) {
    return worth_of_position(position, weights) - address_costs(sentence, weights) - shortness_costs(sentence, weights);
}

Worth worth_of(const Sentence& sentence, const Wording& wording, std::size_t position, const WordList& openers,
               const Weights& weights) {
    const auto length = static_cast<double>(wording.size.words);
    const double always =
        worth_of_position(position, weights) - kind_costs(sentence, weights) - length_costs(sentence, wording, weights);
    return {always - lost_alone(wording, openers, weights), always, weights.word * length,
            weights.word_in_budget * length};
}

}  // namespace summarize
