#include "words.h"

#include <algorithm>

namespace words {

namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool begins_with_letter(std::string_view word) {
    const auto first = static_cast<unsigned char>(word.front());
    if (first < 0x80) {
        return (first >= '0' && first <= '9') || (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z');
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
    for (std::uint32_t row = 0; row < tokens.size(); ++row) {
        const std::uint32_t begin = tokens.start(row);
        const std::uint32_t end = tokens.end(row);
        const std::uint32_t sentence = sentence_of[row].number;
        if (begin >= end || sentence >= sentences_.size()) {
            continue;
        }
        Word& word = words_.emplace_back();
        word.begin = begin;
        word.end = end;
        word.lower = {lower_.data() + begin, end - begin};
        word.classes = classes_of(word.lower);
        word.letters = begins_with_letter(word.lower);
        word.capital = text_[begin] >= 'A' && text_[begin] <= 'Z';
        Span& span = sentences_[sentence];
        if (span.empty()) {
            span.first = size() - 1;
        }
        span.last = size();
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

std::uint32_t Words::at_byte(std::uint32_t byte) const {
    const auto found =
        std::partition_point(words_.begin(), words_.end(), [&](const Word& word) { return word.end <= byte; });
    return static_cast<std::uint32_t>(found - words_.begin());
}

std::string_view Words::text(Span span) const {
    return span.empty() ? std::string_view()
                        : text_.substr(words_[span.first].begin, words_[span.last - 1].end - words_[span.first].begin);
}

}  // namespace words
