#include "reported.h"

#include <algorithm>
#include <optional>

#include "finite.h"
#include "governed.h"

namespace quotes {

using words::none;
using words::one_of;
using words::Span;
using words::Word;
using words::Words;

namespace {

constexpr std::string_view be[] = {"is", "are", "was", "were", "been", "be"};
/// The speech of one sentence.
class Sentence {
public:
    Sentence(const Words& words, const Cues& cues, const Speakers& speakers, const std::vector<Span>& marked, Span span)
        : words_(words), cues_(cues), speakers_(speakers), marked_(marked), span_(span) {
        constexpr std::string_view closing[] = {"”", "’", "\"", "»"};
        while (span_.last > span_.first && !words_[span_.last - 1].letters &&
               !one_of(words_[span_.last - 1].lower, closing)) {
            --span_.last;
        }
    }

    void find(std::vector<Quote>& found, const std::vector<Quote>& direct) const {
        if (span_.empty()) {
            return;
        }
        std::uint32_t free_from = span_.first;  // what a quote holds is not read again
        for (std::uint32_t at = span_.first; at < span_.last; ++at) {
            if (at < free_from || !words_[at].letters) {
                continue;
            }
            const bool according = words_[at].is("according") && is(at + 1, "to");
            const Cue cue = according ? Cue::None : cues_.find(words_[at]);
            if ((!according && cue == Cue::None) || within_marks(at)) {
                continue;
            }
            std::optional<Quote> quote;
            if (according) {
                quote = according_to(at);
            } else if (!is_noun_here(words_, at, span_.first) && !taken(direct, at)) {
                quote = with_cue(at, cue);
            }
            if (quote) {
                found.push_back(*quote);
                free_from = quote->words.last > at ? quote->words.last : span_.last;
            }
        }
        if (found.empty() || found.back().words.last <= span_.first) {
            headline(found);
        }
    }

private:
    bool is(std::uint32_t at, std::string_view word) const { return at < span_.last && words_[at].is(word); }

    bool within_marks(std::uint32_t at) const {
        if (marked_.empty()) {
            return false;
        }
        const auto next = std::partition_point(marked_.begin(), marked_.end(), [&](Span s) { return s.last <= at; });
        return next != marked_.end() && next->first <= at;
    }

    /// Whether a direct quote that makes up all that was said has this verb.
    bool taken(const std::vector<Quote>& direct, std::uint32_t at) const {
        return std::any_of(direct.begin(), direct.end(), [&](const Quote& quote) {
            const bool beside = quote.words.last < at || quote.words.first <= at + 4;
            return quote.cue.first == at && !quote.cue.empty() && beside;
        });
    }

    std::optional<Quote> with_cue(std::uint32_t at, Cue cue) const {
        if (cue == Cue::Name) {
            return std::nullopt;
        }
        if (const std::uint32_t first = governed_clause(words_, span_, at, cue); first != none) {
            return before(at, first);
        }
        return cue == Cue::Clause || cue == Cue::Listener ? after(at) : std::nullopt;
    }

    /// "SUBJECT said that CLAUSE"
    std::optional<Quote> before(std::uint32_t at, std::uint32_t first) const {
        Quote quote{{first, clause_end(first)}, "reported", none, {at, at + 1}, 0.9, "verb before"};
        if (quote.words.empty()) {
            return std::nullopt;
        }
        const bool passive = at > span_.first && one_of(words_[at - 1].lower, be);
        if (passive) {
            std::uint32_t by = at + 1;
            while (by < first && !words_[by].is("by")) {
                ++by;
            }
            if (by >= first) {
                return std::nullopt;  // "it is said that"
            }
            quote.speaker = speakers_.in({by + 1, first});
        } else if (at > span_.first && words_[at - 1].is("as")) {
            quote.speaker = speakers_.in({after_word("quoted", at), at - 1});
        } else {
            quote.speaker = subject(at);
        }
        return quote;
    }

    std::uint32_t after_word(std::string_view word, std::uint32_t at) const {
        while (at > span_.first && !words_[at - 1].is(word)) {
            --at;
        }
        return at;
    }

    /// The mention just before the verb, else the person or thing that the sentence up to it is about.
    std::uint32_t subject(std::uint32_t at) const {
        std::uint32_t first = at;
        while (first > span_.first && words_[first - 1].letters && !has_finite(words_, {first - 1, first})) {
            --first;
        }
        const std::uint32_t near = speakers_.in({first, at});
        return near != none || has_pronoun({first, at}) ? near : speakers_.in({span_.first, at});
    }

    bool has_pronoun(Span span) const {
        constexpr std::string_view pronouns[] = {"he", "she", "they", "it", "who"};
        for (std::uint32_t at = span.first; at < span.last; ++at) {
            if (one_of(words_[at].lower, pronouns)) {
                return true;
            }
        }
        return false;
    }

    std::uint32_t clause_end(std::uint32_t first) const {
        for (std::uint32_t at = first; at + 1 < span_.last; ++at) {
            constexpr std::string_view breaks[] = {"but", "while", "adding", "saying", "according"};
            if (words_[at].is(";") || (words_[at].is(",") && one_of(words_[at + 1].lower, breaks))) {
                return at;
            }
        }
        return span_.last;
    }

    /// "CLAUSE, SUBJECT said", "CLAUSE, said SUBJECT", "The islands, SUBJECT says, are its own"
    std::optional<Quote> after(std::uint32_t at) const {
        std::uint32_t comma = at;
        constexpr std::uint32_t farthest = 14;
        while (comma > span_.first && at - comma < farthest && !words_[comma].is(",")) {
            --comma;
        }
        if (!words_[comma].is(",") || comma == span_.first || words_[at].lower.ends_with("ing")) {
            return std::nullopt;
        }
        constexpr std::string_view ties[] = {"where", "who", "which",   "as",    "while",
                                             "and",   "but", "because", "after", "when"};
        constexpr std::string_view goes_on[] = {"to", "for", "the", "a", "an", "its", "his", "their"};
        const bool inverts = comma + 1 == at;
        if (one_of(words_[comma + 1].lower, ties) || is(at + 1, "it") ||
            (!inverts && cues_.find(words_[at]) != Cue::Listener && at + 1 < span_.last &&
             one_of(words_[at + 1].lower, goes_on))) {
            return std::nullopt;  // "…, where she hopes to sign"
        }
        for (std::uint32_t inner = comma + 1; inner < at; ++inner) {
            if (words_[inner].is("that") || (words::classes_of(words_[inner].lower) & words::Relative) != 0) {
                return std::nullopt;  // "…, a charge that Dakar denied"
            }
        }
        Quote quote{{span_.first, comma}, "reported", none, {at, at + 1}, 0.85, "verb after"};
        quote.speaker = speakers_.in(inverts ? Span{at + 1, span_.last} : Span{comma + 1, at});
        if (!has_finite(words_, quote.words)) {
            const bool parenthesis = is(at + 1, ",") && has_finite(words_, {at + 1, span_.last});
            if (!parenthesis) {
                // "Turkey's army, led by the general, said nothing" is none; a subject in apposition is found before.
                return quote.speaker != none && is(at, "says") ? std::optional(quote) : std::nullopt;
            }
            quote.words.last = span_.last;
            quote.evidence = "verb within";
        }
        if (within_marks(span_.first) || !words_[span_.first].letters) {
            return std::nullopt;
        }
        return quote;
    }

    std::optional<Quote> according_to(std::uint32_t at) const {
        std::uint32_t last = at + 2;
        while (last < span_.last && words_[last].letters) {
            ++last;
        }
        Quote quote{{}, "reported", speakers_.in({at + 2, last}), {at, at + 2}, 0.9, "according to"};
        const bool leads = at == span_.first;
        quote.words = leads ? Span{std::min(last + 1, span_.last), span_.last} : Span{span_.first, at};
        while (!quote.words.empty() && !words_[quote.words.last - 1].letters) {
            --quote.words.last;
        }
        return quote.words.empty() ? std::nullopt : std::optional(quote);
    }

    /// "PERSON: CLAUSE" as a headline has it.
    void headline(std::vector<Quote>& found) const {
        constexpr std::uint32_t longest_name = 6;
        for (std::uint32_t at = span_.first + 1; at < std::min(span_.last, span_.first + longest_name); ++at) {
            if (words_[at].is(":") && at + 2 < span_.last && words_[at + 1].letters) {
                const std::uint32_t speaker = speakers_.in({span_.first, at});
                const bool whole = speaker != none && words_.mentions()[speaker].last == at;
                if (whole && has_finite(words_, {at + 2, span_.last})) {
                    found.push_back({{at + 1, span_.last}, "reported", speaker, {}, 0.7, "colon"});
                }
                return;
            }
        }
    }

    const Words& words_;
    const Cues& cues_;
    const Speakers& speakers_;
    const std::vector<Span>& marked_;
    Span span_;
};

}  // namespace

std::vector<Quote> find_reported(const Words& words, const Cues& cues, const Speakers& speakers,
                                 const std::vector<Span>& marked, const std::vector<Quote>& direct) {
    std::vector<Quote> found;
    for (const Span span : words.sentences()) {
        std::vector<Quote> in_sentence;
        Sentence(words, cues, speakers, marked, span).find(in_sentence, direct);
        found.insert(found.end(), in_sentence.begin(), in_sentence.end());
    }
    return found;
}

}  // namespace quotes
