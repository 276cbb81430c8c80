// Counts the labels of each word and of each name, then lets every word see the counts of its own.
#include "votes.h"

#include <algorithm>
#include <array>

#include "groups.h"
#include "hashing.h"
#include "labels.h"
#include "scorer.h"

namespace entities {

namespace {

constexpr std::uint32_t types = 5;

/// Words by their types.
struct Count {
    std::array<std::uint16_t, types> of{};

    bool any() const { return of != std::array<std::uint16_t, types>{}; }
    /// What most of them are, and how clear the majority is: 0 to 3.
    Hash verdict() const {
        std::uint32_t sum = 0;
        std::uint32_t best = 0;  // its count and, as the first of equals wins, how many types come after it
        for (std::uint32_t type = 0; type < types; ++type) {
            sum += of[type];
            best = std::max(best, of[type] * 8U + (types - 1 - type));
        }
        constexpr std::array<Hash, 4> clarity = {0, 0, 1, 3};
        const bool unanimous = best / 8 == sum;
        return (types - 1 - best % 8) * 4 + (unanimous ? clarity[std::min(sum, 3U)] : 0);
    }
};

/// What the names of a document mostly are: a report of a match has clubs where one of a flood has places.
class Mix {
public:
    void add(std::size_t type) { ++names_[type]; }

    /// How many of them are organisations, beside those that are places: 0 to 4.
    Hash organisations() const {
        return share(count(Type::Organisation), count(Type::Organisation) + count(Type::Place));
    }
    /// That, and how many are persons: 0 to 24.
    Hash all() const {
        return organisations() * 5 + share(count(Type::Person), names_[1] + names_[2] + names_[3] + names_[4]);
    }

private:
    std::uint32_t count(Type type) const { return names_[static_cast<std::size_t>(type)]; }
    /// 0 where there are too few to tell.
    static Hash share(std::uint32_t part, std::uint32_t whole) {
        return whole < 3 ? 0 : part * 10 < whole ? 1 : part * 4 < whole ? 2 : part * 2 < whole ? 3 : 4;
    }

    std::array<std::uint32_t, types> names_{};
};

/// All that the second pass is told of a word.
struct Vote {
    static constexpr Hash nothing = 31;  ///< no label and no verdict is that

    Hash before = nothing;  ///< labels of the word and its neighbours
    Hash own = outside;
    Hash after = nothing;
    Hash alone = nothing;  ///< of the verdicts: on the word,
    Hash part = nothing;   ///< on names with it,
    Hash name = nothing;   ///< on the name it is in
    Mix mix;               ///< of the document

    Hash key() const {
        return (((((before << 5U | own) << 5U | after) << 5U | alone) << 5U | part) << 5U | name) << 5U | mix.all();
    }
};

/// Words that make a name, and the verdict on all that have its text.
struct Name {
    Range words;
    Hash verdict = 0;
};

template <class Target>
class Voter {
public:
    Voter(const Words& words, std::span<const Range> runs, std::span<const std::uint8_t> labels, Target& target)
        : words_(words),
          runs_(runs),
          labels_(labels),
          target_(target),
          by_word_(words.forms().size()),
          as_part_(words.forms().size()) {}

    void run() {
        count_words();
        count_names();
        describe_runs(
            words_, runs_, target_, [](Range) {},
            [this](std::uint32_t word, FeatureWriter& writer) { describe(word, writer); });
    }

private:
    void count_words() {
        for (const std::uint32_t i : words_.capitals()) {
            ++by_word_[words_[i].form].of[type_at(i)];
        }
    }

    void count_names() {
        for (const Range run : runs_) {
            for_each_name(labels_.subspan(run.begin, run.end - run.begin), [&](std::size_t first, std::size_t last) {
                count_name({run.begin + narrow(first), run.begin + narrow(last)});
            });
        }
        judge_names();
    }

    void count_name(Range name) {
        const std::size_t type = type_at(name.begin);
        names_.push_back({name});
        mix_.add(type);
        const std::uint32_t first = words_[name.begin].form;
        const std::uint32_t last = words_[name.end - 1].form;
        if (name.end - name.begin > 1) {
            // What a part of the name is part of: the first and the last word, with or without what is between.
            ++as_part_[first].of[type];
            if (last != first) {
                ++as_part_[last].of[type];
            }
        }
    }

    void judge_names() {
        std::vector<Keyed> texts;
        texts.reserve(names_.size());
        for (std::uint32_t i = 0; i < names_.size(); ++i) {
            texts.push_back({words_.code(names_[i].words.begin, names_[i].words.end), i});
        }
        for_each_group(texts, [&](std::span<const Keyed> same) {
            Count count;
            for (const Keyed& one : same) {
                ++count.of[type_at(names_[one.mention].words.begin)];
            }
            const Hash verdict = count.verdict();
            for (const Keyed& one : same) {
                names_[one.mention].verdict = verdict;
            }
        });
    }

    std::size_t type_at(std::uint32_t word) const { return static_cast<std::size_t>(type_of(labels_[word])); }

    void describe(std::uint32_t i, FeatureWriter& writer) {
        const Vote vote = vote_on(i);
        target_.part(writer, Part::Vote, vote.key(), [&](FeatureWriter& whole) { write(vote, whole); });
    }

    Vote vote_on(std::uint32_t i) {
        Vote vote;
        vote.own = labels_[i];
        vote.mix = mix_;
        if (i > 0) {
            vote.before = labels_[i - 1];
        }
        if (i + 1 < words_.size()) {
            vote.after = labels_[i + 1];
        }
        if (words_[i].capital) {
            vote.alone = by_word_[words_[i].form].verdict();
            const Count& part = as_part_[words_[i].form];
            if (part.any()) {
                vote.part = part.verdict();
            }
        }
        while (next_name_ < names_.size() && names_[next_name_].words.end <= i) {
            ++next_name_;
        }
        if (next_name_ < names_.size() && names_[next_name_].words.begin <= i) {
            vote.name = names_[next_name_].verdict;
        }
        return vote;
    }

    static void write(const Vote& vote, FeatureWriter& writer) {
        const Hash own = vote.own + 1;
        writer.add(120, own);
        writer.add(128, own, vote.mix.organisations());
        writer.add(129, own, vote.mix.all());
        if (vote.before != Vote::nothing) {
            writer.add(121, own, vote.before);
        }
        if (vote.after != Vote::nothing) {
            writer.add(122, own, vote.after);
        }
        if (vote.alone != Vote::nothing) {
            writer.add(123, vote.alone);
            writer.add(124, vote.alone, own);
            writer.add(130, vote.alone, vote.mix.organisations());
        }
        if (vote.part != Vote::nothing) {
            writer.add(125, vote.part);
            writer.add(126, vote.part / 4, own);
        }
        if (vote.name != Vote::nothing) {
            writer.add(127, vote.name, own);
        }
    }

    const Words& words_;
    std::span<const Range> runs_;
    std::span<const std::uint8_t> labels_;
    Target& target_;
    std::vector<Count> by_word_;  ///< by their forms
    std::vector<Count> as_part_;
    std::vector<Name> names_;
    Mix mix_;
    std::size_t next_name_ = 0;
};

}  // namespace

template <class Target>
void extract_votes(const Words& words, std::span<const Range> runs, std::span<const std::uint8_t> labels,
                   Target& target) {
    Voter(words, runs, labels, target).run();
}

template void extract_votes(const Words&, std::span<const Range>, std::span<const std::uint8_t>, Features&);
template void extract_votes(const Words&, std::span<const Range>, std::span<const std::uint8_t>, Scorer&);

}  // namespace entities
