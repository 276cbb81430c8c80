#include "headlines.h"

#include "../hashing.h"

namespace entities::train {

namespace {

/// Shorter ones are not seen as headlines.
constexpr std::uint32_t fewest_words = 6;
constexpr std::uint32_t most_words = 20;

char upper(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c;
}

void title(const Words& words, Range sentence, std::string& text) {
    constexpr std::size_t shortest = 4;
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
        const std::uint32_t begin = words[i].begin;
        if (words[i].letters && (i == sentence.begin || words[i].end - begin >= shortest)) {
            text[begin] = upper(text[begin]);
        }
    }
}

void shout(const Words& words, Range sentence, std::string& text) {
    for (std::uint32_t at = words[sentence.begin].begin; at < words[sentence.end - 1].end; ++at) {
        text[at] = upper(text[at]);
    }
}

/// A paragraph of its own, where there is room for its end.
void end_line(const Words& words, Range sentence, std::string& text) {
    const Word& last = words[sentence.end - 1];
    if (last.key == "." && last.end < text.size() && text[last.end] == ' ') {
        text[last.begin] = '\n';
        text[last.end] = '\n';
    }
}

}  // namespace

std::string with_headlines(const std::string& text, const Words& words, const std::string& id, const Recipe& recipe) {
    std::string changed = text;
    for (std::size_t i = 0; i < words.sentences().size(); ++i) {
        const Range sentence = words.sentences()[i].words;
        const std::uint32_t size = sentence.end - sentence.begin;
        if (size < fewest_words || size > most_words) {
            continue;
        }
        const double chance = static_cast<double>(mixed(hashed(id), i) >> 40U) / static_cast<double>(1U << 24U);
        if (chance < recipe.titled) {
            title(words, sentence, changed);
        } else if (chance < recipe.titled + recipe.shouted) {
            shout(words, sentence, changed);
        } else {
            continue;
        }
        end_line(words, sentence, changed);
    }
    return changed;
}

}  // namespace entities::train
