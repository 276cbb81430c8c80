// tag/entities: named things in a document, from sentences and tokens.
#include <attache/plugin.hpp>
#include <cmath>
#include <optional>
#include <string_view>
#include <vector>

#include "tagger.h"

namespace {

std::vector<entities::Range> ranges(const attache::Layer& layer) {
    std::vector<entities::Range> ranges(layer.size());
    for (std::uint32_t row = 0; row < layer.size(); ++row) {
        ranges[row] = {layer.start(row), layer.end(row)};
    }
    return ranges;
}

/// "No value" for what is empty.
std::optional<std::string_view> filled(std::string_view text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

/// To two digits, as more would not mean anything.
double rounded(float confidence) {
    return std::round(100 * static_cast<double>(confidence)) / 100;
}

entities::LinkTables link_tables(const attache::Settings& settings) {
    entities::LinkTables tables{settings.resource("office_roles.tsv"), settings.resource("metonyms.tsv"), {}};
    // Those of the user come first: they decide on names.
    for (const std::string& file : settings.texts("facts")) {
        tables.facts.push_back({file, settings.resource(file)});
    }
    for (const char* file : {"offices.tsv", "leaders.tsv"}) {
        tables.facts.push_back({file, settings.resource(file)});
    }
    return tables;
}

/// Serves all threads: nothing changes after it is made.
class Entities {
public:
    explicit Entities(const attache::Settings& settings)
        : tagger_({settings.resource("lexicon.tsv"), settings.resource("names.tsv")},
                  {settings.resource("own.tsv"), settings.resource("countries.tsv"), settings.resource("cities.tsv"),
                   settings.resource("organisations.tsv")},
                  entities::Model(settings.resource("default.model"), "default.model"), link_tables(settings)) {}

    void annotate(attache::Document& document) const {
        const entities::Tagged tagged = tagger_.tag(document.text(), ranges(document.read("sentence")),
                                                    ranges(document.read("token")), document.field("published"));
        write_entities(document, tagged.mentions);
        write_collectives(document, tagged.collectives);
        if (!tagged.doubt.empty()) {
            document.remark(tagged.doubt);
        }
    }

private:
    static void write_entities(attache::Document& document, const std::vector<entities::Linked>& mentions) {
        attache::Writer& found =
            document.write("entity", {"type", "kind", "entity_id", "name", "office", "evidence", "confidence",
                                      "country", "latitude", "longitude", "held_office", "fact"});
        found.reserve(mentions.size());
        for (const entities::Linked& mention : mentions) {
            std::optional<double> latitude;
            std::optional<double> longitude;
            if (mention.coordinates) {
                latitude = mention.coordinates->latitude;
                longitude = mention.coordinates->longitude;
            }
            found.add(mention.begin, mention.end, entities::label(mention.type), filled(mention.kind), mention.id,
                      mention.name, filled(mention.office), mention.evidence, rounded(mention.confidence),
                      filled(mention.country), latitude, longitude, filled(mention.held_office), filled(mention.fact));
        }
    }

    /// A row for each member.
    static void write_collectives(attache::Document& document, const std::vector<entities::Collective>& collectives) {
        attache::Writer& found = document.write("collective", {"kind", "member"});
        for (const entities::Collective& collective : collectives) {
            for (const std::uint32_t member : collective.members) {
                found.add(collective.begin, collective.end, collective.kind, attache::Row{member});
            }
        }
    }

    entities::Tagger tagger_;
};

}  // namespace

ATTACHE_PLUGIN(Entities)
