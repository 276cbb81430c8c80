// Tense by the verbs around an expression.
#include "tense.h"

#include <algorithm>

namespace dates {

namespace {

/// How far from an expression its verbs are looked for, in atoms.
constexpr std::size_t reach = 25;

/// How a word of the classes `future` and `past` is a cue, as vocabulary.toml says.
enum Cue : std::int32_t { Anywhere = 1, DirectlyBefore = 2, BeforeTo = 3 };
enum PastCue : std::int32_t { Plain = 1, Lasting = 2, Settled = 3, LastingAndSettled = 4 };

bool is(const Atom& atom, std::string_view word) {
    return atom.word != nullptr && atom.word->text == word;
}

}  // namespace

TenseReader::TenseReader(const Vocabulary& vocabulary)
    : future_(vocabulary.class_named("future")),
      past_(vocabulary.class_named("past")),
      month_(bit_of(vocabulary.class_named("month"))),
      quarter_(bit_of(vocabulary.class_named("quarternumber"))),
      present_(bit_of(vocabulary.class_named("present"))),
      determiner_(bit_of(vocabulary.class_named("determiner"))) {}

std::int32_t TenseReader::kind_of(const Atom& atom, std::uint8_t word_class) {
    const bool is_one = (atom.classes & bit_of(word_class)) != 0 && atom.word != nullptr;
    const Meaning* meaning = is_one ? atom.word->meaning(word_class) : nullptr;
    return meaning != nullptr ? meaning->number : 0;
}

bool TenseReader::is_noun(std::string_view text, std::span<const Atom> sentence, std::size_t at) const {
    const Atom& before = sentence[at - 1];
    if ((before.classes & determiner_) != 0) {
        return true;
    }
    const auto ends_in_s = [&](const Atom& atom) { return text[atom.end - 1] == 's'; };
    return !ends_in_s(sentence[at]) && !ends_in_s(before) && !is(before, "to") && !is(before, "they") &&
           !is(before, "we");
}

Tense TenseReader::future_cue(std::string_view text, std::span<const Atom> sentence, std::size_t at,
                              std::size_t behind) const {
    const Atom& atom = sentence[at];
    // "May" is no verb.
    const std::int32_t kind = (atom.classes & month_) == 0 ? kind_of(atom, future_) : 0;
    if (kind == 0) {
        return Tense::Unknown;
    }
    const bool by_to = at > 0 && is(sentence[at - 1], "to");
    const std::int32_t led = by_to && at > 1 ? kind_of(sentence[at - 2], past_) : 0;
    if (led == Settled || led == LastingAndSettled) {
        return Tense::Past;
    }
    if (kind == Anywhere) {
        return Tense::Future;
    }
    if (kind == BeforeTo) {
        const bool ahead = at + 1 < sentence.size() && (is(sentence[at + 1], "to") || is(sentence[at + 1], "for"));
        return ahead ? Tense::Future : Tense::Unknown;
    }
    constexpr std::size_t preposition = 2;  // "on" between them
    if (kind != DirectlyBefore || behind == 0 || behind > preposition || at == 0 || is_noun(text, sentence, at)) {
        return Tense::Unknown;
    }
    return Tense::Future;
}

Tense TenseReader::until(std::span<const Atom> sentence, std::size_t at) const {
    constexpr std::size_t near = 4;
    for (std::size_t distance = 1; distance <= std::min(near, at); ++distance) {
        const std::int32_t kind = kind_of(sentence[at - distance], past_);
        if (kind == Lasting || kind == LastingAndSettled) {
            return Tense::Past;
        }
    }
    return Tense::Future;
}

Tense TenseReader::cue(std::string_view text, std::span<const Atom> sentence, std::size_t at,
                       std::size_t behind) const {
    const Atom& atom = sentence[at];
    if (is(atom, "until") || is(atom, "till")) {
        return until(sentence, at);
    }
    if (const Tense ahead = future_cue(text, sentence, at, behind); ahead != Tense::Unknown) {
        return ahead;
    }
    constexpr std::size_t shortest_verb = 5;
    const std::string_view written = text.substr(atom.start, atom.end - atom.start);
    const bool past = kind_of(atom, past_) != 0 ||
                      (written.size() >= shortest_verb && written.ends_with("ed") && written.front() >= 'a');
    if (!past) {
        return Tense::Unknown;
    }
    // "is feared" tells of now.
    if (at > 0 && (is(sentence[at - 1], "is") || is(sentence[at - 1], "are"))) {
        return Tense::Unknown;
    }
    // "to be held"
    const bool planned = at > 0 && kind_of(sentence[at - 1], future_) == Anywhere;
    return planned ? Tense::Future : Tense::Past;
}

bool TenseReader::was_planned(std::span<const Atom> sentence, std::size_t first) {
    constexpr std::size_t near = 8;
    for (std::size_t at = first > near ? first - near : 0; at + 1 < first; ++at) {
        if ((is(sentence[at], "was") || is(sentence[at], "were")) && is(sentence[at + 1], "to")) {
            return true;
        }
    }
    return false;
}

Tense TenseReader::read(std::string_view text, std::span<const Atom> sentence, std::size_t first,
                        std::size_t last) const {
    // "by March" looks from before it, with a verb in the past too, unless something had happened by then.
    const Tense told = by_verbs(text, sentence, first, last);
    if (told == Tense::Future && (sentence[first].classes & month_) != 0 && was_planned(sentence, first)) {
        return Tense::Unknown;
    }
    if (told == Tense::Unknown) {
        const std::size_t from = first > reach ? first - reach : 0;
        const std::size_t to = std::min(sentence.size(), last + reach + 1);
        const bool now = std::any_of(sentence.begin() + static_cast<std::ptrdiff_t>(from),
                                     sentence.begin() + static_cast<std::ptrdiff_t>(to),
                                     [&](const Atom& atom) { return (atom.classes & present_) != 0; });
        return now ? Tense::Present : told;
    }
    if (told != Tense::Past || first < 2 || !is(sentence[first - 1], "by")) {
        return told;
    }
    for (std::size_t at = 0; at < sentence.size(); ++at) {
        if (is(sentence[at], "had")) {
            return told;
        }
    }
    return Tense::Unknown;
}

bool TenseReader::is_object_of_saying(std::string_view text, std::span<const Atom> sentence, std::size_t first,
                                      std::size_t last) const {
    const auto reads = [&](std::size_t at, std::string_view word) {
        return at < sentence.size() && text.substr(sentence[at].start, sentence[at].end - sentence[at].start) == word;
    };
    const bool said = first > 0 && (reads(first - 1, "said") || reads(first - 1, "says"));
    const bool owns = reads(last + 1, "'s") || reads(last + 1, "\u2019s");
    return said && ((sentence[first].classes & quarter_) != 0 || owns);
}

Tense TenseReader::by_verbs(std::string_view text, std::span<const Atom> sentence, std::size_t first,
                            std::size_t last) const {
    // A verb before the expression tells more than one after it, unless it is this much farther off; one in the past
    // may be no more than a participle.
    constexpr std::size_t favour = 4;
    constexpr std::size_t favour_over_past = 8;
    const std::size_t nearest = is_object_of_saying(text, sentence, first, last) ? 2 : 1;
    for (std::size_t distance = 1; distance <= reach; ++distance) {
        if (distance <= first && distance >= nearest) {
            if (const Tense before = cue(text, sentence, first - distance, distance); before != Tense::Unknown) {
                return before;
            }
        }
        const auto after = [&](std::size_t behind) {
            const bool inside = distance > behind && last + distance - behind < sentence.size();
            return inside ? cue(text, sentence, last + distance - behind, 0) : Tense::Unknown;
        };
        if (after(favour) == Tense::Future) {
            return Tense::Future;
        }
        if (after(favour_over_past) == Tense::Past) {
            return Tense::Past;
        }
    }
    return Tense::Unknown;
}

}  // namespace dates
