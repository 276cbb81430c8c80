// Reads the words right before and after a name.
#include "address.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace entities {

namespace {

template <std::size_t Size>
bool one_of(std::string_view key, const std::array<std::string_view, Size>& list) {
    return std::find(list.begin(), list.end(), key) != list.end();
}

constexpr std::array<std::string_view, 14> of_women = {
    "Mrs",   "Ms",       "Miss",    "Madam",       "Madame",     "Lady",          "Dame",
    "Queen", "Princess", "Empress", "spokeswoman", "chairwoman", "congresswoman", "Duchess"};
constexpr std::array<std::string_view, 8> of_men = {"Mr", "Sir", "King", "Prince", "Emperor", "Pope", "Duke", "Emir"};
constexpr std::array<std::string_view, 6> of_reign = {"King", "Queen", "Emperor", "Empress", "Pope", "Patriarch"};
constexpr std::array<std::string_view, 5> female_kin = {"wife", "daughter", "mother", "sister", "widow"};
constexpr std::array<std::string_view, 4> male_kin = {"husband", "son", "father", "brother"};

Gender gender_of(std::string_view key) {
    if (one_of(key, of_women) || one_of(key, female_kin)) {
        return Gender::Woman;
    }
    return one_of(key, of_men) || one_of(key, male_kin) ? Gender::Man : Gender::Unknown;
}

bool is_kin(std::string_view key) {
    return one_of(key, female_kin) || one_of(key, male_kin);
}

/// Where the words before the name begin that say who it is: over titles, offices and commas, within the sentence.
std::uint32_t before_titles(const Words& words, const Mention& mention) {
    constexpr std::uint32_t farthest = 8;
    std::uint32_t at = mention.first;
    while (at > 0 && mention.first - at < farthest && words[at - 1].sentence == words[mention.first].sentence) {
        const Word& word = words[at - 1];
        const bool of_title = word.is(Office | Modifier | OfficeTail | Title) || word.key == "." || word.key == "the";
        if (!of_title || is_kin(word.key)) {
            break;
        }
        --at;
    }
    return at;
}

/// The word of kinship that leads to a name at `at`: "his wife Brigitte", "her son, Erik", "son of the general
/// Ousmane".
std::string_view kin_before(const Words& words, std::uint32_t at) {
    const bool joined = at > 1 && (words[at - 1].key == "," || words[at - 1].key == "of");
    const std::uint32_t end = joined ? at - 1 : at;
    return end > 0 && is_kin(words[end - 1].key) ? words[end - 1].key : std::string_view();
}

}  // namespace

Address address_of(const Words& words, const Mention& mention) {
    Address address;
    const std::uint32_t at = before_titles(words, mention);
    for (std::uint32_t i = at; i < mention.first; ++i) {
        const Gender gender = gender_of(words[i].key);
        address.gender = gender == Gender::Unknown ? address.gender : gender;
    }
    address.reigning = mention.first > at && one_of(words[mention.first - 1].key, of_reign);
    if (at > 0 && words[at - 1].sentence == words[mention.first].sentence) {
        const std::string_view kin = kin_before(words, at);
        address.relative = !kin.empty();
        const bool is_kin_itself = address.gender == Gender::Unknown && words[at - 1].key != "of";
        address.gender = is_kin_itself ? gender_of(kin) : address.gender;
    }
    return address;
}

}  // namespace entities
