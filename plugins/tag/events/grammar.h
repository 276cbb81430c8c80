// Whether a word is a verb where it stands, told without a tagger from the lexicon and the closed classes of English.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "actors.h"
#include "lexicon.h"
#include "words/words.h"

namespace events {

/// A document as the search for events sees it.
struct Reading {
    const words::Words& words;
    const Actors& actors;
    const WordSet& state;                  ///< nouns for those who act for a state: "police", "government"
    const WordSet& people;                 ///< nouns for others: "protesters", "rebels"
    const WordSet& opponents;              ///< those of them who oppose a government
    const WordSet& nature;                 ///< "earthquake"
    const WordSet& off_topic;              ///< of sport and markets: "cup", "yen"
    std::vector<const Meaning*> meanings;  ///< for each word; null where the lexicon does not have it

    std::string_view lower(std::uint32_t at) const { return words[at].lower; }
};

/// Whether the word begins with a digit.
bool is_number(const Reading& reading, std::uint32_t at);

/// Whether "May" or "March" is a month: "in May", "5 March", "March 2024".
bool is_month(const Reading& reading, std::uint32_t at, words::Span sentence);

/// The word before `at`, over adverbs and "not"; `words::none` if there is none from `first` on.
std::uint32_t word_before(const Reading& reading, std::uint32_t at, std::uint32_t first);

/// Whether the word at `at` is a verb that a clause which begins at `first` can rest on: no participle that only
/// describes a noun ("rebels backed by Rwanda"), no noun of the same form ("Turkish air strikes").
bool is_verb(const Reading& reading, std::uint32_t at, words::Span clause);

/// The first verb or auxiliary of a clause; `words::none` if it has none.
std::uint32_t first_verb(const Reading& reading, words::Span clause);

/// Whether a form of "be" governs the participle at `at`.
bool is_passive(const Reading& reading, std::uint32_t at, std::uint32_t first);

/// Whether the verb at `at` is negated: "did not sign", "has no plans to sign", "asked neither".
bool is_negated(const Reading& reading, std::uint32_t at, words::Span clause);

}  // namespace events
