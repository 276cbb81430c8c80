// Each template has a number of its own, so that equal values of two of them do not meet by design.
#include "features.h"

#include <algorithm>
#include <array>
#include <string>

#include "hashing.h"
#include "letters.h"
#include "lexicon.h"
#include "string_table.h"

namespace entities {

namespace {

/// Where words of one text with a capital stand in the document.
struct Places {
    std::uint32_t left = 0;    ///< classes of all words before them
    std::uint32_t right = 0;   ///< and after
    std::uint32_t count = 0;   ///< of all, with or without a capital
    std::uint32_t inside = 0;  ///< of those that do not begin a sentence
};

/// What all words of one text have in common.
struct Form {
    Hash key = 0;
    Hash lower = 0;
    Hash shape = 0;  ///< "Xx-", runs shortened
    std::array<Hash, 4> prefix{};
    std::array<Hash, 4> suffix{};
    Clusters::Path path{};
    Hash capitals = 0;  ///< how often it has one
    std::uint32_t classes = 0;
    Places places;
    std::uint32_t small = 0;  ///< how often the document has the word without its capital
};

/// What a word has by its place.
struct Spot {
    std::uint32_t form = 0;
    Hash listed = 0;  ///< gazetteer's type, kind and the word's place in the name
    Hash guess = 0;   ///< the rules' type and the word's place in the mention
    Hash evidence = 0;
};

/// A stretch of words with capitals, with "of", "and" and the like between them.
struct Stretch {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

char shape_of(char c) {
    if (c >= 'a' && c <= 'z') {
        return 'x';
    }
    if (c >= 'A' && c <= 'Z') {
        return 'X';
    }
    if (c >= '0' && c <= '9') {
        return 'd';
    }
    return (c & 0x80) != 0 ? 'u' : c;
}

/// Stands for what is outside the sentence.
Form edge() {
    Form form;
    form.key = form.lower = form.shape = 1;
    return form;
}

Hash shape_hash(const Word& word) {
    std::array<char, 24> shape{};
    std::size_t size = 0;
    std::size_t run = 0;
    for (const char c : word.key.substr(0, 64)) {
        const char s = shape_of(c);
        run = size > 0 && shape[size - 1] == s ? run + 1 : 0;
        if (run < 2 && size < shape.size()) {
            shape[size++] = s;
        }
    }
    return hashed({shape.data(), size});
}

class Extractor {
public:
    Extractor(const Words& words, std::span<const Range> runs, const Gazetteer& gazetteer, const Clusters& clusters,
              std::span<const Mention> guesses, unsigned bits, Features& features)
        : words_(words),
          runs_(runs),
          gazetteer_(gazetteer),
          clusters_(clusters),
          guesses_(guesses),
          shift_(64 - bits),
          features_(features) {}

    void run() {
        read_forms();
        read_guesses();
        look_up_names();
        read_places();
        describe_runs(
            words_, runs_, features_,
            [this](Range run) {
                sentence_ = words_.sentences()[words_[run.begin].sentence];
                stretch_ = core_ = {};
            },
            [this](std::uint32_t word) { describe(word); });
    }

private:
    void read_forms() {
        spots_.resize(words_.size());
        forms_.reserve(words_.size() / 2);
        for (std::uint32_t i = 0; i < words_.size(); ++i) {
            std::uint32_t& known = numbers_.at(words_[i].key);
            if (known == StringTable::none) {
                known = static_cast<std::uint32_t>(forms_.size());
                forms_.push_back(form_of(words_[i]));
            }
            spots_[i].form = known;
        }
    }

    Form form_of(const Word& word) const {
        Form form;
        form.key = hashed(word.key);
        const std::string lower = lower_case(word.key);
        form.lower = hashed(lower);
        form.shape = shape_hash(word);
        for (std::size_t k = 0; k < form.prefix.size(); ++k) {
            const std::size_t size = k + 1;
            form.prefix[k] = word.key.size() > size ? hashed(word.key.substr(0, size)) : 0;
            form.suffix[k] = lower.size() > size ? hashed(std::string_view(lower).substr(lower.size() - size)) : 0;
        }
        const Clusters::Slot known = clusters_.of(word.key);
        form.path = known.path;
        form.capitals = known.capitals;
        form.classes = word.classes;
        return form;
    }

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
            for (std::size_t i = sentence.words.begin; i < sentence.words.end; ++i) {
                if (i < next || !words_[i].letters || !words_[i].capital) {
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
            for (std::uint32_t i = sentence.words.begin; i < sentence.words.end; ++i) {
                const Word& word = words_[i];
                Places& places = forms_[spots_[i].form].places;
                ++places.count;
                places.inside += !word.first;
                if (word.capital) {
                    places.left |= i > sentence.words.begin ? words_[i - 1].classes : 0;
                    places.right |= i + 1 < sentence.words.end ? words_[i + 1].classes : 0;
                }
            }
        }
        for (std::uint32_t i = 0; i < words_.size(); ++i) {
            Form& form = forms_[spots_[i].form];
            if (words_[i].capital && form.places.count > 0) {
                const std::uint32_t small = numbers_.find(lower_case(words_[i].key));
                form.small = small == StringTable::none ? 0 : forms_[small].places.count;
            }
        }
    }

    void add(unsigned number, Hash value) { features_.add(row(value, number, shift_)); }
    void add(unsigned number, Hash a, Hash b) { add(number, mixed(a, b)); }
    void add(unsigned number, Hash a, Hash b, Hash c) { add(number, mixed(mixed(a, b), c)); }

    bool in_sentence(std::int64_t i) const { return i >= sentence_.words.begin && i < sentence_.words.end; }
    const Form& form(std::int64_t i) const {
        return in_sentence(i) ? forms_[spots_[static_cast<std::size_t>(i)].form] : edge_form_;
    }
    const Spot& spot(std::int64_t i) const { return in_sentence(i) ? spots_[static_cast<std::size_t>(i)] : edge_spot_; }

    void describe(std::uint32_t i) {
        const auto at = static_cast<std::int64_t>(i);
        const Form& before2 = form(at - 2);
        const Form& before = form(at - 1);
        const Form& here = form(at);
        const Form& after = form(at + 1);
        const Form& after2 = form(at + 2);
        const Spot& spot_before = spot(at - 1);
        const Spot& spot_here = spot(at);
        const Spot& spot_after = spot(at + 1);
        const Word& word = words_[i];
        const Hash casing = static_cast<Hash>(sentence_.casing);
        const Hash state = casing * 8 + (word.first ? 4U : 0U) + (word.glued ? 2U : 0U) + 1;

        add(1, state, here.shape);
        add(2, here.key);
        add(3, here.lower);
        add(4, before.key);
        add(5, after.key);
        add(6, before2.key);
        add(7, after2.key);
        add(8, before.key, here.key);
        add(9, here.key, after.key);
        add(10, before.lower, after.lower);
        add(11, before.shape, here.shape);
        add(12, here.shape, after.shape);
        add(13, before.shape, here.shape, after.shape);
        add(14, before2.key, before.key);
        add(15, after.key, after2.key);
        add(16, state);
        for (unsigned k = 0; k < 4; ++k) {
            if (here.prefix[k] != 0) {
                add(20 + k, here.prefix[k]);
            }
            if (here.suffix[k] != 0) {
                add(24 + k, here.suffix[k], word.capital);
            }
        }
        add(28, before.suffix[2], here.shape);
        add(29, after.suffix[2], here.shape);
        for (unsigned k = 0; k < Clusters::grains; ++k) {
            add(30 + k, here.path[k], word.first);
            add(33 + k, before.path[k]);
            add(36 + k, after.path[k]);
            add(39 + k, before.path[k], here.path[k]);
            add(42 + k, here.path[k], after.path[k]);
            add(45 + k, before.path[k], here.path[k], after.path[k]);
        }
        add(48, before2.path[1], before.path[1]);
        add(49, after.path[1], after2.path[1]);
        add(55, here.capitals, here.shape, word.first);
        add(56, before.capitals, here.capitals, here.shape);
        add(57, here.capitals, after.capitals, here.shape);
        add(50, here.classes, word.capital);
        add(51, before.classes, here.shape);
        add(52, after.classes, here.shape);
        add(53, before.classes, here.classes);
        add(54, here.classes, after.classes);
        add_classes(60, here.classes, word.capital);
        add_classes(61, before.classes, here.shape);
        add_classes(62, after.classes, here.shape);
        add(63, spot_here.listed, word.first);
        add(64, spot_before.listed, spot_here.listed);
        add(65, spot_here.listed, spot_after.listed);
        add(66, spot_here.listed, before.key);
        add(67, spot_here.listed, after.key);
        add(68, spot_here.listed, here.shape);
        add(70, spot_here.guess);
        add(71, spot_here.guess, spot_here.evidence);
        add(72, spot_before.guess, spot_here.guess);
        add(73, spot_here.guess, spot_after.guess);
        add(74, spot_here.guess, here.shape);
        add(75, spot_here.guess, spot_here.listed);
        add(76, spot_here.guess, before.classes);
        add(77, spot_here.guess, here.key);
        add_stretches(i);
        add_elsewhere(i);
    }

    void add_classes(unsigned number, std::uint32_t classes, Hash with) {
        for (; classes != 0; classes &= classes - 1) {
            add(number, static_cast<Hash>(__builtin_ctz(classes)), with);
        }
    }

    bool may_name(std::uint32_t i) const { return words_[i].letters && words_[i].capital; }

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

    void add_stretches(std::uint32_t i) {
        if (i >= core_.end) {
            core_ = may_name(i) ? stretch_at(i, false) : Stretch{};
        }
        if (i >= stretch_.end) {
            stretch_ = may_name(i) ? stretch_at(i, true) : Stretch{};
        }
        add_stretch(80, core_, i);
        if (stretch_.end != core_.end || stretch_.begin != core_.begin) {
            add_stretch(90, stretch_, i);
        }
    }

    void add_stretch(unsigned number, Stretch stretch, std::uint32_t i) {
        if (i < stretch.begin || i >= stretch.end) {
            return;
        }
        const Hash place = in_span(i, stretch.begin, stretch.end);
        const std::uint32_t size = stretch.end - stretch.begin;
        const Form& first = form(stretch.begin);
        const Form& last = form(stretch.end - 1);
        const Form& before = form(static_cast<std::int64_t>(stretch.begin) - 1);
        const Form& after = form(stretch.end);
        add(number, place, std::min<Hash>(size, 6));
        add(number + 1, place, last.lower);
        add(number + 2, place, first.lower);
        add(number + 3, place, before.lower);
        add(number + 4, place, after.lower);
        add(number + 5, place, last.path[1], first.path[1]);
        add(number + 6, place, before.path[1], after.path[1]);
        add(number + 7, place, last.classes, first.classes);
        add(number + 8, place, before.classes, after.classes);
    }

    void add_elsewhere(std::uint32_t i) {
        const Word& word = words_[i];
        if (!word.capital) {
            return;
        }
        const Form& form = forms_[spots_[i].form];
        const std::uint32_t inside = form.places.inside;
        add_classes(100, form.places.left, 0);
        add_classes(101, form.places.right, 0);
        add(102, std::min(inside, 3U), word.first);
        add(103, std::min(form.small, 3U), word.first, std::min(inside, 1U));
    }

    const Words& words_;
    std::span<const Range> runs_;
    const Gazetteer& gazetteer_;
    const Clusters& clusters_;
    std::span<const Mention> guesses_;
    unsigned shift_;
    Features& features_;
    Sentence sentence_;
    Stretch core_;
    Stretch stretch_;
    std::vector<Form> forms_;
    std::vector<Spot> spots_;
    StringTable numbers_;  ///< of forms, by key
    Form edge_form_ = edge();
    Spot edge_spot_;
};

}  // namespace

void extract(const Words& words, std::span<const Range> runs, const Gazetteer& gazetteer, const Clusters& clusters,
             std::span<const Mention> guesses, unsigned bits, Features& features) {
    Extractor(words, runs, gazetteer, clusters, guesses, bits, features).run();
}

}  // namespace entities
