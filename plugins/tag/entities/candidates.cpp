#include "candidates.h"

#include <algorithm>

namespace entities {

namespace {

/// Words taken along on each side of a capital ("al-", "sub-"; "… general election"), and between two capitals.
constexpr std::uint32_t beside = 2;
constexpr std::uint32_t between = 4;

void add_sentence(const Words& words, Range sentence, std::vector<Range>& runs) {
    const std::size_t before = runs.size();
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
        if (!words[i].letters || !words[i].capital) {
            continue;
        }
        const std::uint32_t begin = i - std::min(beside, i - sentence.begin);
        const std::uint32_t end = std::min(i + 1 + beside, sentence.end);
        // Two runs with so few words between them are one.
        if (runs.size() > before && begin <= runs.back().end + between - 2 * beside) {
            runs.back().end = end;
        } else {
            runs.push_back({begin, end});
        }
    }
    if (runs.size() == before && sentence.begin < sentence.end) {
        runs.push_back(sentence);
    }
}

}  // namespace

std::vector<Range> candidates(const Words& words) {
    std::vector<Range> runs;
    for (const Sentence& sentence : words.sentences()) {
        add_sentence(words, sentence.words, runs);
    }
    return runs;
}

}  // namespace entities
