#include "features.h"

#include <algorithm>

#include "form_features.h"
#include "hashing.h"
#include "letters.h"
#include "lexicon.h"
#include "scorer.h"

namespace entities {

namespace {

/// Where words of one text with a capital stand in the document.
struct Places {
    std::uint32_t left = 0;   ///< classes of all words before them
    std::uint32_t right = 0;  ///< and after
};

/// What a word has by its place.
struct Spot {
    Hash listed = 0;  ///< gazetteer's type, kind and the word's place in the name
    Hash guess = 0;   ///< the rules' type and the word's place in the mention
    Hash evidence = 0;
};

/// Pairs of the finest clusters are too rare to learn from.
constexpr unsigned paired_grains = Clusters::grains - 1;

/// A word with what stands around it.
struct Window {
    const Form& before2;
    const Form& before;
    const Form& here;
    const Form& after;
    const Form& after2;
    const Spot& spot_before;
    const Spot& spot;
    const Spot& spot_after;
    bool first = false;  ///< the word is the first of its sentence
};

/// A stretch of words with capitals, with "of", "and" and the like between them.
struct Stretch {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

/// Stands for what is outside the sentence.
Form edge() {
    Form form;
    form.code = form.lower = form.shape = 1;
    return form;
}

template <class Target>
class Extractor {
public:
    Extractor(const Words& words, std::span<const Range> runs, const Gazetteer& gazetteer,
              std::span<const Mention> guesses, Target& target)
        : words_(words),
          runs_(runs),
          gazetteer_(gazetteer),
          guesses_(guesses),
          target_(target),
          places_(words.forms().size()),
          spots_(words.size()) {}

    void run() {
        read_guesses();
        look_up_names();
        read_places();
        describe_runs(
            words_, runs_, target_,
            [this](Range run) {
                sentence_ = words_.sentences()[words_[run.begin].sentence];
                stretch_ = core_ = {};
            },
            [this](std::uint32_t word, FeatureWriter& writer) { describe(word, writer); });
    }

private:
    void read_guesses() {
        for (const Mention& guess : guesses_) {
            if (guess.type == Type::None) {
                continue;
            }
            for (std::uint32_t i = guess.first; i < guess.last; ++i) {
                spots_[i].guess = in_span(i, guess.first, guess.last) * 8 + static_cast<Hash>(guess.type) + 1;
                spots_[i].evidence = hashed(guess.evidence);
            }
        }
    }

    static Hash in_span(std::size_t i, std::size_t first, std::size_t last) {
        return (i == first ? 1U : 0U) + (i + 1 == last ? 2U : 0U);
    }

    void look_up_names() {
        for (const Sentence& sentence : words_.sentences()) {
            std::size_t next = sentence.words.begin;
            for (const std::uint32_t i : words_.capitals(sentence)) {
                if (i < next) {
                    continue;
                }
                const Found found = gazetteer_.longest(words_, i, sentence.words.end);
                if (found) {
                    const Hash what = mixed(hashed(found.entry->kind), static_cast<Hash>(found.entry->type));
                    for (std::size_t k = i; k < found.last; ++k) {
                        spots_[k].listed = mixed(what, in_span(k, i, found.last) + 1);
                    }
                    next = found.last;
                }
            }
        }
    }

    void read_places() {
        for (const Sentence& sentence : words_.sentences()) {
            for (const std::uint32_t i : words_.capitals(sentence)) {
                Places& places = places_[words_[i].form];
                places.left |= i > sentence.words.begin ? words_[i - 1].classes : 0;
                places.right |= i + 1 < sentence.words.end ? words_[i + 1].classes : 0;
            }
        }
    }

    /// How often the document has the word without its capital.
    std::uint32_t small_count(std::uint32_t i) const { return words_.forms()[known(i).in_small].count; }
    const Words::Known& known(std::uint32_t i) const { return words_.forms()[words_[i].form]; }

    bool in_sentence(std::int64_t i) const { return i >= sentence_.words.begin && i < sentence_.words.end; }
    const Form& form(std::int64_t i) const {
        return in_sentence(i) ? words_.form(static_cast<std::size_t>(i)) : edge_form_;
    }
    const Spot& spot(std::int64_t i) const { return in_sentence(i) ? spots_[static_cast<std::size_t>(i)] : edge_spot_; }

    void describe(std::uint32_t i, FeatureWriter& writer) {
        const auto n = static_cast<std::int64_t>(i);
        const Window at{form(n - 2), form(n - 1), form(n),     form(n + 1),    form(n + 2),
                        spot(n - 1), spot(n),     spot(n + 1), words_[i].first};
        add_parts(writer, at, words_[i].glued);
        add_around(writer, at);
        add_listed(writer, at);
        add_guess(writer, at);
        add_stretches(writer, i);
        add_elsewhere(writer, i);
    }

    /// What one form says, perhaps with the shape of the word.
    void add_parts(FeatureWriter& writer, const Window& at, bool glued) {
        const Hash casing = static_cast<Hash>(sentence_.casing);
        const auto state = static_cast<std::uint8_t>(casing * 8 + (at.first ? 4U : 0U) + (glued ? 2U : 0U) + 1);
        const Hash shape = at.here.shape;
        target_.part(writer, Part::Own, own_key(at.here, state),
                     [&](FeatureWriter& part) { add_own(part, at.here, state, at.first); });
        target_.part(writer, Part::Before, neighbour_key(at.before, shape),
                     [&](FeatureWriter& part) { add_neighbour(part, before_numbers, at.before, shape); });
        target_.part(writer, Part::After, neighbour_key(at.after, shape),
                     [&](FeatureWriter& part) { add_neighbour(part, after_numbers, at.after, shape); });
    }

    /// What words farther off say, and two or three side by side.
    static void add_around(FeatureWriter& writer, const Window& at) {
        const Clusters::Slot& before = at.before.cluster;
        const Clusters::Slot& here = at.here.cluster;
        const Clusters::Slot& after = at.after.cluster;
        writer.add(6, at.before2.code);
        writer.add(7, at.after2.code);
        writer.add(8, at.before.code, at.here.code);
        writer.add(9, at.here.code, at.after.code);
        writer.add(10, at.before.lower, at.after.lower);
        writer.add(13, at.before.shape, at.here.shape, at.after.shape);
        writer.add(14, at.before2.code, at.before.code);
        writer.add(15, at.after.code, at.after2.code);
        for (unsigned k = 0; k < paired_grains; ++k) {
            writer.add(39 + k, before.path[k], here.path[k]);
            writer.add(42 + k, here.path[k], after.path[k]);
        }
        writer.add(45, before.path[0], here.path[0], after.path[0]);
        writer.add(56, before.capitals, here.capitals, at.here.shape);
        writer.add(57, here.capitals, after.capitals, at.here.shape);
        writer.add(53, at.before.classes, at.here.classes);
        writer.add(54, at.here.classes, at.after.classes);
    }

    /// What stands in no list has nothing to say here; so it is with guesses.
    static void add_listed(FeatureWriter& writer, const Window& at) {
        if (const Hash listed = at.spot.listed; listed != 0) {
            writer.add(63, listed, at.first);
            writer.add(66, listed, at.before.code);
            writer.add(67, listed, at.after.code);
            writer.add(68, listed, at.here.shape);
        }
        add_beside(writer, 64, at.spot_before.listed, at.spot.listed, at.spot_after.listed);
    }

    static void add_guess(FeatureWriter& writer, const Window& at) {
        if (const Hash guess = at.spot.guess; guess != 0) {
            writer.add(70, guess);
            writer.add(71, guess, at.spot.evidence);
            writer.add(74, guess, at.here.shape);
            writer.add(75, guess, at.spot.listed);
            writer.add(76, guess, at.before.classes);
            writer.add(77, guess, at.here.code);
        }
        add_beside(writer, 72, at.spot_before.guess, at.spot.guess, at.spot_after.guess);
    }

    /// Under `number` and the next one.
    static void add_beside(FeatureWriter& writer, unsigned number, Hash before, Hash here, Hash after) {
        if (here != 0 || before != 0) {
            writer.add(number, before, here);
        }
        if (here != 0 || after != 0) {
            writer.add(number + 1, here, after);
        }
    }

    bool may_name(std::uint32_t i) const { return words_[i].capital; }

    /// The longest stretch around i of words with capitals; with joining words if `joined`.
    Stretch stretch_at(std::uint32_t i, bool joined) const {
        Stretch stretch{i, i + 1};
        for (std::uint32_t k = i + 1; k < sentence_.words.end && k < i + 24; ++k) {
            if (may_name(k)) {
                stretch.end = k + 1;
            } else if (!joined || !joins(k) || k > stretch.end + 1) {
                if (!(words_[k].key == "-" && words_[k].glued)) {
                    break;
                }
            }
        }
        return stretch;
    }

    bool joins(std::uint32_t i) const {
        const std::string_view key = words_[i].key;
        return key == "of" || key == "for" || key == "the" || key == "and" || key == "&" || words_[i].is(Particle) ||
               key == "on" || key == "in";
    }

    void add_stretches(FeatureWriter& writer, std::uint32_t i) {
        if (i >= core_.end) {
            core_ = may_name(i) ? stretch_at(i, false) : Stretch{};
        }
        if (i >= stretch_.end) {
            stretch_ = may_name(i) ? stretch_at(i, true) : Stretch{};
        }
        add_stretch(writer, 80, core_, i);
        if (stretch_.end != core_.end || stretch_.begin != core_.begin) {
            add_stretch(writer, 105, stretch_, i);
        }
    }

    /// Under `number` and the ten after it.
    void add_stretch(FeatureWriter& writer, unsigned number, Stretch stretch, std::uint32_t i) {
        if (i < stretch.begin || i >= stretch.end) {
            return;
        }
        const Hash place = in_span(i, stretch.begin, stretch.end);
        const std::uint32_t size = stretch.end - stretch.begin;
        const Form& first = form(stretch.begin);
        const Form& last = form(stretch.end - 1);
        const Form& before = form(static_cast<std::int64_t>(stretch.begin) - 1);
        const Form& after = form(stretch.end);
        writer.add(number, place, std::min<Hash>(size, 6));
        writer.add(number + 3, place, before.lower);
        writer.add(number + 4, place, after.lower);
        writer.add(number + 6, place, before.cluster.path[1], after.cluster.path[1]);
        writer.add(number + 8, place, before.classes, after.classes);
        if (size > 1) {
            writer.add(number + 1, place, last.lower);
            writer.add(number + 2, place, first.lower);
            writer.add(number + 5, place, last.cluster.path[1], first.cluster.path[1]);
            writer.add(number + 9, place, last.cluster.path[2]);
            writer.add(number + 10, place, first.cluster.path[2]);
            writer.add(number + 7, place, last.classes, first.classes);
        }
    }

    void add_elsewhere(FeatureWriter& writer, std::uint32_t i) {
        const Word& word = words_[i];
        if (!word.capital) {
            return;
        }
        const Places& places = places_[words_[i].form];
        add_classes(writer, 100, places.left, 0);
        add_classes(writer, 101, places.right, 0);
        writer.add(102, std::min(known(i).inside, 3U), word.first);
        writer.add(103, std::min(small_count(i), 3U), word.first, std::min(known(i).inside, 1U));
    }

    Form edge_form_ = edge();  // the first, as it begins a line of the cache
    Spot edge_spot_;
    const Words& words_;
    std::span<const Range> runs_;
    const Gazetteer& gazetteer_;
    std::span<const Mention> guesses_;
    Target& target_;
    Sentence sentence_;
    Stretch core_;
    Stretch stretch_;
    std::vector<Places> places_;
    std::vector<Spot> spots_;
};

}  // namespace

template <class Target>
void extract(const Words& words, std::span<const Range> runs, const Gazetteer& gazetteer,
             std::span<const Mention> guesses, Target& target) {
    Extractor(words, runs, gazetteer, guesses, target).run();
}

template void extract(const Words&, std::span<const Range>, const Gazetteer&, std::span<const Mention>, Features&);
template void extract(const Words&, std::span<const Range>, const Gazetteer&, std::span<const Mention>, Scorer&);

}  // namespace entities
