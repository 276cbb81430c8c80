// Counts persons, places and organisations over all documents, and keeps those in most documents.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "article.h"

namespace report {

/// What one document says of one thing.
struct Sighting {
    std::string name;
    std::string type;
    std::string kind;
    std::uint64_t mentions = 0;
    std::uint64_t document = 0;
    std::uint64_t sentence = 0;  ///< of the first mention, from 1; 0 if in none
};

/// The sightings of a document by entity_key.
std::map<std::string, Sighting> sightings_of(const Article& article);

std::string pack(const Sighting& sighting);

/// Throws std::runtime_error if the bytes are not those of `pack`.
Sighting unpack_sighting(std::string_view bytes);

struct Place {
    std::uint64_t document = 0;
    std::uint64_t sentence = 0;
};

struct Entity {
    std::string key;
    std::string name;
    std::string type;
    std::string kind;
    std::uint64_t documents = 0;
    std::uint64_t mentions = 0;
    std::vector<Place> places;  ///< the first documents that have it
};

/// Takes sightings in the order of their keys; memory grows with `most`, not with what it is given.
class EntityTable {
public:
    EntityTable(std::size_t most, std::size_t most_places) : most_(most), most_places_(most_places) {}

    void add(std::string_view key, const Sighting& sighting);
    void finish();

    /// After `finish`: those kept, in most documents first.
    std::vector<const Entity*> entities() const;
    bool holds(std::string_view key) const { return keys_.find(key) != keys_.end(); }
    std::uint64_t different() const { return different_; }

private:
    struct MoreDocuments {
        bool operator()(const Entity& a, const Entity& b) const;
    };

    std::size_t most_;
    std::size_t most_places_;
    std::uint64_t different_ = 0;
    std::optional<Entity> open_;
    std::set<Entity, MoreDocuments> best_;
    std::set<std::string, std::less<>> keys_;
};

}  // namespace report
