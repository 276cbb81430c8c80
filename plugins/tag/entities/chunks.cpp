// Joins capitalised words: over hyphens, initials, particles ("de", "bin"), and over "of", "for", "and" where the words
// before call for it.
#include "chunks.h"

#include <algorithm>

#include "offices.h"

namespace entities {

namespace {

/// Longer stretches of capitals are lists or headings, not names.
constexpr std::size_t longest_chunk = 14;

constexpr std::uint32_t heads = OrgHead | MiscHead | LocHead;

bool name_word(const Word& word) {
    return word.capital && !word.is(Calendar) && !(word.is(Stop) && !word.all_capitals);
}

bool key_is(const Words& words, std::size_t at, std::size_t limit, std::string_view key) {
    return at < limit && words[at].key == key;
}

/// The stretch [begin, limit) of a sentence, of which the chunk so far is [begin, at).
class Joiner {
public:
    Joiner(const Gazetteer& gazetteer, const Words& words, std::size_t begin, std::size_t limit)
        : gazetteer_(gazetteer), words_(words), begin_(begin), limit_(limit) {}

    /// If the words from `at` on join what stands before them to a word of the same name, that word; else `at`.
    std::size_t joined(std::size_t at) {
        const Word& word = words_[at];
        if (word.glued) {
            return over_mark(at);
        }
        if (word.key == "&") {
            return next_name(at + 1) ? at + 1 : at;
        }
        if (word.is(Particle)) {
            return over_particle(at);
        }
        if (word.key == "of" || word.key == "for") {
            return over_of(at);
        }
        if (word.key == "and" || word.key == ",") {
            return over_and(at);
        }
        return at;
    }

private:
    bool next_name(std::size_t at) const { return at < limit_ && name_word(words_[at]); }

    std::size_t over_mark(std::size_t at) const {
        const Word& word = words_[at];
        if (at + 1 >= limit_) {
            return at;
        }
        const Word& next = words_[at + 1];
        if (word.key == "-" && next.glued) {
            // "Moon Jae-in", "al-Ja'afari", "China-Europe"
            constexpr std::size_t longest_part = 6;
            const bool given_part = at >= begin_ + 2 && next.letters && !next.is(Suffix) &&
                                    next.key.size() <= longest_part && !next.key.ends_with("ed") &&
                                    (words_[begin_].is(Family) || !next.is(Stop | Common | Place));
            return name_word(next) || given_part ? at + 1 : at;
        }
        if (word.key == "." && words_[at - 1].is(Abbreviation) && name_word(next) && !next.glued) {
            return at + 1;
        }
        return at;
    }

    std::size_t over_particle(std::size_t at) const {
        std::size_t next = at + 1;
        if (next < limit_ && words_[next].is(Particle) && !words_[next].capital) {
            ++next;
        }
        if (key_is(words_, next, limit_, "-") && words_[next].glued) {
            ++next;
        }
        return next_name(next) ? next : at;
    }

    std::size_t over_of(std::size_t at) {
        const std::size_t next = key_is(words_, at + 1, limit_, "the") ? at + 2 : at + 1;
        if ((words_[at - 1].is(heads) || of_) && next_name(next)) {
            // "Government of President Nayib Bukele"
            const std::size_t after = office_end(words_, next, limit_);
            if (after > next && next_name(after)) {
                return at;
            }
            of_ = of_ || words_[at - 1].is(OrgHead);
            return next;
        }
        return at;
    }

    /// "Ministry of Trade and Industry", "Movement for Rights and Freedoms", "Truth and Reconciliation Commission".
    std::size_t over_and(std::size_t at) const {
        if (!next_name(at + 1)) {
            return at;
        }
        const Word& before = words_[at - 1];
        const Word& next = words_[at + 1];
        const bool comma = words_[at].key == ",";
        if (before.is(Portfolio) && next.is(Portfolio) && (at > begin_ + 1 || !comma)) {
            const bool listed = at + 2 < limit_ && (words_[at + 2].key == "and" || words_[at + 2].key == ",");
            return !comma || listed ? at + 1 : at;
        }
        if (comma || next.is(heads) || known_thing(at - 1, at) || known_thing(at + 1, limit_)) {
            return at;
        }
        std::size_t end = at + 1;
        while (next_name(end)) {
            ++end;
        }
        const bool headed = words_[end - 1].is(OrgHead);
        const bool plain = before.is(Common | Portfolio) && !words_[begin_].first;
        return of_ ? (headed ? at : at + 1) : (headed && plain ? at + 1 : at);
    }

    bool known_thing(std::size_t first, std::size_t last) const {
        const Found found = gazetteer_.longest(words_, first, last);
        return found && found.entry->type != Type::Other;
    }

    const Gazetteer& gazetteer_;
    const Words& words_;
    std::size_t begin_;
    std::size_t limit_;
    bool of_ = false;  ///< an organisation's head word and "of" stand before
};

}  // namespace

bool may_begin(const Words& words, std::size_t at, std::size_t limit) {
    const Word& word = words[at];
    if (word.capital) {
        return true;
    }
    return (word.key == "al" || word.key == "el") && at + 2 < limit && words[at + 1].key == "-" &&
           words[at + 1].glued && words[at + 2].glued && words[at + 2].capital;
}

bool particles_begin(const Words& words, std::size_t at, std::size_t limit) {
    constexpr std::size_t most = 3;
    const std::size_t begin = at;
    while (at < limit && at < begin + most && words[at].is(Particle) && !words[at].capital) {
        ++at;
    }
    return at > begin && at < limit && words[at].capital && !words[at].glued;
}

std::size_t chunk_end(const Gazetteer& gazetteer, const Words& words, std::size_t at, std::size_t limit) {
    limit = std::min(limit, at + longest_chunk);
    Joiner joiner(gazetteer, words, at, limit);
    while (at + 1 < limit && !words[at].capital) {
        ++at;
    }
    ++at;
    while (at < limit) {
        const Word& word = words[at];
        // "Navy Capt. Jeff Davis"
        if (word.is(Title) && word.is(Abbreviation) && word.key != "St") {
            break;
        }
        if (word.letters && !word.glued && name_word(word)) {
            ++at;
            continue;
        }
        if (word.letters && !word.glued && word.key.size() <= 4 && word.key[0] >= '0' && word.key[0] <= '9' &&
            words[at - 1].is(MiscHead)) {
            ++at;
            continue;
        }
        const std::size_t next = joiner.joined(at);
        if (next == at) {
            break;
        }
        at = next + 1;
    }
    return at;
}

}  // namespace entities
