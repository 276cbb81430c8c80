// Reads what stands between a country and a person beside it.
#include "affiliation.h"

#include "offices.h"

namespace entities {

namespace {

constexpr std::uint32_t farthest = 14;

bool is_office_word(const Word& word) {
    return word.is(Office | Modifier | Portfolio | OfficeTail | Title);
}

bool is_joint(const Word& word) {
    return !word.letters || word.ending || word.key == "and" || word.key == "of" || word.key == "the" ||
           word.key == "for" || word.key == "counterpart";
}

struct Gap {
    bool plain = true;    ///< nothing stands there but offices and what joins them
    bool office = false;  ///< an office does
};

Gap gap_between(const Words& words, std::uint32_t begin, std::uint32_t end) {
    Gap gap;
    gap.plain = begin <= end && end - begin <= farthest;
    for (std::uint32_t i = begin; gap.plain && i < end; ++i) {
        gap.office = gap.office || words[i].is(Office) || words[i].key == "counterpart";
        gap.plain = is_office_word(words[i]) || is_joint(words[i]);
    }
    return gap;
}

/// "minister of" or "president of the" right before word `at`.
bool office_of_before(const Words& words, std::uint32_t at) {
    at -= at > 0 && words[at - 1].key == "the";
    return at > 1 && words[at - 1].key == "of" && is_office_word(words[at - 2]);
}

bool acts_for(const Words& words, const Resolved& country, const Resolved& person) {
    if (words[country.words.begin].sentence != words[person.words.begin].sentence) {
        return false;
    }
    if (country.words.end <= person.words.begin) {
        const Gap gap = gap_between(words, country.words.end, person.words.begin);
        return gap.plain && (gap.office || office_of_before(words, country.words.begin));
    }
    const Gap gap = gap_between(words, person.words.end, country.words.begin);
    if (!gap.plain || person.words.end >= words.size() || words[person.words.end].key != ",") {
        return false;
    }
    const std::uint32_t end = words.sentences()[words[person.words.begin].sentence].words.end;
    std::uint32_t after = country.words.end;
    after += after < end && words[after].ending;
    const std::size_t office = after < end ? office_end(words, after, end) : after;
    // "Lavrov, Turkish Foreign Minister Fidan" is a list.
    const bool of_another = office < end && words[office].capital;
    return office_of_before(words, country.words.begin) || (office > after && !of_another);
}

}  // namespace

bool is_country(const Resolved& mention) {
    return mention.id.starts_with("country:");
}

std::unordered_map<std::uint32_t, std::uint32_t> affiliations(const Words& words,
                                                              const std::vector<Resolved>& mentions) {
    std::unordered_map<std::uint32_t, std::uint32_t> country_of;
    for (std::size_t i = 0; i + 1 < mentions.size(); ++i) {
        const Resolved& left = mentions[i];
        const Resolved& right = mentions[i + 1];
        if (is_country(left) && right.type == Type::Person && acts_for(words, left, right)) {
            country_of.emplace(right.thing, left.thing);
        } else if (left.type == Type::Person && is_country(right) && acts_for(words, right, left)) {
            country_of.emplace(left.thing, right.thing);
        }
    }
    return country_of;
}

}  // namespace entities
