// Only the nearest sentence that names anybody is asked, and only if it names one person.
#include "antecedents.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace summarize {
namespace {

constexpr std::size_t farthest = 3;  // sentences back

constexpr std::array<std::string_view, 4> pronouns = {"He", "His", "She", "Her"};
constexpr std::array<std::string_view, 7> of_women = {"Mrs", "Ms", "Miss", "Madame", "Lady", "Queen", "Princess"};
constexpr std::array<std::string_view, 6> of_men = {"Mr", "Sir", "Lord", "King", "Prince", "Father"};

/// True if one of the titles stands in the mention as a word before another.
template <std::size_t Size>
bool has_title(std::string_view mention, const std::array<std::string_view, Size>& titles) {
    return std::any_of(titles.begin(), titles.end(), [&](std::string_view title) {
        const std::size_t at = mention.find(title);
        const std::size_t end = at + title.size();
        return at != mention.npos && (at == 0 || mention[at - 1] == ' ') && end < mention.size() &&
               (mention[end] == ' ' || mention[end] == '.');
    });
}

bool feminine(std::string_view pronoun) {
    return pronoun == "She" || pronoun == "Her";
}

bool contradicts(std::string_view pronoun, const Person& person) {
    return feminine(pronoun) ? has_title(person.mention, of_men) : has_title(person.mention, of_women);
}

}  // namespace

std::string_view leading_pronoun(std::string_view text) {
    const auto found = std::find_if(pronouns.begin(), pronouns.end(), [&](std::string_view pronoun) {
        return text.starts_with(pronoun) && text.size() > pronoun.size() && text[pronoun.size()] == ' ';
    });
    return found == pronouns.end() ? std::string_view() : *found;
}

std::vector<std::string_view> antecedents_of(const std::vector<Sentence>& sentences,
                                             const std::vector<Person>& persons) {
    std::vector<std::string_view> names(sentences.size());
    auto next = persons.begin();
    for (std::uint32_t i = 0; i < sentences.size(); ++i) {
        next = std::find_if(next, persons.end(), [&](const Person& person) { return person.sentence >= i; });
        const std::string_view pronoun = leading_pronoun(sentences[i].text);
        if (pronoun.empty() || next == persons.begin()) {
            continue;
        }
        const Person& last = *(next - 1);
        auto first = next - 1;
        while (first != persons.begin() && (first - 1)->sentence == last.sentence) {
            --first;
        }
        const bool one = std::all_of(first, next, [&](const Person& person) { return person.id == last.id; });
        const bool near = i - last.sentence <= farthest && !last.id.empty();
        // In between, nobody else may have come up: the sentences there must speak of the same one.
        bool spoken_of = true;
        for (std::uint32_t between = last.sentence + 1; between < i; ++between) {
            const std::string_view there = leading_pronoun(sentences[between].text);
            spoken_of = spoken_of && !there.empty() && feminine(there) == feminine(pronoun);
        }
        if (one && near && spoken_of &&
            std::none_of(first, next, [&](const Person& person) { return contradicts(pronoun, person); })) {
            names[i] = last.name;
        }
    }
    return names;
}

}  // namespace summarize
