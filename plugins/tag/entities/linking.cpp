// What users say comes first; places come before persons, as a person's country has to be known.
#include "linking.h"

#include "person_linking.h"
#include "place_linking.h"
#include "user_names.h"

namespace entities {

namespace {

/// With the words that each mention spans.
std::vector<Linked> with_words(const Words& words, std::vector<Resolved> mentions) {
    std::vector<Linked> linked;
    linked.reserve(mentions.size());
    std::uint32_t at = 0;
    for (Resolved& mention : mentions) {
        while (words[at].begin < mention.begin) {
            ++at;
        }
        const std::uint32_t first = at;
        while (at < words.size() && words[at].end <= mention.end) {
            ++at;
        }
        Linked& made = linked.emplace_back();
        static_cast<Resolved&>(made) = std::move(mention);
        made.words = {first, at};
    }
    return linked;
}

}  // namespace

Linker::Linker(const Gazetteer& gazetteer, const LinkTables& tables) : gazetteer_(gazetteer) {
    roles_.add(tables.roles);
    metonyms_.add(tables.metonyms);
    for (const FactPack& pack : tables.facts) {
        facts_.add(pack.file, pack.text, roles_);
    }
    facts_.build();
}

std::vector<Linked> Linker::link(const Words& words, std::vector<Resolved> mentions, std::string_view published) const {
    std::vector<Linked> linked = with_words(words, std::move(mentions));
    LinkContext context{words, linked};
    add_names(facts_, context);
    merge_names(facts_, context);
    keep_names_apart(facts_, context);
    link_places(gazetteer_, context);
    link_metonyms(gazetteer_, metonyms_, context);
    link_persons(facts_, roles_, day_range(published), context);
    return linked;
}

}  // namespace entities
