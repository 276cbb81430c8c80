#include "labeller.h"

#include <algorithm>
#include <array>
#include <utility>

#include "candidates.h"
#include "labels.h"
#include "scorer.h"
#include "votes.h"

namespace entities {

namespace {

using Score = Scorer::Score;

/// Compares readings of one run that differ in one name.
class Doubt {
public:
    Doubt(const ScoreTransitions& transitions, std::span<const Emission<Score>> emissions)
        : transitions_(transitions), emissions_(emissions) {}

    /// How much better the name [first, last) is than the next best reading of its place. Neighbours that are free may
    /// be taken into it. Wide, as names can be long.
    std::int64_t lead(std::size_t first, std::size_t last, Type type, bool free_before, bool free_after) const {
        const std::int64_t no_name = transitions_[outside][outside];
        std::array<std::int64_t, mention_types> by_type{};
        for (std::size_t k = 0; k < mention_types; ++k) {
            by_type[k] = score(first, last, static_cast<Type>(k + 1));
        }
        // What it is no name for takes the place of its own type.
        const std::int64_t own = std::exchange(by_type[static_cast<std::size_t>(type) - 1],
                                               static_cast<std::int64_t>(last - first + 1) * no_name);
        std::int64_t other = *std::max_element(by_type.begin(), by_type.end());
        // A word less in the name is one more beside it.
        if (last - first > 1) {
            other = std::max(other, score(first + 1, last, type) + no_name);
            other = std::max(other, score(first, last - 1, type) + no_name);
        }
        if (free_before) {
            other = std::max(other, score(first - 1, last, type) - no_name);
        }
        if (free_after) {
            other = std::max(other, score(first, last + 1, type) - no_name);
        }
        return own - other;
    }

private:
    /// Of the name [first, last), between words that are none.
    std::int64_t score(std::size_t first, std::size_t last, Type type) const {
        std::uint8_t label = label_of(type, last == first + 1 ? Position::Single : Position::Begin);
        std::int64_t sum = transitions_[outside][label] + emissions_[first][label];
        for (std::size_t i = first + 1; i < last; ++i) {
            const std::uint8_t next = label_of(type, i + 1 == last ? Position::End : Position::Inside);
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

    std::vector<Labelled> names() const {
        std::vector<Labelled> names;
        std::size_t at = 0;
        for (const Range run : runs_) {
            add_names(run, std::span(emissions_).subspan(at, run.end - run.begin), names);
            at += run.end - run.begin;
        }
        return names;
    }

private:
    void add_names(Range run, std::span<const Emission<Score>> emissions, std::vector<Labelled>& names) const {
        const std::span<const std::uint8_t> labels = std::span(labels_).subspan(run.begin, emissions.size());
        const Doubt doubt(model_.transitions(), emissions);
        for_each_name(labels, [&](std::size_t first, std::size_t last) {
            const Type type = type_of(labels[first]);
            names.push_back({run.begin + narrow(first), run.begin + narrow(last), type,
                             doubt.lead(first, last, type, first > 0 && labels[first - 1] == outside,
                                        last < labels.size() && labels[last] == outside)});
        });
    }

    const Model& model_;
    std::span<const Range> runs_;
    std::vector<Emission<Score>> emissions_;
    std::vector<std::uint8_t> labels_;
    Decoder<Score> decoder_;
};

}  // namespace

std::vector<Labelled> Labeller::label(const Words& words, std::span<const Mention> guesses,
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

std::vector<Labelled> Labeller::label(std::span<const Range> runs, const Features& features) const {
    Reading reading(model_, runs, features.words());
    auto emission = reading.emissions().begin();
    for (const Range run : runs) {
        for (std::uint32_t word = run.begin; word < run.end; ++word) {
            Emission<Score> sum{};
            add_rows(model_, features.of(word), sum);
            add_limited(sum, *emission++);
        }
    }
    reading.decode();
    return reading.names();
}

}  // namespace entities
