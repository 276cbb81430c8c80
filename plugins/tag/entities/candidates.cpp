#include "candidates.h"

namespace entities {

namespace {

/// Words taken along on each side of a capital ("al-", "sub-"; "… general election"), so up to twice as many between
/// two.
constexpr std::uint32_t beside = 2;

class Finder {
public:
    Finder(const Words& words, const Clusters& clusters) : words_(words), clusters_(clusters) {}

    std::vector<Range> find() {
        for (const Sentence& sentence : words_.sentences()) {
            const std::size_t before = runs_.size();
            for (std::uint32_t i = sentence.words.begin; i < sentence.words.end; ++i) {
                if (is_capital(i)) {
                    join({begin_beside(i, sentence.words), end_beside(i, sentence.words)}, before);
                }
            }
            if (runs_.size() == before) {
                add_all(sentence.words);
            }
        }
        return std::move(runs_);
    }

private:
    bool is_capital(std::uint32_t i) const { return words_[i].letters && words_[i].capital; }
    bool is_apart(std::uint32_t i) const { return !is_capital(i) && clusters_.of(words_[i].key).apart != 0; }

    std::uint32_t begin_beside(std::uint32_t at, Range sentence) const {
        std::uint32_t begin = at;
        while (begin > sentence.begin && at - begin < beside && !is_apart(begin - 1)) {
            --begin;
        }
        return begin;
    }

    std::uint32_t end_beside(std::uint32_t at, Range sentence) const {
        std::uint32_t end = at + 1;
        while (end < sentence.end && end - at <= beside && !is_apart(end)) {
            ++end;
        }
        return end;
    }

    /// Two runs that meet are one.
    void join(Range run, std::size_t first) {
        if (runs_.size() > first && run.begin <= runs_.back().end) {
            runs_.back().end = run.end;
        } else {
            runs_.push_back(run);
        }
    }

    void add_all(Range sentence) {
        const std::size_t first = runs_.size();
        for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
            if (!is_apart(i)) {
                join({i, i + 1}, first);
            }
        }
    }

    const Words& words_;
    const Clusters& clusters_;
    std::vector<Range> runs_;
};

}  // namespace

std::vector<Range> candidates(const Words& words, const Clusters& clusters) {
    return Finder(words, clusters).find();
}

}  // namespace entities
