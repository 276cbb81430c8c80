#include "words.h"

#include <algorithm>
#include <array>
#include <span>

namespace words {

namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Of the bytes below 0x80.
constexpr std::array<bool, 128> letters_and_digits = [] {
    std::array<bool, 128> table{};
    for (std::size_t c = 0; c < table.size(); ++c) {
        table[c] = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
    return table;
}();

bool begins_with_letter(std::string_view word) {
    const auto first = static_cast<unsigned char>(word.front());
    if (first < letters_and_digits.size()) {
        return letters_and_digits[first];
    }
    // General punctuation (U+2000 to U+206F) and guillemets are the marks that news is full of.
    return !word.starts_with("\xE2\x80") && !word.starts_with("\xC2\xAB") && !word.starts_with("\xC2\xBB");
}

}  // namespace

std::string lower_case(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), lower);
    return result;
}

Words::Words(const attache::Document& document) : text_(document.text()), lower_(lower_case(text_)) {
    read_tokens(document);
    read_mentions(document);
}

void Words::read_tokens(const attache::Document& document) {
    const attache::Layer tokens = document.read("token");
    const auto sentence_of = tokens.refs("sentence");
    sentences_.resize(document.read("sentence").size());
    words_.reserve(tokens.size());
    const std::string_view text = text_;
    const std::string_view lower = lower_;
    const std::span begins(tokens.table().start, tokens.size());
    const std::span ends(tokens.table().end, tokens.size());
    std::uint32_t count = 0;
    std::uint32_t last_sentence = none;
    for (std::size_t row = 0; row < begins.size(); ++row) {
        const std::uint32_t begin = begins[row];
        const std::uint32_t end = ends[row];
        const std::uint32_t sentence = sentence_of[row].number;
        if (begin >= end || sentence >= sentences_.size()) {
            continue;
        }
        const std::string_view word(lower.data() + begin, end - begin);
        const bool capital = text[begin] >= 'A' && text[begin] <= 'Z';
        words_.push_back({begin, end, word, 0, none, begins_with_letter(word), capital});
        if (sentence != last_sentence) {
            if (last_sentence != none) {
                sentences_[last_sentence].last = count;
            }
            last_sentence = sentence;
            Span& span = sentences_[sentence];
            span.first = span.empty() ? count : span.first;
        }
        ++count;
    }
    if (last_sentence != none) {
        sentences_[last_sentence].last = count;
    }
}

void Words::read_mentions(const attache::Document& document) {
    const attache::Layer entities = document.read("entity");
    mentions_.resize(entities.size());
    for (std::uint32_t row = 0; row < entities.size(); ++row) {
        // A mention may begin within a word, as in "Moscow-backed".
        const auto first = std::partition_point(words_.begin(), words_.end(),
                                                [&](const Word& word) { return word.end <= entities.start(row); });
        auto last = first;
        for (; last != words_.end() && last->begin < entities.end(row); ++last) {
            if (last->mention == none) {
                last->mention = row;
            }
        }
        mentions_[row] = {static_cast<std::uint32_t>(first - words_.begin()),
                          static_cast<std::uint32_t>(last - words_.begin())};
    }
}

void Words::classify(Span span) {
    for (std::uint32_t at = span.first; at < span.last; ++at) {
        words_[at].classes = classes_of(words_[at].lower);
    }
}

std::size_t Words::sentence_of(std::uint32_t word) const {
    const auto sentence =
        std::partition_point(sentences_.begin(), sentences_.end(), [&](Span span) { return span.last <= word; });
    return static_cast<std::size_t>(sentence - sentences_.begin());
}

std::uint32_t Words::begin_of_sentence(std::uint32_t word) const {
    const std::size_t sentence = sentence_of(word);
    return sentence == sentences_.size() ? word : sentences_[sentence].first;
}

std::uint32_t Words::at_byte(std::uint32_t byte) const {
    const auto found =
        std::partition_point(words_.begin(), words_.end(), [&](const Word& word) { return word.end <= byte; });
    return static_cast<std::uint32_t>(found - words_.begin());
}

std::string_view Words::lower_text(std::uint32_t begin, std::uint32_t end) const {
    return std::string_view(lower_).substr(begin, end - begin);
}

std::string_view Words::text(Span span) const {
    return span.empty() ? std::string_view()
                        : text_.substr(words_[span.first].begin, words_[span.last - 1].end - words_[span.first].begin);
}

}  // namespace words
