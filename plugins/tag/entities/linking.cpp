// Places come before persons, as a person's country has to be known.
#include "linking.h"

#include "person_linking.h"
#include "place_linking.h"
#include "user_names.h"

namespace entities {

Linker::Linker(const Gazetteer& gazetteer, const LinkTables& tables) : gazetteer_(gazetteer) {
    roles_.add(tables.roles);
    metonyms_.add(tables.metonyms);
    for (const FactPack& pack : tables.facts) {
        facts_.add(pack.file, pack.text, roles_);
    }
    facts_.build();
}

void Linker::take_user_names(const Words& words, std::vector<Resolved>& mentions) const {
    entities::take_user_names(words, facts_, mentions);
}

std::vector<Linked> Linker::link(const Words& words, std::vector<Resolved> mentions, std::string_view published) const {
    std::vector<Linked> linked;
    linked.reserve(mentions.size());
    for (Resolved& mention : mentions) {
        static_cast<Resolved&>(linked.emplace_back()) = std::move(mention);
    }
    LinkContext context{words, linked};
    link_places(gazetteer_, context);
    link_metonyms(gazetteer_, metonyms_, context);
    link_persons(facts_, roles_, day_range(published), context);
    return linked;
}

}  // namespace entities
