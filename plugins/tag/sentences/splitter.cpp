// Sentence ends by the signs that end them and what follows, paragraphs by lines.
#include "splitter.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstddef>

#include "characters.h"
#include "lines.h"

namespace sentences {

namespace {

// How far ahead a verb of saying may stand after “…?” for the sentence to go on: “…?” Prime Minister Li asked.
constexpr std::size_t reporting_reach = 5;

class Splitter {
public:
    Splitter(std::string_view text, const std::vector<Token>& tokens, const Language& language)
        : text_(text), tokens_(tokens), language_(language) {}

    std::vector<Sentence> run() {
        const std::vector<Line> lines = read_lines(text_);
        std::size_t token = 0;
        for (std::size_t line = 0; line < lines.size();) {
            std::size_t next = line + 1;
            while (next < lines.size() && !lines[next].begins_paragraph) {
                ++next;
            }
            const std::size_t first = token;
            while (token < tokens_.size() && tokens_[token].start < lines[next - 1].end) {
                ++token;
            }
            if (token > first) {
                paragraph(first, token, next - line, lines[line].is_list_item);
            }
            line = next;
        }
        clear_long_runs_of_headings();
        return std::move(sentences_);
    }

private:
    std::string_view written(std::size_t token) const {
        return text_.substr(tokens_[token].start, tokens_[token].end - tokens_[token].start);
    }
    Character first_of(std::size_t token) const { return character_at(text_, tokens_[token].start); }
    Role role(std::size_t token) const {
        if (tokens_[token].kind != TokenKind::Punctuation) {
            return Role::None;
        }
        const bool dots = written(token).starts_with("..");
        return dots ? Role::Ellipsis : role_of(first_of(token).code);
    }
    bool adjacent(std::size_t token) const { return tokens_[token - 1].end == tokens_[token].start; }

    void paragraph(std::size_t first, std::size_t last, std::size_t lines, bool list_item) {
        first_ = first;
        last_ = last;
        const std::size_t sentences_before = sentences_.size();
        std::size_t start = first;
        for (std::size_t i = next_end(first); i < last; i = next_end(i)) {
            const std::size_t end = sentence_end(i);
            if (end > i) {
                add(start, end);
                start = end;
            }
            i = std::max(end, i + 1);
        }
        if (start < last) {
            add(start, last);
        }
        const SentenceKind kind = kind_of_paragraph(sentences_.size() - sentences_before, lines, list_item);
        for (std::size_t i = sentences_before; i < sentences_.size(); ++i) {
            sentences_[i].kind = kind;
        }
        ++paragraphs_;
    }

    void add(std::size_t first, std::size_t last) {
        sentences_.push_back({static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last), paragraphs_});
    }

    /// The first token from `i` on that may end a sentence, or the paragraph's end.
    std::size_t next_end(std::size_t i) const {
        const auto may_end = [](const Token& token) {
            return token.kind == TokenKind::Punctuation || token.abbreviation >= Abbreviation::Starter;
        };
        const Token* const tokens = tokens_.data();
        return static_cast<std::size_t>(std::find_if(tokens + i, tokens + last_, may_end) - tokens);
    }

    /// One past the last token of the sentence if token `i`, which may end one, begins what ends it; else `i`.
    std::size_t sentence_end(std::size_t i) const {
        const Token& token = tokens_[i];
        if (token.kind == TokenKind::Word) {
            const std::size_t end = past_closing(i + 1, nullptr);
            return ends_after_abbreviation(end, token.abbreviation) ? end : i;
        }
        const Role role_here = role(i);
        if (!ends_sentences(role_here) || is_item_number(i)) {
            return i;
        }
        bool quoted = false;
        const std::size_t end = past_closing(i + 1, &quoted);
        if (end >= last_ || role_here == Role::WideMark) {
            return end;
        }
        if (adjacent(end)) {
            return is_missing_space(i, end) ? end : i;
        }
        return begins_after(role_here, end, quoted) ? end : i;
    }

    static bool ends_sentences(Role role) {
        return role == Role::Dot || role == Role::Mark || role == Role::WideMark || role == Role::Ellipsis;
    }

    /// Past further signs, closing quotes and brackets, and "[12]", as long as nothing separates them.
    std::size_t past_closing(std::size_t i, bool* quoted) const {
        while (i < last_ && adjacent(i)) {
            const Role here = role(i);
            const bool note = here == Role::Open && i + 2 < last_ && tokens_[i + 1].kind == TokenKind::Number &&
                              adjacent(i + 1) && adjacent(i + 2) && role(i + 2) == Role::Close;
            if (note) {
                i += 3;
                continue;
            }
            const bool closes = here == Role::Quote || here == Role::Close ||
                                (here == Role::OpenQuote && role(i - 1) != Role::WideMark);
            if (!ends_sentences(here) && !closes) {
                break;
            }
            if (quoted != nullptr && here != Role::Close) {
                *quoted = true;
            }
            ++i;
        }
        return i;
    }

    /// The "1." of "1. Introduction".
    bool is_item_number(std::size_t i) const {
        return i == first_ + 1 && tokens_[first_].kind == TokenKind::Number && written(first_).size() <= 2 &&
               role(i) == Role::Dot && i + 1 < last_;
    }

    /// "… had ended.The talks": a dot after a small letter, and a word that begins sentences.
    bool is_missing_space(std::size_t dot, std::size_t next) const {
        return dot > first_ && tokens_[dot - 1].kind == TokenKind::Word && written(dot - 1).size() > 1 &&
               character_before(text_, tokens_[dot].start).kind == Kind::Lower &&
               language_.begins_sentence(written(next));
    }

    /// Past opening quotes and brackets.
    std::size_t first_word(std::size_t i) const {
        while (i < last_ && (role(i) == Role::Quote || role(i) == Role::OpenQuote || role(i) == Role::Open)) {
            ++i;
        }
        return i;
    }

    bool begins_lower(std::size_t i) const {
        return i < last_ && u_islower(static_cast<UChar32>(first_of(i).code)) != 0;
    }
    bool begins_upper(std::size_t i) const { return i < last_ && first_of(i).kind == Kind::Upper; }

    bool begins_after(Role role_here, std::size_t next, bool quoted) const {
        const std::size_t word = first_word(next);
        if (role_here == Role::Ellipsis) {
            return begins_upper(word);
        }
        if (begins_lower(word)) {
            return false;
        }
        return !(role_here == Role::Mark && quoted && is_reported(next));
    }

    /// “Will it hold?” Wang Yi asked.
    bool is_reported(std::size_t next) const {
        const std::size_t reach = std::min(last_, next + reporting_reach);
        for (std::size_t i = next; i < reach && tokens_[i].kind == TokenKind::Word; ++i) {
            if (!begins_upper(i)) {
                return i > next && language_.reports_speech(written(i));
            }
        }
        return false;
    }

    bool ends_after_abbreviation(std::size_t next, Abbreviation kind) const {
        if (next >= last_ || adjacent(next)) {
            return false;
        }
        const std::size_t word = first_word(next);
        if (!begins_upper(word)) {
            return false;
        }
        return kind == Abbreviation::Capital || word > next || language_.begins_sentence(written(word));
    }

    SentenceKind kind_of_paragraph(std::size_t sentences, std::size_t lines, bool list_item) const {
        if (list_item) {
            return SentenceKind::List;
        }
        if (is_byline()) {
            return SentenceKind::Byline;
        }
        return sentences == 1 && lines == 1 && is_heading() ? SentenceKind::Heading : SentenceKind::Plain;
    }

    /// "By Aigerim Bekova, Astana", or who reported and edited.
    bool is_byline() const {
        constexpr std::size_t longest = 16;
        const std::size_t open = role(first_) == Role::Open ? first_ + 1 : first_;
        if (last_ - first_ < 2 || open + 1 >= last_) {
            return false;
        }
        const std::string_view word = written(open);
        const bool credits = (word == "Reporting" || word == "Editing" || word == "Writing" || word == "Written") &&
                             written(open + 1) == "by";
        const bool name = (word == "By" || word == "BY") && begins_upper(open + 1) && paragraphs_ < 6 &&
                          last_ - first_ <= longest && !ends_sentences(role(last_ - 1));
        return credits || name;
    }

    /// A short line of words that no sign ends (of a title: no full stop), with something after it.
    bool is_heading() const {
        constexpr std::size_t longest = 160;
        const Token& end = tokens_[last_ - 1];
        const Role role_at_end = role(last_ - 1);
        const bool closed = role_at_end == Role::Quote || role_at_end == Role::OpenQuote || role_at_end == Role::Close;
        const bool asks = paragraphs_ == 0 && role_at_end == Role::Mark;
        const bool ended = end.kind == TokenKind::Punctuation && !closed && !asks;
        const bool sentence = closed && last_ - first_ > 1 && ends_sentences(role(last_ - 2));
        const bool words = std::any_of(tokens_.begin() + static_cast<std::ptrdiff_t>(first_),
                                       tokens_.begin() + static_cast<std::ptrdiff_t>(last_),
                                       [](const Token& token) { return token.kind == TokenKind::Word; });
        return words && !ended && !sentence && end.end - tokens_[first_].start <= longest && last_ < tokens_.size();
    }

    /// Many lines without an end in a row are a table or a list of names.
    void clear_long_runs_of_headings() {
        constexpr std::ptrdiff_t most = 3;
        const auto heading = [](const Sentence& sentence) { return sentence.kind == SentenceKind::Heading; };
        for (auto from = sentences_.begin(); from != sentences_.end();) {
            const auto start = std::find_if(from, sentences_.end(), heading);
            const auto end = std::find_if_not(start, sentences_.end(), heading);
            if (end - start > most) {
                const auto keep = start == sentences_.begin() ? start + 1 : start;
                std::for_each(keep, end, [](Sentence& sentence) { sentence.kind = SentenceKind::Plain; });
            }
            from = end;
        }
    }

    std::string_view text_;
    const std::vector<Token>& tokens_;
    const Language& language_;
    std::vector<Sentence> sentences_;
    std::uint32_t paragraphs_ = 0;
    std::size_t first_ = 0;  ///< of the paragraph at hand
    std::size_t last_ = 0;
};

}  // namespace

std::vector<Sentence> split(std::string_view text, const std::vector<Token>& tokens, const Language& language) {
    return Splitter(text, tokens, language).run();
}

}  // namespace sentences
