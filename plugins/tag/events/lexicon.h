// What verbs and nouns tell of events: lexicon.tsv, whose head explains its columns.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "verb_forms.h"
#include "words/small_table.h"

namespace events {

using WordSet = words::SmallTable<bool>;

/// A row of the lexicon.
struct Entry {
    std::string_view label;                 ///< PLOVER class, or "INTENT"
    std::vector<std::string_view> targets;  ///< "object" and prepositions, best first
    std::vector<std::string_view> next;     ///< one of which must follow at once; empty: anything may
    const WordSet* has = nullptr;           ///< one of which must follow in the clause; null: nothing need
    const WordSet* subject = nullptr;       ///< one of which must stand before the verb; null: nothing need
    bool infinitive = false;                ///< needs "to" and a verb
    bool gerund = false;                    ///< needs a verb in "-ing" at once
    bool negated = false;                   ///< needs a negation
    bool target_needed = false;
    bool link_needed = false;  ///< of a noun: the target must be tied to it by a preposition
    bool active = false;       ///< of a verb: counts only where it is not passive
    bool passive = false;      ///< of a verb: counts only where it is passive
    bool symmetric = false;
    bool planned = false;  ///< what it tells is still to come
    bool swapped = false;  ///< the subject is the target
    bool courtesy = false;
    std::string place;  ///< "lexicon.tsv:12"

    /// Whether the deed is done to the object of the verb, in the passive to its subject.
    bool acts_on_object() const { return !targets.empty() && targets.front() == "object"; }
};

/// What one word may be.
struct Meaning {
    std::uint8_t form = 0;              ///< bits of Form; 0: no verb
    std::vector<const Entry*> as_verb;  ///< in the order of the lexicon
    std::vector<const Entry*> as_noun;
};

/// Const after loading; may be used by many threads.
class Lexicon {
public:
    /// Keeps the tables by reference. Throws std::runtime_error with file and line if one is malformed.
    Lexicon(std::string_view entries, std::string_view sets, std::string_view verbs);
    Lexicon(const Lexicon&) = delete;
    Lexicon& operator=(const Lexicon&) = delete;

    /// The meaning of a word in lower case; null if it has none.
    const Meaning* find(std::string_view word) const { return meanings_.find(word); }

    /// A set of sets.tsv that the program needs. Throws std::runtime_error if there is none of that name.
    const WordSet& set(std::string_view name) const;

private:
    void read_set(std::string_view name, std::string_view members);
    void read_entry(const std::vector<std::string_view>& columns, const std::string& place);
    void read_condition(Entry& entry, std::string_view condition);
    const WordSet* words_of(std::string_view list, const std::string& place);
    std::string_view keep(std::string text);

    std::deque<Entry> entries_;
    std::deque<WordSet> word_sets_;
    std::deque<std::string> texts_;
    std::unordered_map<std::string_view, const WordSet*> named_sets_;
    words::SmallTable<Meaning> meanings_;
    VerbForms forms_;
};

}  // namespace events
