// Ties what a document names to what is known beforehand: countries to ISO 3166 codes, cities to GeoNames ids with
// coordinates, organisations to one id each, persons to who held an office on the day of publication.
#pragma once

#include <string_view>
#include <vector>

#include "facts.h"
#include "gazetteer.h"
#include "link_context.h"
#include "metonyms.h"

namespace entities {

/// A fact pack: the name of its file, for messages, and its text.
struct FactPack {
    std::string file;
    std::string_view text;
};

/// What linking reads beside the gazetteer. All texts are kept by reference.
struct LinkTables {
    std::string_view roles;
    std::string_view metonyms;
    std::vector<FactPack> facts;
};

/// Const after it is made; may be used by many threads at once.
class Linker {
public:
    /// The gazetteer, which may be filled later, is kept by reference. Throws std::runtime_error if a table is
    /// malformed.
    Linker(const Gazetteer& gazetteer, const LinkTables& tables);

    /// What users say of names, carried out on the mentions, which are in text order.
    void take_user_names(const Words& words, std::vector<Resolved>& mentions) const;
    /// `published` is the document's date as its metadata have it; empty if it is not known.
    std::vector<Linked> link(const Words& words, std::vector<Resolved> mentions, std::string_view published) const;

private:
    const Gazetteer& gazetteer_;
    OfficeRoles roles_;
    Metonyms metonyms_;
    Facts facts_;
};

}  // namespace entities
