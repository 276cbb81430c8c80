// No parser is asked what a word is: its ending and the word before it tell enough.
#include "units.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <unordered_map>

#include "wording/wording.h"

namespace summarize {
namespace {

constexpr std::uint32_t last_dateline = 3;  // no later sentence has one
constexpr std::size_t shortest_verb = 5;
constexpr std::size_t shortest_plural = 4;
constexpr std::size_t longest_word = 40;  // bytes

using Terms = std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>>;

template <std::size_t Size>
bool is_one_of(std::string_view word, const std::array<std::string_view, Size>& words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_determiner(std::string_view word) {
    constexpr std::array<std::string_view, 14> words = {"a",   "an",    "the",   "its", "their", "his", "her",
                                                        "our", "these", "those", "no",  "of",    "any", "new"};
    return is_one_of(word, words);
}

/// What stands before the plain form of a verb.
bool announces_verb(std::string_view word) {
    constexpr std::array<std::string_view, 11> words = {"to",   "will",  "would",  "can", "could", "may",
                                                        "must", "shall", "should", "not", "cannot"};
    return is_one_of(word, words);
}

bool is_number_word(std::string_view word) {
    constexpr std::array<std::string_view, 19> words = {"four",     "five",    "six",     "seven",     "eight",
                                                        "nine",     "ten",     "eleven",  "twelve",    "thirteen",
                                                        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
                                                        "nineteen", "twenty",  "hundred", "thousand"};
    return is_one_of(word, words);
}

UChar32 first_of(std::string_view word) {
    std::int32_t at = 0;
    UChar32 first = 0;
    U8_NEXT(reinterpret_cast<const std::uint8_t*>(word.data()), at, static_cast<std::int32_t>(word.size()), first);
    return first;
}

/// "signed", "accusing", "widely", unless a determiner makes it a part of a phrase: "the meeting".
bool looks_like_verb(std::string_view form) {
    return form.size() >= shortest_verb && (form.ends_with("ed") || form.ends_with("ing") || form.ends_with("ly"));
}

std::uint32_t possessive_size(std::string_view word) {
    constexpr std::string_view curly = "’s";
    return word.ends_with("'s") ? 2 : word.ends_with(curly) ? static_cast<std::uint32_t>(curly.size()) : 0;
}

/// "sanction" of "sanctions".
std::string_view singular(std::string_view form) {
    const bool plural = form.size() > shortest_plural && form.ends_with('s') && !form.ends_with("ss");
    return plural ? form.substr(0, form.size() - 1) : form;
}

bool has(const WordList& words, std::string_view form) {
    return words.contains(form) || words.contains(singular(form));
}

class Splitter {
public:
    Splitter(const attache::Document& document, const UnitLists& lists)
        : lists_(lists),
          tokens_(document.read("token")),
          sentences_(document.read("sentence")),
          mentions_(document.read("entity")),
          times_(document.read("time")) {
        terms_.reserve(tokens_.size() / 2);
        for (const std::string& form : forms_of(document.field("title"))) {
            title_.add(singular(form));
        }
    }

    Units split() {
        const auto owners = tokens_.refs("sentence");
        const auto kinds = tokens_.texts("kind");
        const auto sentence_kinds = sentences_.texts("kind");
        units_.sentences = sentences_.size();
        units_.units.reserve(tokens_.size());
        for (std::uint32_t row = 0; row < tokens_.size(); ++row) {
            const std::uint32_t sentence = owners[row] ? owners[row].number : sentence_;
            const std::string_view kind = sentence_kinds[sentence];
            const bool is_note = sentences_.text(sentence).starts_with('(');
            if (kind == "heading" || kind == "byline" || is_note) {
                continue;
            }
            opens_ = units_.units.empty() || sentence != sentence_;
            sentence_ = sentence;
            if (opens_ && sentence <= last_dateline) {
                dateline_end_ = sentences_.start(sentence) +
                                static_cast<std::uint32_t>(dateline_size(sentences_.text(sentence), lists_.agencies));
            }
            if (is_apart(tokens_.start(row))) {
                add(UnitKind::Break, tokens_.start(row), tokens_.end(row));
                before_.clear();
            } else if (!read_name(row)) {
                read_token(row, kinds[row]);
            }
        }
        units_.terms = static_cast<std::uint32_t>(terms_.size());
        return std::move(units_);
    }

private:
    /// True in a dateline and in a date.
    bool is_apart(std::uint32_t start) {
        while (time_ < times_.size() && times_.end(time_) <= start) {
            ++time_;
        }
        return start < dateline_end_ || (time_ < times_.size() && times_.start(time_) <= start);
    }

    /// True if the token is part of a mention; its first token makes the unit.
    bool read_name(std::uint32_t row) {
        const std::uint32_t start = tokens_.start(row);
        if (start < name_end_) {
            return true;
        }
        while (mention_ < mentions_.size() && mentions_.end(mention_) <= start) {
            ++mention_;
        }
        if (mention_ == mentions_.size() || mentions_.start(mention_) > start) {
            return false;
        }
        const std::string_view id = mentions_.texts("entity_id")[mention_];
        const std::string_view name = mentions_.texts("name")[mention_];
        name_end_ = mentions_.end(mention_);
        Unit& unit = add(UnitKind::Name, start, name_end_);
        unit.term = term_of('\1' + std::string(id.empty() ? mentions_.text(mention_) : id));
        unit.is_capitalised = true;
        unit.is_person = mentions_.texts("type")[mention_] == "PER";
        if (units_.names[unit.term].text.empty()) {
            units_.names[unit.term] = {id, name.empty() ? mentions_.text(mention_) : name};
        }
        units_.titled[unit.term] = units_.titled[unit.term] || is_in_title(mentions_.text(mention_));
        before_.clear();
        return true;
    }

    void read_token(std::uint32_t row, std::string_view kind) {
        const std::string_view text = tokens_.text(row);
        Unit& unit = add(UnitKind::Break, tokens_.start(row), tokens_.end(row));
        if (kind != "word" || text.size() > longest_word || text.ends_with('.')) {
            before_.clear();
            return;
        }
        std::string form = normal_form(text);
        unit.end -= possessive_size(text);
        unit.follows_determiner = is_determiner(before_);
        unit.is_capitalised = !unit.opens_sentence && u_isupper(first_of(text));
        if (form == "of" || (form == "the" && before_ == "of")) {
            unit.kind = UnitKind::Joint;
        } else if (!lists_.stop_words.contains(form) && !is_number_word(form) && !is_verb(form, unit)) {
            unit.kind = UnitKind::Content;
            unit.term = term_of(singular(form));
            units_.titled[unit.term] = title_.contains(singular(form));
            units_.is_weak[unit.term] = has(lists_.weak_words, form);
            units_.is_generic[unit.term] = has(lists_.generic_words, form);
        }
        before_ = std::move(form);
    }

    bool is_verb(const std::string& form, const Unit& unit) const {
        const bool is_noun = unit.follows_determiner && before_ != "of";
        return !unit.is_capitalised && !is_noun && (looks_like_verb(form) || announces_verb(before_));
    }

    Unit& add(UnitKind kind, std::uint32_t start, std::uint32_t end) {
        Unit& unit = units_.units.emplace_back();
        unit.kind = kind;
        unit.start = start;
        unit.end = end;
        unit.sentence = sentence_;
        unit.opens_sentence = opens_;
        return unit;
    }

    std::uint32_t term_of(std::string_view key) {
        const auto found = terms_.find(key);
        if (found != terms_.end()) {
            return found->second;
        }
        units_.names.emplace_back();
        units_.titled.push_back(false);
        units_.is_weak.push_back(false);
        units_.is_generic.push_back(false);
        return terms_.emplace(key, static_cast<std::uint32_t>(terms_.size())).first->second;
    }

    bool is_in_title(std::string_view mention) const {
        const std::vector<std::string> forms = forms_of(mention);
        return !forms.empty() && std::all_of(forms.begin(), forms.end(),
                                             [&](const std::string& form) { return title_.contains(singular(form)); });
    }

    const UnitLists& lists_;
    attache::Layer tokens_;
    attache::Layer sentences_;
    attache::Layer mentions_;
    attache::Layer times_;
    WordList title_;
    Terms terms_;
    Units units_;
    std::uint32_t sentence_ = 0;
    bool opens_ = true;
    std::uint32_t mention_ = 0;
    std::uint32_t time_ = 0;
    std::uint32_t dateline_end_ = 0;
    std::uint32_t name_end_ = 0;
    std::string before_;  // the word before, in its normal form; empty after anything else
};

}  // namespace

Units units_of(const attache::Document& document, const UnitLists& lists) {
    return Splitter(document, lists).split();
}

}  // namespace summarize
