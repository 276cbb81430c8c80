// Of several things of one name the document decides: what stands after a comma, what it names elsewhere, else the
// largest.
#include "place_linking.h"

#include <set>
#include <unordered_map>

#include "location.h"

namespace entities {

namespace {

constexpr std::string_view metonym = "metonym";

using Candidates = std::vector<const Entry*>;

bool is_body(const Entry& entry) {
    return entry.id.starts_with("country:");
}

/// Those of the mention's type, else a country, which models take for this or that. All of one kind.
Candidates fitting(Candidates candidates, Type type) {
    const auto keep = [&](const auto& fits) {
        Candidates kept;
        for (const Entry* entry : candidates) {
            if (!entry->id.empty() && fits(*entry) && (kept.empty() || entry->kind == kept.front()->kind)) {
                kept.push_back(entry);
            }
        }
        return kept;
    };
    Candidates of_type = keep([&](const Entry& entry) { return entry.type == type; });
    return of_type.empty() ? keep(is_body) : of_type;
}

void set_place(Linked& mention, const Entry& entry) {
    const Location place = location_of(entry);
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

class PlaceLinker {
public:
    PlaceLinker(const Gazetteer& gazetteer, LinkContext& context) : gazetteer_(gazetteer), context_(context) {}

    void run() {
        find_candidates();
        link_certain();
        choose_by_neighbours();
        for (std::size_t i = 0; i < candidates_.size(); ++i) {
            if (candidates_[i].size() > 1) {
                const auto said = said_.find(key_of(i));
                set_place(context_.mentions[i], said != said_.end() ? *said->second : *choose(candidates_[i]));
            }
        }
    }

private:
    std::string key_of(std::size_t i) const {
        const Range words = context_.mentions[i].words;
        return context_.words.key(words.begin, words.end);
    }

    void find_candidates() {
        for (const Linked& mention : context_.mentions) {
            Candidates candidates;
            if (mention.type != Type::Person && !mention.kept_apart) {
                candidates =
                    fitting(gazetteer_.named(context_.words, mention.words.begin, mention.words.end), mention.type);
            }
            // What the document itself defines under this name, or a user has merged, stays.
            const bool known = std::any_of(candidates.begin(), candidates.end(),
                                           [&](const Entry* entry) { return entry->id == mention.id; });
            const bool defined = mention.evidence == "acronym" || mention.evidence == "alias";
            const bool other = is_local(mention.id) ? defined : !known;
            candidates_.push_back(other ? Candidates() : std::move(candidates));
        }
    }

    /// What has no namesakes tells which countries the document is about.
    void link_certain() {
        for (std::size_t i = 0; i < candidates_.size(); ++i) {
            if (candidates_[i].size() == 1) {
                Linked& mention = context_.mentions[i];
                set_place(mention, *candidates_[i].front());
                if (!mention.region.empty() && mention.kind != "city") {
                    named_.insert(mention.region);
                    named_.insert(mention.country);
                }
            }
        }
    }

    /// "Paris, Texas": holds for every Paris of the document.
    void choose_by_neighbours() {
        for (std::size_t i = 0; i < candidates_.size(); ++i) {
            const std::uint32_t end = context_.mentions[i].words.end;
            if (candidates_[i].size() < 2 || end >= context_.words.size() || context_.words[end].key != ",") {
                continue;
            }
            const Linked* next = context_.beginning_at(end + 1);
            if (next == nullptr || next->region.empty() || next->kind == "city" || next->kind == "nationality") {
                continue;
            }
            for (const Entry* entry : candidates_[i]) {
                const Location place = location_of(*entry);
                if (place.region == next->region || place.country == next->region) {
                    said_.emplace(key_of(i), entry);
                    break;
                }
            }
        }
    }

    /// The first is the largest. Another of comparable size is meant if its country is named and that of the first is
    /// not, but nobody means another one than a capital without saying so.
    const Entry* choose(const Candidates& candidates) const {
        constexpr std::int64_t comparable = 10;
        const Location first = location_of(*candidates.front());
        if (first.capital || named_.contains(first.country)) {
            return candidates.front();
        }
        for (const Entry* entry : candidates) {
            const Location place = location_of(*entry);
            const bool part_named = place.region != place.country && named_.contains(place.region);
            const bool large = place.population * comparable >= first.population;
            if (part_named || (large && named_.contains(place.country))) {
                return entry;
            }
        }
        return candidates.front();
    }

    const Gazetteer& gazetteer_;
    LinkContext& context_;
    std::vector<Candidates> candidates_;  ///< of each mention
    std::set<std::string, std::less<>> named_;
    std::unordered_map<std::string, const Entry*> said_;  ///< by the city's name
};

}  // namespace

void link_places(const Gazetteer& gazetteer, LinkContext& context) {
    PlaceLinker(gazetteer, context).run();
}

void link_metonyms(const Gazetteer& gazetteer, const Metonyms& metonyms, LinkContext& context) {
    const Linked* before = nullptr;
    for (Linked& mention : context.mentions) {
        const Entry* country = mention.capital ? gazetteer.by_id("country:" + mention.country) : nullptr;
        const bool listed = before != nullptr && before->words.end + 1 == mention.words.begin;
        if (country != nullptr &&
            metonyms.stands_for_government(context.words, mention.words, listed && before->evidence == metonym)) {
            set_place(mention, *country);
            mention.coordinates.reset();
            mention.evidence = metonym;
        }
        before = &mention;
    }
}

}  // namespace entities
