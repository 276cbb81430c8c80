#include "direct.h"

#include <algorithm>

#include "finite.h"

namespace quotes {

using words::none;
using words::one_of;
using words::Span;
using words::Word;
using words::Words;

namespace {

enum class Mark : std::uint8_t { None, Open, Close, Either };

Mark mark_of(const Word& word) {
    if (word.letters) {
        return Mark::None;
    }
    if (word.is("\"")) {
        return Mark::Either;
    }
    if (word.is("“") || word.is("‘") || word.is("«") || word.is("„")) {
        return Mark::Open;
    }
    return word.is("”") || word.is("’") || word.is("»") ? Mark::Close : Mark::None;
}

bool closes(std::string_view open, std::string_view close) {
    return (open == "\"" && close == "\"") || (open == "“" && close == "”") || (open == "‘" && close == "’") ||
           (open == "«" && close == "»") || (open == "„" && (close == "“" || close == "”"));
}

/// Stretches between marks that belong together, without the marks.
std::vector<Span> stretches(const Words& words, const std::vector<std::int64_t>& paragraphs) {
    std::vector<Span> found;
    std::uint32_t open = none;
    std::int64_t paragraph = -1;
    for (std::size_t sentence = 0; sentence < words.sentences().size(); ++sentence) {
        if (paragraphs[sentence] != paragraph) {
            paragraph = paragraphs[sentence];
            open = none;
        }
        const Span span = words.sentences()[sentence];
        for (std::uint32_t at = span.first; at < span.last; ++at) {
            const Mark mark = mark_of(words[at]);
            if (open != none && closes(words[open].lower, words[at].lower)) {
                if (at > open + 1) {
                    found.push_back({open + 1, at});
                }
                open = none;
            } else if (open == none && (mark == Mark::Open || mark == Mark::Either)) {
                open = at;
            }
        }
    }
    return found;
}

/// Looks for what says that one stretch is speech.
class Judge {
public:
    Judge(const Words& words, const Cues& cues, const Speakers& speakers)
        : words_(words), cues_(cues), speakers_(speakers) {}

    /// `before` and `after` are the words on both sides, as far as the sentences and the next quotation marks reach.
    Quote judge(Span stretch, Span before, Span after) const {
        Quote quote{stretch, "direct", none, {}, 0, {}};
        if (after_says(quote, after) || before_says(quote, before) || colon_says(quote, before, after)) {
            return quote;
        }
        if (ends_as_speech(stretch)) {
            quote.confidence = 0.6;
            quote.evidence = "marks";
        }
        return quote;
    }

private:
    bool is_mark(std::uint32_t at, std::string_view mark) const { return at < words_.size() && words_[at].is(mark); }

    bool ends_as_speech(Span stretch) const {
        constexpr std::string_view ends[] = {",", ".", "!", "?", "…"};
        return one_of(words_[stretch.last - 1].lower, ends);
    }

    /// `"…," Anna Lind said`, `"…," said Anna Lind`
    bool after_says(Quote& quote, Span after) const {
        const bool parted = ends_as_speech(quote.words) || (!after.empty() && words_[after.first].is(","));
        if (!parted) {
            return false;
        }
        std::uint32_t first = after.first + (!after.empty() && words_[after.first].is(",") ? 1 : 0);
        constexpr std::uint32_t farthest = 16;
        for (std::uint32_t at = first; at < std::min(after.last, first + farthest); ++at) {
            const Word& word = words_[at];
            if (one_of(word.lower, sentence_ends)) {
                return false;
            }
            const Cue cue = cues_.find(word);
            if (cue == Cue::None || (at > first && is_noun_here(words_, at, first))) {
                continue;
            }
            quote.cue = {at, at + 1};
            quote.confidence = 0.95;
            if (at == first) {
                quote.evidence = "inverted verb after";
                quote.speaker = speakers_.in({at + 1, phrase_end(at + 1, after.last)});
            } else {
                quote.evidence = "verb after";
                quote.speaker = speakers_.in({first, at});
            }
            return true;
        }
        return false;
    }

    std::uint32_t phrase_end(std::uint32_t at, std::uint32_t last) const {
        while (at < last && !one_of(words_[at].lower, sentence_ends) && mark_of(words_[at]) != Mark::Open) {
            ++at;
        }
        return at;
    }

    /// `Anna Lind said: "…"`, `called the visit "…"`
    bool before_says(Quote& quote, Span before) const {
        for (std::uint32_t at = before.last; at > before.first; --at) {
            const Cue cue = cues_.find(words_[at - 1]);
            if (cue == Cue::None || is_noun_here(words_, at - 1, before.first)) {
                continue;
            }
            const bool near = at + 2 >= before.last || one_of(words_[before.last - 1].lower, openers);
            const bool names = cue == Cue::Name;
            if (!near && !names && !has_finite(words_, {at, before.last})) {
                return false;
            }
            quote.cue = {at - 1, at};
            quote.confidence = near ? 0.95 : 0.8;
            quote.evidence = "verb before";
            quote.speaker = speakers_.in({before.first, at - 1});
            return true;
        }
        return of_words(quote, before);
    }

    /// "In the words of Kaja Kallas, …"
    bool of_words(Quote& quote, Span before) const {
        for (std::uint32_t at = before.first; at + 2 < before.last; ++at) {
            if (words_[at].is("words") && words_[at + 1].is("of")) {
                quote.cue = {at, at + 2};
                quote.confidence = 0.9;
                quote.evidence = "in the words of";
                quote.speaker = speakers_.in({at + 2, before.last});
                return true;
            }
        }
        return false;
    }

    /// `Anna Lind: "…"`, `"…": Anna Lind`
    bool colon_says(Quote& quote, Span before, Span after) const {
        const bool first = !before.empty() && words_[before.last - 1].is(":");
        const bool last = !after.empty() && words_[after.first].is(":");
        if (!first && !last) {
            return false;
        }
        quote.speaker = first ? speakers_.in(before) : speakers_.in({after.first + 1, after.last});
        quote.confidence = 0.85;
        quote.evidence = "colon";
        return quote.speaker != none;
    }

    static constexpr std::string_view sentence_ends[] = {".", ";", "!", "?"};
    static constexpr std::string_view openers[] = {":", ",", "that", "was", "is"};

    const Words& words_;
    const Cues& cues_;
    const Speakers& speakers_;
};

}  // namespace

std::vector<Quote> find_direct(const Words& words, const Cues& cues, const Speakers& speakers,
                               const std::vector<std::int64_t>& paragraphs, std::vector<Span>& marked) {
    marked = stretches(words, paragraphs);
    const Judge judge(words, cues, speakers);
    std::vector<Quote> found;
    std::size_t sentence = 0;
    for (std::size_t i = 0; i < marked.size(); ++i) {
        const Span stretch = marked[i];
        while (words.sentences()[sentence].last < stretch.first) {
            ++sentence;
        }
        // The sentence of its first word, and that of the word after its end, which may be another.
        const std::uint32_t begin = words.sentences()[sentence].first;
        std::size_t last = sentence;
        while (last + 1 < words.sentences().size() && words.sentences()[last].last <= stretch.last) {
            ++last;
        }
        const bool same_paragraph = paragraphs[last] == paragraphs[sentence];
        const std::uint32_t left = i > 0 ? std::max(begin, marked[i - 1].last + 1) : begin;
        std::uint32_t right = same_paragraph ? words.sentences()[last].last : stretch.last + 1;
        if (stretch.last + 1 >= right && last + 1 < words.sentences().size() && !words.sentences()[last + 1].empty() &&
            paragraphs[last + 1] == paragraphs[sentence]) {
            right = words.sentences()[last + 1].last;  // the closing mark ended the sentence: “…!” shouted Maria Lopez
        }
        right = i + 1 < marked.size() ? std::min(right, marked[i + 1].first - 1) : right;
        const Span before{left, std::max(left, stretch.first - 1)};
        const Span after{stretch.last + 1, std::max(stretch.last + 1, right)};
        if (const Quote quote = judge.judge(stretch, before, after); quote.confidence > 0) {
            found.push_back(quote);
        }
    }
    return found;
}

}  // namespace quotes
