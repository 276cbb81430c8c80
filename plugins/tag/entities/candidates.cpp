#include "candidates.h"

#include <algorithm>

namespace entities {

namespace {

/// Small words taken along on each side of a capital ("al-", "… general election").
constexpr std::uint32_t beside = 2;
/// Small words between two capitals ("Bank for the …").
constexpr std::uint32_t between = 4;

class Finder {
public:
    explicit Finder(const Words& words) : words_(words) {}

    std::vector<Range> find() {
        for (const Sentence& sentence : words_.sentences()) {
            first_run_ = runs_.size();
            for (const std::uint32_t at : words_.capitals(sentence)) {
                add_capital(at, sentence.words);
            }
            if (sentence.capitals.begin == sentence.capitals.end) {
                add_all(sentence.words);
            }
        }
        return std::move(runs_);
    }

private:
    bool has_use(std::uint32_t i, Clusters::Use use) const { return (words_.form(i).cluster.use & use) != 0; }

    void add_capital(std::uint32_t at, Range sentence) {
        const bool follows = runs_.size() > first_run_;
        const std::uint32_t taken = follows ? runs_.back().end : sentence.begin;
        if (at < taken) {
            return;
        }
        const bool joined = follows && at - taken <= between && all_inside(taken, at);
        add({begin_beside(joined ? taken : at, taken), end_beside(at + 1, sentence.end)});
    }

    /// Up to the farthest word that names begin with, if names have those between.
    std::uint32_t begin_beside(std::uint32_t at, std::uint32_t first) const {
        std::uint32_t begin = at;
        for (std::uint32_t i = at; i > first && at - i < beside; --i) {
            const Clusters::Use use = use_beside(i - 1, i);
            if (use == Clusters::Apart) {
                break;
            }
            begin = use == Clusters::Edge ? i - 1 : begin;
        }
        return begin;
    }

    std::uint32_t end_beside(std::uint32_t at, std::uint32_t last) const {
        std::uint32_t end = at;
        for (std::uint32_t i = at; i < last && i - at < beside && !words_[i].capital; ++i) {
            const Clusters::Use use = use_beside(i, i - 1);
            if (use == Clusters::Apart) {
                break;
            }
            end = use == Clusters::Edge ? i + 1 : end;
        }
        return end;
    }

    /// With `next`, the word on the side of the capital. "al-", "-un" are too rare to be known; "d'Ivoire" speaks for
    /// itself.
    Clusters::Use use_beside(std::uint32_t i, std::uint32_t next) const {
        if (words_.form(i).capital_inside) {
            return Clusters::Edge;
        }
        const Clusters::Slot& known = words_.form(i).cluster;
        const bool hyphen = words_[std::max(i, next)].glued && (is_hyphen(i) || is_hyphen(next));
        if (!known.known() || (known.use & Clusters::Edge) != 0 || (hyphen && (known.use & Clusters::Apart) == 0)) {
            return Clusters::Edge;
        }
        return (known.use & Clusters::Inside) != 0 ? Clusters::Inside : Clusters::Apart;
    }

    bool is_hyphen(std::uint32_t i) const { return words_[i].key == "-"; }

    bool all_inside(std::uint32_t begin, std::uint32_t end) const {
        while (begin < end && (has_use(begin, Clusters::Inside) || words_.form(begin).capital_inside)) {
            ++begin;
        }
        return begin == end;
    }

    void add_all(Range sentence) {
        for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
            if (!has_use(i, Clusters::Apart)) {
                add({i, i + 1});
            }
        }
    }

    /// Two runs that meet are one.
    void add(Range run) {
        if (runs_.size() > first_run_ && run.begin <= runs_.back().end) {
            runs_.back().end = std::max(runs_.back().end, run.end);
        } else {
            runs_.push_back(run);
        }
    }

    const Words& words_;
    std::vector<Range> runs_;
    std::size_t first_run_ = 0;  ///< of the sentence at hand
};

}  // namespace

std::vector<Range> candidates(const Words& words) {
    return Finder(words).find();
}

}  // namespace entities
