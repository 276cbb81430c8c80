// How much each kind of evidence counts. Round figures, chosen by hand on one half of the articles that
// `./dev bench summaries` reads; see docs/summaries.md.
#pragma once

#include <cstddef>

namespace summarize {

struct Weights {
    double position = 0.6;  // half of it for the second sentence, a third for the third …

    // What takes away from a sentence that stands alone.
    double leans_back = 0.8;
    double named = 0.1;  // instead, if the person is known whom the pronoun at its beginning means
    double quote_tail = 0.6;
    double unclosed_quote = 0.4;
    double nobodys_quote = 0.3;  // that does not say who speaks

    // What takes away from it wherever it stands.
    double begins_quote = 0.3;
    double question = 0.3;
    double address = 0.1;       // for each word such as "I" and "you", up to two
    double leans_ahead = 1.0;   // "A spokesman said:"
    double caption = 0.6;       // what stands below a picture
    double long_word = 0.15;    // for each word more than the longest good sentence has
    std::size_t shortest = 10;  // words that a good sentence has
    double missing_word = 0.1;  // for each word fewer than the shortest good sentence has
    double list_item = 0.3;

    // For each word: what is told in few is worth more.
    double word = 0.07;            // if sentences are all that is limited: else the longest would be the best
    double word_in_budget = 0.03;  // if words or characters are
};

}  // namespace summarize
