// Compares counts of words with what is usual: in English news some 40 of 100 words are function words, and 15 have a
// capital.
#include "doubts.h"

#include "letters.h"

namespace entities {

namespace {

constexpr std::size_t fewest_words = 20;

struct Counts {
    std::size_t words = 0;
    std::size_t function_words = 0;
    std::size_t capital = 0;
    std::size_t all_capitals = 0;
    std::size_t not_latin = 0;
};

Counts count(const Words& words) {
    Counts counts;
    for (const Words::Known& known : words.forms()) {
        if (known.form == nullptr || !known.form->letters || known.form->digit) {
            continue;
        }
        const Form& form = *known.form;
        counts.words += known.count;
        counts.function_words += form.is(Stop) ? known.count : 0;
        counts.capital += form.capital ? known.count : 0;
        counts.all_capitals += form.all_capitals ? known.count : 0;
        counts.not_latin += begins_latin(form.key) ? 0 : known.count;
    }
    return counts;
}

std::string share(std::size_t part, const Counts& counts) {
    return std::to_string(part) + " of " + std::to_string(counts.words) + " words";
}

}  // namespace

std::string doubt_about(const Words& words) {
    constexpr std::size_t usual_function_words = 7;  // one word in so many, at the least
    const Counts counts = count(words);
    if (counts.words < fewest_words) {
        return {};
    }
    if (counts.not_latin > counts.words / 2) {
        return share(counts.not_latin, counts) + " are in another script than Latin; few of the names are found";
    }
    if (counts.all_capitals > counts.words / 2) {
        return share(counts.all_capitals, counts) + " are in capitals, which tell no names; the entities are unsure";
    }
    if (counts.capital * 100 < counts.words) {
        return share(counts.capital, counts) + " have a capital, so names look like other words; few of them are found";
    }
    if (counts.function_words * usual_function_words < counts.words) {
        return "only " + share(counts.function_words, counts) +
               " are English function words: another language, a table or a list; the entities are unsure";
    }
    return {};
}

}  // namespace entities
