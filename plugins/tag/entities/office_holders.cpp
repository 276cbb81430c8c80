// Looks for offices inside the spans of persons, before and after them.
#include "office_holders.h"

#include <algorithm>

#include "address.h"
#include "offices.h"
#include "person_name.h"

namespace entities {

namespace {

constexpr std::uint32_t longest_office = 16;

/// "the", "'s", and the comma that an office cut off has left.
void cut_edges(const Words& words, Mention& mention) {
    if (mention.entry == nullptr && mention.first + 1 < mention.last &&
        (words[mention.first].key == "the" || words[mention.first].key == "The")) {
        mention.article = words[mention.first].key == "The" && mention.type != Type::Person;
        ++mention.first;
    }
    const auto ends_name = [](const Word& word) { return word.ending || word.key == "'" || word.key == ","; };
    while (mention.first + 1 < mention.last && ends_name(words[mention.last - 1])) {
        --mention.last;
    }
}

/// "Dana Whitfield, Foreign Office Minister" is a name and an office; "Jr." behind a comma is of the name.
void cut_apposition(const Words& words, Mention& mention) {
    for (std::uint32_t i = mention.first + 1; i + 1 < mention.last; ++i) {
        const std::string_view next = words[i + 1].key;
        if (words[i].key == "," && next != "Jr" && next != "Sr") {
            mention.last = i;
        }
    }
}

/// "President Sandu" is a title and a name.
void cut_titles(const Words& words, Mention& mention) {
    while (mention.first + 1 < mention.last && !words[mention.first].is(Given | Surname)) {
        const std::size_t office = office_end(words, mention.first, mention.last);
        const std::size_t end = title_end(words, office, mention.last);
        if (end == mention.first || end >= mention.last) {
            return;
        }
        if (office > mention.first && mention.office.end == 0) {
            mention.office = {mention.first, narrow(office)};
        }
        mention.first = narrow(end);
    }
}

/// "Madam Speaker" names nobody.
bool is_addressed_office(const Words& words, const Mention& mention, std::uint32_t begin) {
    return mention.first > begin && office_end(words, mention.first, mention.last) == mention.last;
}

/// "King Albert" may be the first.
void take_number(const Words& words, Mention& mention) {
    if (mention.last < words.size() && words[mention.last].sentence == words[mention.first].sentence &&
        is_roman_number(words[mention.last].key) && address_of(words, mention).reigning) {
        ++mention.last;
    }
}

/// The longest office that ends right before word `end`, titles aside: "Foreign Minister Dr."
Range office_before(const Words& words, std::uint32_t end) {
    Range found;
    const std::uint32_t sentence = words[end].sentence;
    for (std::uint32_t at = end; at > 0 && end - at < longest_office && words[at - 1].sentence == sentence;) {
        const Word& word = words[--at];
        const bool inside = word.is(Office | Modifier | Portfolio | OfficeTail | Title) || word.key == "and" ||
                            word.key == "of" || word.key == "for" || word.key == "the" || word.key == "&" ||
                            (!word.letters && word.glued && word.key != ",");
        if (!inside) {
            break;
        }
        const std::size_t office = office_end(words, at, end);
        if (office > at && title_end(words, office, end) == end) {
            found = {at, narrow(office)};
        }
    }
    return found;
}

/// "The President of Kazakhstan, Tokayev", "Prime Minister of the Kingdom of Cambodia Hun Manet": the office ends
/// before "of" and the mention of what it is of.
Range office_over(const Words& words, const Mention& whose, std::uint32_t name) {
    const std::uint32_t gap_end = name > 0 && words[name - 1].key == "," ? name - 1 : name;
    std::uint32_t at = whose.first;
    if (whose.last != gap_end || whose.type == Type::Person || words[at].sentence != words[name].sentence) {
        return {};
    }
    at -= at > 0 && words[at - 1].key == "the";
    return at > 0 && words[at - 1].key == "of" ? office_before(words, at - 1) : Range{};
}

/// Offices stand before bare names of whatever type; after them, only persons' are looked for.
Range office_beside(const Words& words, const std::vector<Mention>& mentions, std::size_t i) {
    const Mention& mention = mentions[i];
    Range office = office_before(words, mention.first);
    if (mention.type != Type::Person) {
        return office;
    }
    const bool full_name = mention.last > mention.first + 1;
    if (office.end == 0 && full_name && mention.first > 0 && words[mention.first - 1].key == ",") {
        office = office_before(words, mention.first - 1);
    }
    if (office.end == 0 && i > 0) {
        office = office_over(words, mentions[i - 1], mention.first);
    }
    return office.end != 0
               ? office
               : apposed_office(words, mention.last, words.sentences()[words[mention.first].sentence].words.end);
}

/// "Foreign Affairs" of a minister of foreign affairs.
void erase_parts_of_offices(std::vector<Mention>& mentions) {
    std::vector<Range> offices;
    for (const Mention& mention : mentions) {
        if (mention.type == Type::Person && mention.office.end != 0) {
            offices.push_back(mention.office);
        }
    }
    std::erase_if(mentions, [&](const Mention& mention) {
        return mention.type == Type::Organisation && mention.entry == nullptr &&
               std::any_of(offices.begin(), offices.end(), [&](const Range& office) {
                   return mention.first >= office.begin && mention.last <= office.end;
               });
    });
}

}  // namespace

void separate_offices(const Words& words, std::vector<Mention>& mentions) {
    for (std::size_t i = 0; i < mentions.size(); ++i) {
        Mention& mention = mentions[i];
        cut_edges(words, mention);
        if (mention.type == Type::Person) {
            const std::uint32_t begin = mention.first;
            cut_apposition(words, mention);
            cut_titles(words, mention);
            if (is_addressed_office(words, mention, begin)) {
                mention.type = Type::None;
                continue;
            }
            take_number(words, mention);
        }
        const bool may_be_person = mention.type == Type::Person || mention.last == mention.first + 1;
        if (may_be_person && mention.office.end == 0) {
            mention.office = office_beside(words, mentions, i);
        }
    }
    erase_parts_of_offices(mentions);
}

}  // namespace entities
