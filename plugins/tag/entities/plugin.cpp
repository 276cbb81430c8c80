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

/// Of a text that outlives the rows, as those of the tables and of the program do; "no value" if it is empty.
attache::Literal lasting(std::string_view text) {
    return {{text.empty() ? nullptr : text.data(), text.size()}};
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
            const auto office = mention.office.empty() ? std::nullopt : std::optional(std::string_view(mention.office));
            found.add(mention.begin, mention.end, lasting(entities::label(mention.type)), lasting(mention.kind),
                      mention.id, mention.name, office, lasting(mention.evidence), rounded(mention.confidence),
                      lasting(mention.country), latitude, longitude, lasting(mention.held_office),
                      lasting(mention.fact));
        }
    }

    /// A row for each member.
    static void write_collectives(attache::Document& document, const std::vector<entities::Collective>& collectives) {
        attache::Writer& found = document.write("collective", {"kind", "member"});
        for (const entities::Collective& collective : collectives) {
            for (const std::uint32_t member : collective.members) {
                found.add(collective.begin, collective.end, lasting(collective.kind), attache::Row{member});
            }
        }
    }

    entities::Tagger tagger_;
};

}  // namespace

ATTACHE_PLUGIN(Entities)
