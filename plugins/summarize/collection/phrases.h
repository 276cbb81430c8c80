// The keyphrases of a collection: those of many documents, on many days.
#pragma once

#include <attache/plugin.hpp>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace summarize {

struct CollectionPhrase {
    std::string form;  ///< by which it is the same: in folded case, without punctuation
    std::string text;  ///< as the first document has it
    std::uint64_t documents = 0;
    std::uint64_t days = 0;  ///< on how many these appeared
    double score = 0;
};

/// Puts the keyphrases of a document into the spool, under keys that begin with `mark`. `published`: its date, in ISO
/// 8601 or empty; `line`: its number in documents.jsonl.
void put_phrases(const attache::Layer& phrases, std::string_view published, std::uint64_t line, char mark,
                 attache::Output& output);

/// Counts what comes back, phrase by phrase and day by day. What a phrase scores is the sum, over the days, of the root
/// of the day's sum of its scores: a phrase of many days is worth more than one of as many documents of a single day,
/// which may be reprints. Memory does not grow with the number of phrases.
class PhraseTable {
public:
    explicit PhraseTable(char mark) : mark_(mark) {}

    /// `record` as the spool gives it; false if it is no phrase.
    bool add(const attache::Output::Record& record);

    /// The `most` best that at least `documents` documents have, best first; of two of which one holds the other's
    /// words the better one. Those with a form in `but` are left out.
    std::vector<CollectionPhrase> best(std::size_t most, std::uint64_t documents,
                                       const std::vector<std::string>& but = {});

private:
    void end_day();
    void end_phrase();
    void prune();

    char mark_;
    std::vector<CollectionPhrase> phrases_;
    CollectionPhrase open_;
    std::string day_;
    double day_score_ = 0;
};

}  // namespace summarize
