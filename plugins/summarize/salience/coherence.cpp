// Both are judged by the first words and by quotation marks alone: cheap, and right for most news.
#include "coherence.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

namespace salience {
namespace {

constexpr std::size_t most_opener_words = 4;
constexpr std::size_t longest_opener = 80;

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

/// The first words in normal form, joined by spaces.
std::vector<std::string> first_words(std::string_view sentence) {
    std::vector<std::string> words;
    sentence = sentence.substr(0, longest_opener);
    for (std::size_t at = 0; at < sentence.size() && words.size() < most_opener_words;) {
        const std::size_t end = std::min(sentence.find_first_of(" \t\n", at), sentence.size());
        std::string_view word = sentence.substr(at, end - at);
        word = word.substr(0, word.find_last_not_of(",;:.") + 1);
        if (!word.empty()) {
            words.push_back(normal_form(word));
        }
        at = end + 1;
    }
    return words;
}

}  // namespace

bool leans_back(std::string_view sentence, const WordList& openers) {
    std::string start;
    for (const std::string& word : first_words(sentence)) {
        start += (start.empty() ? "" : " ") + word;
        if (openers.contains(start)) {
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

}  // namespace salience
