// Both are judged by the first words and by quotation marks alone: cheap, and right for most news.
#include "coherence.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

namespace salience {
namespace {

constexpr std::size_t most_opener_words = 4;
constexpr std::size_t most_first_words = 8;
constexpr std::size_t longest_start = 160;

constexpr std::array<std::string_view, 3> opening = {"“", "„", "«"};
constexpr std::array<std::string_view, 2> closing = {"”", "»"};

/// Follows quotation marks through a text.
class Quotation {
public:
    void start_paragraph() { open_ = false; }
    bool open() const { return open_; }
    void read(std::string_view text) {
        for (std::size_t at = 0; at < text.size(); ++at) {
            const auto here = [&](std::string_view mark) { return text.substr(at).starts_with(mark); };
            if (text[at] == '"') {
                open_ = !open_;
            } else if (static_cast<unsigned char>(text[at]) >= 0x80) {
                open_ = std::any_of(opening.begin(), opening.end(), here) ||
                        (open_ && std::none_of(closing.begin(), closing.end(), here));
            }
        }
    }

private:
    bool open_ = false;
};

struct Word {
    std::string form;
    bool after_comma = false;
};

std::vector<Word> first_words(std::string_view sentence) {
    std::vector<Word> words;
    sentence = sentence.substr(0, longest_start);
    bool comma = false;
    for (std::size_t at = 0; at < sentence.size() && words.size() < most_first_words;) {
        const std::size_t end = std::min(sentence.find_first_of(" \t\n", at), sentence.size());
        std::string_view word = sentence.substr(at, end - at);
        const bool comma_follows = word.ends_with(',');
        word = word.substr(0, word.find_last_not_of(",;:.") + 1);
        if (!word.empty()) {
            words.push_back({normal_form(word), comma});
            comma = comma_follows;
        }
        at = end + 1;
    }
    return words;
}

}  // namespace

bool leans_back(std::string_view sentence, const WordList& openers) {
    const std::vector<Word> words = first_words(sentence);
    std::string start;
    for (std::size_t i = 0; i < words.size(); ++i) {
        start += (i == 0 ? "" : " ") + words[i].form;
        // "Wang, also a member of the bureau, said" leans on nothing.
        const bool also = words[i].form == "also" && !words[i].after_comma;
        if (also || (i < most_opener_words && openers.contains(start))) {
            return true;
        }
    }
    return false;
}

std::vector<bool> quote_tails(const std::vector<Sentence>& sentences) {
    std::vector<bool> tails;
    Quotation quotation;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        if (i == 0 || sentences[i].paragraph != sentences[i - 1].paragraph) {
            quotation.start_paragraph();
        }
        tails.push_back(quotation.open());
        quotation.read(sentences[i].text);
    }
    return tails;
}

std::vector<Worth> worth_of(const std::vector<Sentence>& sentences, const std::vector<double>& scores,
                            const WordList& openers, const Weights& weights) {
    const std::vector<bool> tails = quote_tails(sentences);
    std::vector<Worth> worth;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        double alone = scores[i];
        alone -= tails[i] ? weights.quote_tail : 0;
        alone -= leans_back(sentences[i].text, openers) ? weights.leans_back : 0;
        worth.push_back({alone, scores[i]});
    }
    return worth;
}

}  // namespace salience
