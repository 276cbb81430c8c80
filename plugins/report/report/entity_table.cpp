// Counts persons, places and organisations over all documents.
#include "entity_table.h"

#include <cstring>
#include <stdexcept>
#include <tuple>
#include <utility>

#include "pages/html.h"

namespace report {

namespace {

constexpr std::size_t longest_name = 200;

void put_number(std::string& bytes, std::uint64_t number) {
    char raw[sizeof number];
    std::memcpy(raw, &number, sizeof number);
    bytes.append(raw, sizeof number);
}

void put_text(std::string& bytes, std::string_view text) {
    put_number(bytes, text.size());
    bytes += text;
}

std::string_view take(std::string_view& bytes, std::uint64_t size) {
    if (size > bytes.size()) {
        throw std::runtime_error("a record of the spool is cut short");
    }
    const std::string_view taken = bytes.substr(0, size);
    bytes.remove_prefix(size);
    return taken;
}

std::uint64_t take_number(std::string_view& bytes) {
    std::uint64_t number = 0;
    std::memcpy(&number, take(bytes, sizeof number).data(), sizeof number);
    return number;
}

std::string take_text(std::string_view& bytes) {
    return std::string(take(bytes, take_number(bytes)));
}

}  // namespace

std::map<std::string, Sighting> sightings_of(const Article& article) {
    std::map<std::string, Sighting> sightings;
    for (const Mention& mention : article.mentions) {
        Sighting& sighting = sightings[entity_key(mention.type, mention.entity_id, mention.name)];
        if (sighting.mentions++ == 0) {
            // A country is a place, even where the text first has "Kazakh".
            const bool is_country = mention.entity_id.starts_with("country:");
            sighting.name = in_brief(mention.name, longest_name);
            sighting.type = is_country ? "LOC" : mention.type;
            sighting.kind = is_country ? "country" : mention.kind;
            sighting.document = article.number;
            sighting.sentence = sentence_at(article, mention.start);
        }
    }
    return sightings;
}

std::string pack(const Sighting& sighting) {
    std::string bytes;
    put_text(bytes, sighting.name);
    put_text(bytes, sighting.type);
    put_text(bytes, sighting.kind);
    put_number(bytes, sighting.mentions);
    put_number(bytes, sighting.document);
    put_number(bytes, sighting.sentence);
    return bytes;
}

Sighting unpack_sighting(std::string_view bytes) {
    Sighting sighting;
    sighting.name = take_text(bytes);
    sighting.type = take_text(bytes);
    sighting.kind = take_text(bytes);
    sighting.mentions = take_number(bytes);
    sighting.document = take_number(bytes);
    sighting.sentence = take_number(bytes);
    return sighting;
}

bool EntityTable::MoreDocuments::operator()(const Entity& a, const Entity& b) const {
    return std::tie(b.documents, b.mentions, a.name, a.key) < std::tie(a.documents, a.mentions, b.name, b.key);
}

void EntityTable::add(std::string_view key, const Sighting& sighting) {
    if (!open_ || open_->key != key) {
        finish();
        ++different_;
        open_ = Entity{std::string(key), sighting.name, sighting.type, sighting.kind, 0, 0, {}};
    }
    ++open_->documents;
    open_->mentions += sighting.mentions;
    if (open_->places.size() < most_places_) {
        open_->places.push_back({sighting.document, sighting.sentence});
    }
}

void EntityTable::finish() {
    if (!open_) {
        return;
    }
    keys_.insert(open_->key);
    best_.insert(std::move(*open_));
    open_.reset();
    if (best_.size() > most_) {
        const auto last = std::prev(best_.end());
        keys_.erase(last->key);
        best_.erase(last);
    }
}

std::vector<const Entity*> EntityTable::entities() const {
    std::vector<const Entity*> entities;
    for (const Entity& entity : best_) {
        entities.push_back(&entity);
    }
    return entities;
}

}  // namespace report
