// Of several things of one name the document decides: what stands after a comma, what it names elsewhere, else the
// largest.
#include "place_linking.h"

#include <algorithm>
#include <deque>
#include <set>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>

#include "groups.h"
#include "location.h"

namespace entities {

namespace {

constexpr std::string_view metonym = "metonym";

using Candidates = std::vector<const Entry*>;

bool is_body(const Entry& entry) {
    return entry.id.starts_with("country:");
}

/// Leaves those of the mention's type, else a country, which models take for this or that. All of one kind.
void keep_fitting(Candidates& candidates, Type type) {
    const bool any_of_type = std::any_of(candidates.begin(), candidates.end(),
                                         [&](const Entry* entry) { return entry->type == type && !entry->id.empty(); });
    std::string_view kind;
    bool first = true;
    std::erase_if(candidates, [&](const Entry* entry) {
        const bool fits = !entry->id.empty() && (any_of_type ? entry->type == type : is_body(*entry)) &&
                          (first || entry->kind == kind);
        kind = fits ? entry->kind : kind;
        first = first && !fits;
        return !fits;
    });
}

void set_place(Linked& mention, const Entry& entry, const Location& place) {
    mention.id = entry.id;
    mention.name = entry.name;
    mention.kind = entry.kind;
    mention.country = place.country;
    mention.region = place.region;
    mention.capital = place.capital;
    if (place.located) {
        mention.coordinates = {place.latitude, place.longitude};
    }
}

/// All things of one name that mentions of one type may mean; the first is the largest.
struct Named {
    Candidates candidates;
    Location first;
};

class PlaceLinker {
public:
    PlaceLinker(const Gazetteer& gazetteer, LinkContext& context) : gazetteer_(gazetteer), context_(context) {}

    void run() {
        find_candidates();
        link_certain();
        choose_by_neighbours();
        for (const auto& [i, named] : open_) {
            Linked& mention = context_.mentions[i];
            const auto said = said_.find(text_of(mention));
            const Entry& entry = said != said_.end() ? *said->second : choose(*named);
            set_place(mention, entry, location_of(entry));
        }
    }

private:
    Hash text_of(const Linked& mention) const { return context_.words.code(mention.words.begin, mention.words.end); }

    void find_candidates() {
        std::vector<Keyed> names;
        names.reserve(context_.mentions.size());
        for (std::uint32_t i = 0; i < context_.mentions.size(); ++i) {
            const Linked& mention = context_.mentions[i];
            if (mention.type != Type::Person && mention.kind != coordinates_kind && !mention.kept_apart) {
                names.push_back({mixed(static_cast<Hash>(mention.type), text_of(mention)), i});
            }
        }
        for_each_group(names, [&](std::span<const Keyed> same) {
            const Linked& one = context_.mentions[same.front().mention];
            Candidates candidates = gazetteer_.named(context_.words, one.words.begin, one.words.end);
            keep_fitting(candidates, one.type);
            if (candidates.empty()) {
                return;
            }
            const Location first = location_of(*candidates.front());
            const Named& named = named_.emplace_back(Named{std::move(candidates), first});
            for (const Keyed& other : same) {
                if (may_be(context_.mentions[other.mention], named.candidates)) {
                    (named.candidates.size() == 1 ? certain_ : open_).emplace_back(other.mention, &named);
                }
            }
        });
        std::sort(open_.begin(), open_.end());
    }

    /// What the document itself defines under this name, or a user has merged, stays.
    static bool may_be(const Linked& mention, const Candidates& candidates) {
        if (is_local(mention.id)) {
            return mention.evidence != "acronym" && mention.evidence != "alias";
        }
        return std::any_of(candidates.begin(), candidates.end(),
                           [&](const Entry* entry) { return entry->id == mention.id; });
    }

    /// What has no namesakes tells which countries the document is about.
    void link_certain() {
        const Named* last = nullptr;
        for (const auto& [i, named] : certain_) {
            const Entry& entry = *named->candidates.front();
            set_place(context_.mentions[i], entry, named->first);
            if (named != last && !named->first.region.empty() && entry.kind != "city") {
                countries_.insert(named->first.country);
                if (named->first.region != named->first.country) {
                    countries_.insert(named->first.region);
                }
            }
            last = named;
        }
    }

    /// "Paris, Texas": holds for every Paris of the document.
    void choose_by_neighbours() {
        for (const auto& [i, named] : open_) {
            const Linked& mention = context_.mentions[i];
            const std::uint32_t end = mention.words.end;
            if (end >= context_.words.size() || context_.words[end].key != ",") {
                continue;
            }
            const Linked* next = context_.beginning_at(end + 1);
            if (next == nullptr || next->region.empty() || next->kind == "city" || next->kind == "nationality") {
                continue;
            }
            for (const Entry* entry : named->candidates) {
                const Location place = location_of(*entry);
                if (place.region == next->region || place.country == next->region) {
                    said_.emplace(text_of(mention), entry);
                    break;
                }
            }
        }
    }

    /// Another one of comparable size than the first is meant if its country is named and that of the first is not,
    /// but nobody means another one than a capital without saying so.
    const Entry& choose(const Named& named) const {
        constexpr std::int64_t comparable = 10;
        const Entry& first = *named.candidates.front();
        if (named.first.capital || countries_.contains(named.first.country)) {
            return first;
        }
        for (const Entry* entry : named.candidates) {
            const Location place = location_of(*entry);
            const bool part_named = place.region != place.country && countries_.contains(place.region);
            const bool large = place.population * comparable >= named.first.population;
            if (part_named || (large && countries_.contains(place.country))) {
                return *entry;
            }
        }
        return first;
    }

    const Gazetteer& gazetteer_;
    LinkContext& context_;
    std::deque<Named> named_;
    std::vector<std::pair<std::uint32_t, const Named*>> certain_;  ///< mentions of what has no namesakes
    std::vector<std::pair<std::uint32_t, const Named*>> open_;     ///< and of what has
    std::set<std::string_view> countries_;                         ///< and their parts that the document names
    std::unordered_map<Hash, const Entry*> said_;                  ///< by the city's name
};

}  // namespace

void link_places(const Gazetteer& gazetteer, LinkContext& context) {
    for (Linked& mention : context.mentions) {
        if (mention.kind == coordinates_kind) {
            mention.coordinates = read_coordinates(context.words.text(mention.words.begin, mention.words.end));
        }
    }
    PlaceLinker(gazetteer, context).run();
}

void link_metonyms(const Gazetteer& gazetteer, const Metonyms& metonyms, LinkContext& context) {
    const Linked* before = nullptr;
    for (Linked& mention : context.mentions) {
        const Entry* country =
            mention.capital ? gazetteer.by_id(std::string("country:").append(mention.country)) : nullptr;
        const bool listed = before != nullptr && before->words.end + 1 == mention.words.begin;
        if (country != nullptr &&
            metonyms.stands_for_government(context.words, mention.words, listed && before->evidence == metonym)) {
            set_place(mention, *country, location_of(*country));
            mention.coordinates.reset();
            mention.evidence = metonym;
        }
        before = &mention;
    }
}

}  // namespace entities
