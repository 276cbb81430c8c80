// Matches a determiner, a number and a noun from a short list.
#include "collective_phrases.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "string_table.h"

namespace entities {

namespace {

/// A noun for a group. Without "both" or a number, "the" is enough for few of them.
struct Noun {
    std::string_view word;
    std::string_view kind;
    Group group;
    std::uint32_t count_after_the;  ///< how many "the sides" are; `any`, or `no` if "the" is not enough
};

constexpr std::uint32_t any = 0;
constexpr std::uint32_t no = UINT32_MAX;

constexpr Noun nouns[] = {
    {"countries", "countries", Group::Countries, no},
    {"nations", "countries", Group::Countries, no},
    {"states", "countries", Group::Countries, no},
    {"republics", "countries", Group::Countries, no},
    {"neighbours", "countries", Group::Countries, no},
    {"neighbors", "countries", Group::Countries, no},
    {"governments", "countries", Group::Countries, no},
    {"sides", "sides", Group::Sides, 2},
    {"parties", "parties", Group::Sides, any},
    {"delegations", "sides", Group::Sides, no},
    {"organisations", "organisations", Group::Organisations, no},
    {"organizations", "organisations", Group::Organisations, no},
    {"institutions", "organisations", Group::Organisations, no},
    {"agencies", "organisations", Group::Organisations, no},
    {"companies", "organisations", Group::Organisations, no},
    {"leaders", "leaders", Group::Leaders, any},
    {"presidents", "presidents", Group::Presidents, any},
    {"premiers", "prime ministers", Group::Premiers, any},
    {"ministers", "ministers", Group::Ministers, any},
    {"diplomats", "persons", Group::Persons, no},
    {"envoys", "persons", Group::Persons, no},
    {"officials", "persons", Group::Persons, no},
    {"politicians", "persons", Group::Persons, no},
    {"ambassadors", "persons", Group::Persons, no},
    {"negotiators", "persons", Group::Persons, no},
    {"men", "persons", Group::Persons, no},
    {"pair", "persons", Group::Persons, 2},
    {"duo", "persons", Group::Persons, 2},
    {"trio", "persons", Group::Persons, 3},
};

const Noun* noun_of(const Word& word) {
    static const StringTable numbers = [] {
        StringTable table;
        for (std::uint32_t i = 0; i < std::size(nouns); ++i) {
            table.at(nouns[i].word) = i;
        }
        return table;
    }();
    const std::uint32_t number = numbers.find(word.code);
    return number == StringTable::none ? nullptr : &nouns[number];
}

/// What "the two" do when no noun follows.
constexpr std::string_view verbs[] = {"also",   "met",   "meet",  "discussed", "agreed", "spoke", "talked",
                                      "signed", "shook", "held",  "exchanged", "had",    "have",  "were",
                                      "are",    "will",  "would", "last",      "then",   "did"};

template <std::size_t Size>
bool one_of(std::string_view key, const std::string_view (&list)[Size]) {
    return std::find(std::begin(list), std::end(list), key) != std::end(list);
}

std::uint32_t number(std::string_view key) {
    static constexpr std::string_view numbers[] = {"two", "three", "four", "five", "six"};
    const auto* const found = std::find(std::begin(numbers), std::end(numbers), key);
    return found == std::end(numbers) ? 0 : static_cast<std::uint32_t>(found - std::begin(numbers)) + 2;
}

/// One phrase, read from left to right, from its determiner on.
class Reader {
public:
    Reader(const Words& words, std::uint32_t begin, std::uint32_t limit)
        : words_(words), begin_(begin), at_(begin), limit_(limit) {}

    std::optional<Phrase> read() {
        if (!read_count()) {
            return std::nullopt;
        }
        read_adjectives();
        const Noun* noun = noun_at(at_);
        if (noun == nullptr) {
            return counted_ && at_ == after_number_ ? the_two() : std::nullopt;
        }
        if (!counted_ && noun->count_after_the == no) {
            return std::nullopt;
        }
        Phrase phrase{{begin_, at_ + 1}, noun->kind, noun->group, counted_ ? count_ : noun->count_after_the};
        if (prime_) {
            phrase.kind = "prime ministers";
            phrase.group = Group::Premiers;
        }
        read_of_state(phrase);
        return goes_on(phrase) ? std::nullopt : std::optional(phrase);
    }

private:
    std::string_view key(std::uint32_t at) const { return at < limit_ ? words_[at].key : std::string_view(); }

    /// "both", "the two", "their three", "the"
    bool read_count() {
        const std::string_view first = key(at_++);
        if (first == "both" || first == "Both") {
            counted_ = true;
            count_ = 2;
            at_ += key(at_) == "the";
        } else {
            count_ = number(key(at_));
            counted_ = count_ != 0;
            at_ += counted_;
            after_number_ = at_;
        }
        return counted_ || first == "the" || first == "The";
    }

    /// "the two neighbouring countries"; after "the" alone only those of ministers.
    void read_adjectives() {
        constexpr std::uint32_t most = 2;
        for (std::uint32_t count = 0; count < most && at_ + 1 < limit_; ++count) {
            const Word& word = words_[at_];
            const bool of_office = word.is(Portfolio | Modifier) && !word.capital;
            const bool adjective = counted_ ? word.letters && !word.is(Stop) && !word.is(Calendar) : of_office;
            if (!adjective || noun_at(at_) != nullptr || head_of(at_)) {
                break;
            }
            const bool noun_follows = noun_at(at_ + 1) != nullptr || (count == 0 && noun_at(at_ + 2) != nullptr);
            if (!noun_follows) {
                break;
            }
            prime_ = word.key == "prime";
            ++at_;
        }
    }

    bool head_of(std::uint32_t at) const { return key(at) == "heads"; }

    const Noun* noun_at(std::uint32_t at) const {
        static constexpr Noun heads{"heads", "leaders", Group::Leaders, any};
        if (at >= limit_ || !words_[at].letters || words_[at].capital) {
            return nullptr;
        }
        if (head_of(at) && key(at + 1) == "of" && (key(at + 2) == "state" || key(at + 2) == "government")) {
            return &heads;
        }
        return noun_of(words_[at]);
    }

    void read_of_state(Phrase& phrase) {
        if (head_of(at_)) {
            phrase.words.end = at_ + 3;
        }
    }

    /// "The two discussed a truce."
    std::optional<Phrase> the_two() const {
        if (one_of(key(at_), verbs)) {
            return Phrase{{begin_, at_}, "persons", Group::Persons, count_};
        }
        return std::nullopt;
    }

    /// "the leaders of Yemen" are named by what follows, "the parties to the treaty" are others.
    bool goes_on(const Phrase& phrase) const {
        const std::string_view next = key(phrase.words.end);
        const bool of = next == "of" && !(phrase.group == Group::Countries && counted_);
        return of || next == "to" || (!counted_ && (next == "from" || next == "who" || next == "that"));
    }

    const Words& words_;
    std::uint32_t begin_;
    std::uint32_t at_;
    std::uint32_t limit_;
    std::uint32_t after_number_ = 0;
    std::uint32_t count_ = 0;
    bool counted_ = false;
    bool prime_ = false;
};

}  // namespace

std::vector<Phrase> collective_phrases(const Words& words) {
    std::vector<Phrase> phrases;
    for (const Sentence& sentence : words.sentences()) {
        std::uint32_t taken = sentence.words.begin;
        for (std::uint32_t at = sentence.words.begin; at < sentence.words.end; ++at) {
            if (words[at].determiner && at >= taken) {
                if (const auto phrase = Reader(words, at, sentence.words.end).read()) {
                    phrases.push_back(*phrase);
                    taken = phrase->words.end;
                }
            }
        }
    }
    return phrases;
}

}  // namespace entities
