#include "deciding.h"

#include <algorithm>

#include "dateline.h"
#include "heads.h"
#include "location.h"
#include "offices.h"
#include "reconciling.h"

namespace entities {

namespace {

/// Cities of so many people are seats of governments and institutions rather than clubs: "Brussels said".
constexpr std::int64_t seat = 1'000'000;

class Decider {
public:
    Decider(const Words& words, const Gazetteer& gazetteer, std::span<const Mention> guesses)
        : words_(words), gazetteer_(gazetteer), guesses_(guesses) {
        for (const Mention& guess : guesses) {
            if (guess.type == Type::Person && guess.office.end != 0) {
                offices_.push_back(guess.office);
            }
        }
        std::sort(offices_.begin(), offices_.end(),
                  [](const Range& left, const Range& right) { return left.begin < right.begin; });
    }

    Mention decide(const Labelled& name) {
        Mention mention;
        mention.first = name.first;
        mention.last = end_before_office(name);
        mention.type = name.type;
        mention.confidence = name.confidence;
        mention.support = mention.confidence >= sure ? Support::Cue : Support::Guess;
        mention.evidence = "model";
        if (const Mention* const guess = guess_at(name.first)) {
            mention.office = name.type == Type::Person ? guess->office : Range{};
            mention.at_place = guess->at_place;
            mention.as_person = guess->as_person;
            if (guess->last == name.last && guess->type == name.type) {
                mention.kind = guess->kind;
                mention.evidence = guess->evidence;
                mention.support = std::max(mention.support, guess->support);
                mention.entry = guess->entry;
            }
        }
        const bool cut = mention.last < name.last;
        take_stop(mention);
        take_initials(mention);
        if (mention.entry == nullptr) {
            look_up(mention, cut);
        }
        if (mention.kind.empty() && mention.type != Type::Person) {
            mention.kind = kind_by_head(mention);
            // "Lake Courier" is no lake.
            mention.type = mention.kind == "media" ? Type::Organisation : mention.type;
        }
        taken_ = mention.last;
        return mention;
    }

private:
    const Mention* guess_at(std::uint32_t first) {
        while (next_ < guesses_.size() && guesses_[next_].first < first) {
            ++next_;
        }
        return next_ < guesses_.size() && guesses_[next_].first == first ? &guesses_[next_] : nullptr;
    }

    /// "US" of "US Secretary of State Antony Blinken".
    std::uint32_t end_before_office(const Labelled& name) const {
        const auto office = std::partition_point(offices_.begin(), offices_.end(),
                                                 [&](const Range& range) { return range.begin <= name.first; });
        return office != offices_.end() && office->begin < name.last ? office->begin : name.last;
    }

    /// "A. Lukashenko" at the beginning of a sentence
    void take_initials(Mention& mention) const {
        const std::uint32_t begin = std::max(taken_, words_.sentences()[words_[mention.first].sentence].words.begin);
        while (mention.type == Type::Person && mention.first > begin && words_[mention.first - 1].initial) {
            --mention.first;
        }
    }

    /// "Jr.", "Ltd."; at the end of a sentence the stop may be that of the sentence.
    void take_stop(Mention& mention) const {
        constexpr std::string_view abbreviations[] = {"Jr", "Sr", "Ltd", "Inc", "Co", "Corp", "Bros"};
        const std::uint32_t end = words_.sentences()[words_[mention.first].sentence].words.end;
        if (mention.last + 1 < end && words_[mention.last].glued && words_[mention.last].key == "." &&
            std::find(std::begin(abbreviations), std::end(abbreviations), words_[mention.last - 1].key) !=
                std::end(abbreviations)) {
            ++mention.last;
        }
    }

    void look_up(Mention& mention, bool cut) const {
        const Found found = gazetteer_.longest(words_, mention.first, mention.last);
        if (found && found.last == mention.last &&
            (cut || found.entry->type == mention.type || outweighs(*found.entry, mention))) {
            mention.type = found.entry->type;
            mention.entry = found.entry;
            mention.kind = found.entry->kind;
            mention.evidence = "gazetteer";
            mention.support = Support::Known;
        }
    }

    /// "Turkish" is no place, whatever the model makes of it, "Almaty said" hardly a person, though "Hi David" is, and
    /// the African Union an organisation. Bare surnames that are cities' names as well are tied to their persons later.
    static bool outweighs(const Entry& entry, const Mention& mention) {
        const bool one_word = mention.last == mention.first + 1;
        if (entry.type == Type::Place) {
            return one_word && ((mention.type == Type::Person && mention.confidence < sure) ||
                                (mention.type == Type::Organisation && location_of(entry).population >= seat));
        }
        return entry.kind == "nationality" || (entry.type == Type::Organisation && !one_word);
    }

    /// "Ministry of Health", "Lake Victoria"
    std::string_view kind_by_head(const Mention& mention) const {
        const Lexicon& lexicon = words_.lexicon();
        const std::string_view kind = lexicon.kind(words_[core_end(words_, mention.first, mention.last) - 1].key);
        return kind.empty() ? lexicon.kind(words_[mention.first].key) : kind;
    }

    const Words& words_;
    const Gazetteer& gazetteer_;
    std::span<const Mention> guesses_;
    std::vector<Range> offices_;  ///< of persons, by their beginning
    std::size_t next_ = 0;
    std::uint32_t taken_ = 0;  ///< words before this belong to names already
};

/// Headlines are where models fail: every word has a capital, and what is no name looks like one.
bool in_headline(const Words& words, std::uint32_t word) {
    return words.casing(word) != Casing::Normal;
}

/// True for guesses that overlap [first, last).
bool meets(std::span<const Mention> guesses, std::size_t& next, std::uint32_t first, std::uint32_t last) {
    while (next < guesses.size() && guesses[next].last <= first) {
        ++next;
    }
    return next < guesses.size() && guesses[next].first < last;
}

/// "WHO" and "IS" among capitals are no organisations.
bool is_shouted_word(const Words& words, const Mention& guess) {
    return guess.last == guess.first + 1 && words[guess.first].is(Stop) && words.casing(guess.first) == Casing::Upper;
}

/// A place or a nationality: where these are, the lists know better than the model.
bool is_known_land(const Mention& guess) {
    return guess.entry != nullptr && guess.support == Support::Known &&
           (guess.type == Type::Place || guess.kind == "nationality");
}

/// What only the rules found: kept if the document supports it, and in headlines also by what speaks for it there.
std::vector<Mention> with_guesses(const Words& words, std::span<const Mention> guesses,
                                  std::span<const Mention> mentions) {
    std::vector<Mention> all;
    all.reserve(mentions.size() + guesses.size());
    std::size_t next = 0;
    for (const Mention& guess : guesses) {
        for (; next < mentions.size() && mentions[next].last <= guess.first; ++next) {
            all.push_back(mentions[next]);
        }
        if (next < mentions.size() && mentions[next].first < guess.last) {
            continue;
        }
        Mention& weak = all.emplace_back(guess);
        if (!is_known_land(guess) && (!in_headline(words, guess.first) || is_shouted_word(words, guess))) {
            weak.support = std::min(guess.support, Support::Unknown);
        }
    }
    all.insert(all.end(), mentions.begin() + static_cast<std::ptrdiff_t>(next), mentions.end());
    return all;
}

/// "Heads of State and Government", "Minister of Foreign Affairs"
bool is_office(const Words& words, const Labelled& name) {
    const bool heads = name.last > name.first + 2 && words[name.first].key == "Heads" &&
                       (words[name.first + 2].key == "State" || words[name.first + 2].key == "Government");
    return heads || office_end(words, name.first, name.last) == name.last;
}

/// "Thursday", "Ministers" at the beginning of a sentence, what has no letters, and offices.
bool is_no_name(const Words& words, const Labelled& name) {
    if (name.type == Type::Person) {
        return false;
    }
    bool any = false;
    for (std::uint32_t i = name.first; i < name.last; ++i) {
        any = any || (words[i].letters && !words[i].is(Calendar));
    }
    const bool common = name.last == name.first + 1 && words[name.first].first && words[name.first].is(Common);
    return !any || common || is_office(words, name);
}

/// Names in a headline that no other sentence has, but for the surname of a person within: "Nurtleu Receives Wang".
class DoubtfulNames {
public:
    DoubtfulNames(const Words& words, std::span<const Labelled> names) : words_(words) {
        if (std::none_of(names.begin(), names.end(),
                         [&](const Labelled& name) { return in_headline(words, name.first); })) {
            return;
        }
        surnames_.resize(words.forms().size());
        for (const Labelled& name : names) {
            if (in_headline(words, name.first)) {
                continue;
            }
            elsewhere_.push_back(words.code(name.first, name.last));
            if (name.type == Type::Person) {
                surnames_[words[name.last - 1].form] = true;
            }
        }
        std::sort(elsewhere_.begin(), elsewhere_.end());
    }

    bool has(const Labelled& name) const {
        if (!in_headline(words_, name.first)) {
            return false;
        }
        bool surname = false;
        for (std::uint32_t i = name.first; i < name.last; ++i) {
            surname = surname || surnames_[words_[i].form];
        }
        return surname && !std::binary_search(elsewhere_.begin(), elsewhere_.end(), words_.code(name.first, name.last));
    }

private:
    const Words& words_;
    std::vector<bool> surnames_;   ///< by the number of their form
    std::vector<Hash> elsewhere_;  ///< names in other sentences, sorted
};

}  // namespace

std::vector<Mention> decide(const Words& words, const Gazetteer& gazetteer, std::span<const Labelled> names,
                            std::span<const Mention> guesses) {
    Decider decider(words, gazetteer, guesses);
    const DoubtfulNames doubtful(words, names);
    std::vector<Mention> mentions;
    mentions.reserve(names.size());
    std::size_t next = 0;
    for (const Labelled& name : names) {
        const Mention mention = decider.decide(name);
        if (is_no_name(words, name)) {
            continue;
        }
        if (!doubtful.has(name) || !meets(guesses, next, mention.first, mention.last)) {
            mentions.push_back(mention);
        }
    }
    agree_on_long_names(words, mentions);
    split_organs(words, gazetteer, mentions);
    join_names(words, guesses, mentions);
    mentions = with_guesses(words, guesses, mentions);
    read_datelines(words, gazetteer, mentions);
    return mentions;
}

}  // namespace entities
