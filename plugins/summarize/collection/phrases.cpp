// The keyphrases of a collection.
#include "phrases.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "folding/calendar.h"
#include "folding/comparison.h"
#include "folding/packing.h"
#include "folding/spool_form.h"

namespace summarize {

namespace {

constexpr std::size_t most_kept = 2000;
constexpr double of_name = 0.4;  // names recur more than words, and tell less of what is going on

bool is_better(const CollectionPhrase& a, const CollectionPhrase& b) {
    return a.score != b.score ? a.score > b.score : a.form < b.form;
}

/// True if one of them, as whole words, is in the other.
bool holds_the_other(const std::string& a, const std::string& b) {
    const std::string padded_a = ' ' + a + ' ';
    const std::string padded_b = ' ' + b + ' ';
    return padded_a.find(padded_b) != padded_a.npos || padded_b.find(padded_a) != padded_b.npos;
}

}  // namespace

void put_phrases(const attache::Layer& phrases, std::string_view published, std::uint64_t line, char mark,
                 attache::Output& output) {
    if (phrases.size() == 0) {
        return;
    }
    const auto texts = phrases.texts("text");
    const auto scores = phrases.reals("score");
    const auto names = phrases.texts("entity_id");
    const auto day = timeline::day_in(published);
    for (std::uint32_t row = 0; row < phrases.size(); ++row) {
        const std::string form = timeline::comparison_form(texts[row]);
        if (form.empty()) {
            continue;
        }
        std::string key = mark + form + '\0';
        key += day && timeline::is_writable(*day) ? timeline::iso_day(*day) : "";
        key += '\0';
        timeline::append_sortable(key, line);
        timeline::Packer packer;
        packer(timeline::fold_space(texts[row]));
        packer(std::bit_cast<std::uint64_t>(scores[row] * (names[row].empty() ? 1 : of_name)));
        output.put(key, packer.take());
    }
}

bool PhraseTable::add(const attache::Output::Record& record) {
    if (!record.key.starts_with(mark_)) {
        return false;
    }
    const std::size_t form_end = record.key.find('\0');
    const std::string_view form = record.key.substr(1, form_end - 1);
    const std::size_t day_end = record.key.find('\0', form_end + 1);
    const std::string_view day = record.key.substr(form_end + 1, day_end - form_end - 1);
    timeline::Unpacker unpacker(record.value);
    std::string text;
    std::uint64_t score = 0;
    unpacker(text);
    unpacker(score);
    if (open_.documents == 0 || form != open_.form) {
        end_phrase();
        open_ = {std::string(form), std::move(text), 0, 0, 0};
        day_ = day;
    } else if (day != day_) {
        end_day();
        day_ = day;
    }
    ++open_.documents;
    day_score_ += std::bit_cast<double>(score);
    return true;
}

std::vector<CollectionPhrase> PhraseTable::best(std::size_t most, std::uint64_t documents,
                                                const std::vector<std::string>& but) {
    end_phrase();
    std::sort(phrases_.begin(), phrases_.end(), is_better);
    std::vector<CollectionPhrase> best;
    for (const CollectionPhrase& phrase : phrases_) {
        const bool is_said = std::any_of(best.begin(), best.end(), [&](const CollectionPhrase& other) {
            return holds_the_other(phrase.form, other.form);
        });
        if (best.size() < most && phrase.documents >= documents && !is_said &&
            std::find(but.begin(), but.end(), phrase.form) == but.end()) {
            best.push_back(phrase);
        }
    }
    return best;
}

void PhraseTable::end_day() {
    open_.score += std::sqrt(day_score_);
    open_.days += day_.empty() ? 0U : 1U;
    day_score_ = 0;
}

void PhraseTable::end_phrase() {
    if (open_.documents > 0) {
        end_day();
        phrases_.push_back(std::move(open_));
        open_ = {};
    }
    if (phrases_.size() >= 2 * most_kept) {
        prune();
    }
}

void PhraseTable::prune() {
    std::nth_element(phrases_.begin(), phrases_.begin() + most_kept, phrases_.end(), is_better);
    phrases_.resize(most_kept);
}

}  // namespace summarize
