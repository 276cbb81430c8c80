// Cuts tokens into words and notes their shapes.
#include "words.h"

#include <algorithm>
#include <attache/utf8.hpp>
#include <iterator>

#include "letters.h"

namespace entities {

namespace {

/// True of what cannot be part of a word, nor join two parts. A blank within a run is where a word is torn.
constexpr bool ends_word(char c) {
    return static_cast<signed char>(c) >= 0 && !is_ascii_letter(c) && c != '\'' && c != '&' && c != '.' && c != ' ';
}

/// True if the letter "s" stands at `at` and no other follows.
bool is_ending(std::string_view text, std::uint32_t at, std::uint32_t end) {
    std::uint32_t length = 0;
    return at < end && (text[at] == 's' || text[at] == 'S') &&
           (at + 1 == end || !is_letter(code_point(text, at + 1, length)));
}

/// True of a token that is an address of the web or of mail: the names that it is made of name nothing in the text.
/// True of every text that has one.
bool is_address(std::string_view token) {
    return token.find("://") != token.npos || token.find('@', 1) != token.npos;
}

}  // namespace

inline std::uint32_t Words::after_blank(std::uint32_t at, std::uint32_t end) const {
    return at < end && text_[at] == ' ' ? at + 1 : at;
}

/// The end of the word that begins at `at`, of a run that ends at `end`.
inline std::uint32_t Words::word_end(std::uint32_t at, std::uint32_t end) const {
    std::uint32_t next = std::min(at + narrow(attache::utf8::ascii_letters(text_.substr(at))), end);
    if (next > at && (next == end || ends_word(text_[next]))) {
        return next;
    }
    std::uint32_t length = 0;
    const char32_t c = code_point(text_, at, length);
    if (is_letter(c)) {
        return letters_end(at, end);
    }
    next = at + length;
    const std::uint32_t ending = after_blank(next, end);
    return is_apostrophe(c) && is_ending(text_, ending, end) ? ending + 1 : next;
}

/// The end of the word that begins at `at`: letters, with apostrophes, "&" and the stops of "U.S." inside.
std::uint32_t Words::letters_end(std::uint32_t at, std::uint32_t end) const {
    std::uint32_t count = 0;
    const std::uint32_t begin = at;
    while (at < end) {
        while (at < end && is_ascii_letter(text_[at])) {
            ++at;
            ++count;
        }
        if (at == end) {
            break;
        }
        std::uint32_t length = 0;
        const char32_t c = code_point(text_, at, length);
        if (is_letter(c)) {
            at += length;
            ++count;
            continue;
        }
        if (c == ' ') {
            ++at;
            continue;
        }
        const std::uint32_t next = after_blank(at + length, end);
        std::uint32_t next_length = 0;
        const bool letter_follows = next < end && is_letter(code_point(text_, next, next_length));
        if ((is_apostrophe(c) || c == '&') && letter_follows) {
            if (!is_apostrophe(c) || !is_ending(text_, next, end)) {
                at = next;
                continue;
            }
        }
        // One letter and a stop, and again: "U.S."; or an initial: "J."
        if (c == '.' && count == 1 && at == begin + 1 && is_upper(static_cast<unsigned char>(text_[begin]))) {
            at = next;
            while (at + 1 < end && is_upper(static_cast<unsigned char>(text_[at])) && text_[at + 1] == '.') {
                at += 2;
            }
        }
        break;
    }
    return at;
}

inline void Words::describe(Word& word) {
    word.form = number_of(known_->of(text_.substr(word.begin, word.end - word.begin), word.code));
    // Words with one key are alike, with accents or without.
    const Form& form = *forms_[word.form].form;
    static_cast<Traits&>(word) = static_cast<const Traits&>(form);
    word.key = form.key;
}

Words::Words(std::string_view text, Forms& forms)
    : text_(text), known_(&forms), document_(forms.next_document()), has_addresses_(is_address(text)), torn_(text) {
    words_.reserve(text.size() / 5);
    forms_.reserve(text.size() / 8);
    capitals_.reserve(text.size() / 16);
}

void Words::take_from(Forms& forms) {
    known_ = &forms;
    document_ = forms.next_document();
    for (std::uint32_t number = 0; number < forms_.size(); ++number) {
        Known& known = forms_[number];
        if (known.form != nullptr) {
            known.form = &forms.of(known.form->key, known.form->code);
            forms.mark(known.form->number) = {document_, number};
            forms.mark(known.form->in_small) = {document_, known.in_small};
        }
    }
}

/// The number of a word's key in this document, a new one if it has none.
inline std::uint32_t Words::number_of(Form& form) {
    if (form.mark.document != document_) {
        const std::uint32_t number = number_of(form.number);
        if (forms_[number].form == nullptr) {
            const std::uint32_t in_small = number_of(form.in_small);
            forms_[number].form = &form;
            forms_[number].in_small = in_small;
        }
        form.mark = {document_, number};
    }
    return form.mark.number;
}

std::uint32_t Words::number_of(std::uint32_t key) {
    Mark& mark = known_->mark(key);
    if (mark.document != document_) {
        mark = {document_, narrow(forms_.size())};
        forms_.emplace_back();
    }
    return mark.number;
}

/// A headline is short and has no stop at its end; a list of names may have as many capitals.
bool Words::ends_in_stop(const Sentence& sentence) const {
    constexpr std::uint32_t longest_headline = 24;
    const std::string_view last = words_[sentence.words.end - 1].key;
    return last == "." || last == "!" || last == ";" || sentence.words.end - sentence.words.begin > longest_headline;
}

void Words::finish(Sentence& sentence) {
    std::uint32_t upper = 0;
    std::uint32_t capital = 0;
    std::uint32_t longer = 0;
    bool open = true;
    for (std::uint32_t i = sentence.words.begin; i < sentence.words.end; ++i) {
        Word& word = words_[i];
        word.first = word.letters & open;
        open = (open | word.opening) & !word.letters;
        const bool is_long = word.letters & (word.key.size() >= 4);
        upper += word.all_capitals;
        longer += is_long;
        capital += is_long & word.capital;
        Known& known = forms_[word.form];
        ++known.count;
        known.inside += !word.first;
    }
    const std::uint32_t lower = longer - capital;
    if (upper >= 4 && upper > 2 * lower && upper * 2 > longer) {
        sentence.casing = Casing::Upper;
    } else if (capital >= 4 && capital >= 5 * lower && !ends_in_stop(sentence)) {
        sentence.casing = Casing::Title;
    }
}

void Words::add_sentence(std::span<const Range> tokens) {
    Sentence sentence;
    sentence.words.begin = narrow(words_.size());
    cut(tokens);
    sentence.words.end = narrow(words_.size());
    for (std::uint32_t i = sentence.words.begin; i < sentence.words.end; ++i) {
        describe(words_[i]);
    }
    sentence.capitals.begin = narrow(capitals_.size());
    append_if(
        sentence.words, [this](std::uint32_t i) { return words_[i].capital; }, capitals_);
    sentence.capitals.end = narrow(capitals_.size());
    finish(sentence);
    sentences_.push_back(sentence);
}

/// Notes where words are, while what is known of them is on its way.
void Words::cut(std::span<const Range> tokens) {
    const std::uint32_t sentence = narrow(sentences_.size());
    std::uint32_t last_end = UINT32_MAX;
    const auto add = [&](std::uint32_t begin, std::uint32_t end) {
        Word& word = words_.emplace_back();
        word.begin = begin;
        word.end = end;
        word.sentence = sentence;
        word.glued = begin == last_end;
        word.code = StringTable::code_of(text_.substr(begin, end - begin));
        known_->expect(word.code);
        last_end = end;
    };
    const auto is_one_word = [&](Range token) {
        return has_addresses_ && is_address(text_.substr(token.begin, token.end - token.begin));
    };
    const auto goes_on = [&](Range run, Range token) {
        return token.begin == run.end || torn_.goes_on(run.begin, run.end, token.begin);
    };
    for (std::size_t next = 0; next < tokens.size();) {
        Range run = tokens[next++];
        if (is_one_word(run)) {
            add(run.begin, run.end);
            continue;
        }
        while (next < tokens.size() && goes_on(run, tokens[next]) && !is_one_word(tokens[next])) {
            run.end = tokens[next++].end;
        }
        for (std::uint32_t at = run.begin; at < run.end;) {
            add(at, word_end(at, run.end));
            at = last_end;
        }
    }
}

std::uint32_t Words::ending_after(std::uint32_t byte) const {
    const auto word =
        std::partition_point(words_.begin(), words_.end(), [&](const Word& one) { return one.end <= byte; });
    return narrow(static_cast<std::size_t>(word - words_.begin()));
}

std::uint32_t Words::next(char sign, std::uint32_t from) const {
    if (from >= words_.size()) {
        return narrow(words_.size());
    }
    for (std::size_t at = text_.find(sign, words_[from].begin); at != text_.npos; at = text_.find(sign, at + 1)) {
        const std::uint32_t word = ending_after(narrow(at));
        if (word < words_.size() && words_[word].begin == at && words_[word].end == at + 1) {
            return word;
        }
    }
    return narrow(words_.size());
}

std::string Words::name(std::size_t first, std::size_t last) const {
    std::string name;
    for (std::size_t i = first; i < last; ++i) {
        if (i > first && !words_[i].glued) {
            name += ' ';
        }
        std::copy_if(text_.begin() + words_[i].begin, text_.begin() + words_[i].end, std::back_inserter(name),
                     [](char c) { return c != ' '; });
    }
    return name;
}

std::string Words::key(std::size_t first, std::size_t last) const {
    std::string key;
    for (std::size_t i = first; i < last; ++i) {
        if (i > first && !words_[i].glued) {
            key += ' ';
        }
        key += words_[i].key;
    }
    return key;
}

Hash Words::code(std::size_t first, std::size_t last) const {
    Hash code = words_[first].code;
    for (std::size_t i = first + 1; i < last; ++i) {
        code = mixed(code, words_[i].code + (words_[i].glued ? 1U : 0U));
    }
    return code;
}

}  // namespace entities
