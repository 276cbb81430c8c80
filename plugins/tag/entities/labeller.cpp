#include "labeller.h"

#include <algorithm>
#include <array>

#include "candidates.h"
#include "labels.h"
#include "letters.h"
#include "name_view.h"
#include "scorer.h"
#include "votes.h"

namespace entities {

namespace {

using Score = Scorer::Score;

/// Below half of the F1 that is reached, a name costs more than it brings (Lipton, Elkan & Narayanaswamy 2014). It is
/// less than that here, as names in texts that are like few others are thought too little of.
constexpr float least_confidence = 0.35F;

/// How the words of a name score as something else, between words that are none.
class Readings {
public:
    Readings(const ScoreTransitions& transitions, std::span<const Emission<Score>> emissions)
        : transitions_(transitions), emissions_(emissions) {}

    std::array<std::int64_t, outcomes> scores(std::size_t first, std::size_t last) const {
        std::array<std::int64_t, outcomes> scores{};
        for (std::size_t k = 0; k < mention_types; ++k) {
            scores[k] = score(first, last, static_cast<Type>(k + 1));
        }
        scores[mention_types] = static_cast<std::int64_t>(last - first + 1) * transitions_[outside][outside];
        return scores;
    }

private:
    std::int64_t score(std::size_t first, std::size_t last, Type type) const {
        std::uint8_t label = label_in(type, first, first, last);
        std::int64_t sum = transitions_[outside][label] + emissions_[first][label];
        for (std::size_t i = first + 1; i < last; ++i) {
            const std::uint8_t next = label_in(type, i, first, last);
            sum += transitions_[label][next] + emissions_[i][next];
            label = next;
        }
        return sum + transitions_[label][outside];
    }

    const ScoreTransitions& transitions_;
    std::span<const Emission<Score>> emissions_;
};

/// The labels of a document's runs, which may be read again with more features.
class Reading {
public:
    Reading(const Model& model, std::span<const Range> runs, std::size_t words)
        : model_(model), runs_(runs), labels_(words, outside), decoder_(model.transitions()) {
        std::size_t count = 0;
        for (const Range run : runs) {
            count += run.end - run.begin;
        }
        emissions_.resize(count);
    }

    /// Of the words of the runs; to be added to before they are labelled, once more before they are labelled again.
    std::span<Emission<Score>> emissions() { return emissions_; }

    void decode() {
        std::size_t at = 0;
        for (const Range run : runs_) {
            const std::size_t size = run.end - run.begin;
            decoder_.decode(std::span(emissions_).subspan(at, size), {}, std::span(labels_).subspan(run.begin, size));
            at += size;
        }
    }

    std::span<const std::uint8_t> labels() const { return labels_; }

    std::vector<ScoredName> names() const {
        std::vector<ScoredName> names;
        std::size_t at = 0;
        for (const Range run : runs_) {
            const std::size_t size = run.end - run.begin;
            const Readings readings(model_.transitions(), std::span(emissions_).subspan(at, size));
            for_each_name(std::span(labels_).subspan(run.begin, size), [&](std::size_t first, std::size_t last) {
                names.push_back({run.begin + narrow(first), run.begin + narrow(last),
                                 type_of(labels_[run.begin + first]), readings.scores(first, last)});
            });
            at += size;
        }
        return names;
    }

private:
    const Model& model_;
    std::span<const Range> runs_;
    std::vector<Emission<Score>> emissions_;
    std::vector<std::uint8_t> labels_;
    Decoder<Score> decoder_;
};

bool in_other_script(const Words& words, const ScoredName& name) {
    for (std::uint32_t i = name.first; i < name.last; ++i) {
        if (words[i].letters && begins_latin(words[i].key)) {
            return false;
        }
    }
    return true;
}

/// In the sentences that it learns from, names in other scripts stand in brackets and are not marked: whether they are
/// names it cannot tell, only which.
Network::Outcomes without_none(Network::Outcomes chances) {
    constexpr float even = 0.5F;
    const float scale = even / std::max(1 - chances.back(), 1e-6F);
    for (float& chance : chances) {
        chance *= scale;
    }
    chances.back() = even;
    return chances;
}

}  // namespace

std::vector<ScoredName> Labeller::read(const Words& words, std::span<const Mention> guesses,
                                       PartScores& part_scores) const {
    const std::vector<Range> runs = candidates(words);
    Reading reading(model_, runs, words.size());
    Scorer first(model_, part_scores, reading.emissions());
    extract(words, runs, gazetteer_, guesses, first);
    reading.decode();
    Scorer second(model_, part_scores, reading.emissions());
    extract_votes(words, runs, reading.labels(), second);
    reading.decode();
    return reading.names();
}

std::vector<Labelled> Labeller::label(const Words& words, std::span<const Mention> guesses,
                                      PartScores& part_scores) const {
    const std::vector<ScoredName> names = read(words, guesses, part_scores);
    const NameViews views(words, names, model_.network().score_unit());
    std::vector<Labelled> labelled;
    labelled.reserve(names.size());
    for (const ScoredName& name : names) {
        Network::Outcomes chances = model_.network().probabilities(views.of(name));
        if (in_other_script(words, name)) {
            chances = without_none(chances);
        }
        const auto best = std::max_element(chances.begin(), chances.end() - 1);
        if (*best >= least_confidence) {
            labelled.push_back({name.first, name.last, static_cast<Type>(best - chances.begin() + 1), *best});
        }
    }
    return labelled;
}

}  // namespace entities
