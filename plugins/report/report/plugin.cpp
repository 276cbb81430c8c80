// Exporter: one self-contained page to read and explore a run.
#include <algorithm>
#include <attache/plugin.hpp>
#include <map>
#include <string>
#include <vector>

#include "article.h"
#include "collection/phrases.h"
#include "document_view.h"
#include "entity_table.h"
#include "entity_view.h"
#include "event_view.h"
#include "keyphrase_view.h"
#include "lists_view.h"
#include "overview.h"
#include "packs_view.h"
#include "pages/html.h"
#include "pages/templates.h"
#include "timeline_file.h"

namespace {

using report::Template;

/// Documents that the row of an entity links to.
constexpr std::size_t most_places = 20;

/// The spool holds, in this order: keyphrases, sightings by entity, documents, documents' unresolved dates.
constexpr char keyphrase_mark = '0';
constexpr char sighting_mark = '1';
constexpr char document_mark = '2';
constexpr char unresolved_mark = '3';

std::string numbered_key(char mark, std::uint64_t number) {
    const std::string digits = std::to_string(number);
    return mark + std::string(20 - digits.size(), '0') + digits;
}

class Report {
public:
    explicit Report(const attache::Settings& settings)
        : page_(settings.resource("report.html")),
          parts_(settings.resource("parts.html")),
          style_(settings.resource("report.css")),
          script_(settings.resource("report.js")),
          most_documents_(static_cast<std::uint64_t>(settings.integer("max_documents"))),
          most_entries_(static_cast<std::size_t>(settings.integer("max_entries"))),
          most_entities_(static_cast<std::size_t>(settings.integer("max_entities"))),
          most_keyphrases_(static_cast<std::size_t>(settings.integer("keyphrases"))),
          most_listed_(static_cast<std::size_t>(settings.integer("max_listed"))),
          made_by_{{"report.html", settings.title()}} {}

    void consume(const attache::Document& document, attache::Output& output) {
        const report::Article article = report::article_of(document, figures_.documents + 1);
        figures_.count(article);
        remember_producers(document);
        for (const auto& [key, sighting] : report::sightings_of(article)) {
            output.put(sighting_mark + key, report::pack(sighting));
        }
        summarize::put_phrases(document.read("keyphrase"), article.published, article.number, keyphrase_mark, output);
        const bool is_shown = article.number <= most_documents_;
        if (is_shown) {
            figures_.documents_shown = article.number;
            output.put(numbered_key(document_mark, article.number), report::document_html(article, parts_));
        }
        const std::uint64_t room = most_listed_ - figures_.unresolved_shown;
        if (const std::uint64_t unresolved = report::count_unresolved(article); unresolved > 0 && room > 0) {
            figures_.unresolved_shown += std::min(unresolved, room);
            output.put(numbered_key(unresolved_mark, article.number),
                       report::unresolved_html(article, room, is_shown, parts_));
        }
    }

    void finish(attache::Output& output) {
        Pending pending{output, output.next()};
        summarize::PhraseTable phrases(keyphrase_mark);
        while (pending.record && phrases.add(*pending.record)) {
            pending.advance();
        }
        const auto keyphrases = phrases.best(most_keyphrases_, figures_.documents > 2 ? 2 : 1);
        report::EntityTable entities(most_entities_, most_places);
        for (; pending.is(sighting_mark); pending.advance()) {
            entities.add(pending.record->key.substr(1), report::unpack_sighting(pending.record->value));
        }
        entities.finish();
        const report::TimelineFile timeline =
            report::read_timeline(output.read_file("timeline.json"), most_entries_, most_listed_);
        const report::Rejected rejected = report::rejected_of(output.read_file("rejected.jsonl"), most_listed_, parts_);
        const std::string packs = report::packs_html(output.read_file("packs.json"), parts_);
        figures_.entities = entities.different();
        figures_.entities_shown = std::min<std::uint64_t>(entities.different(), most_entities_);
        figures_.entries = timeline.entries.all();
        figures_.entries_shown = timeline.entries.shown();
        figures_.undated = timeline.undated_count;
        figures_.undated_listed = timeline.undated.listed();
        figures_.undated_shown = timeline.undated.shown();
        figures_.rejected = rejected.all;
        figures_.rejected_shown = std::min<std::uint64_t>(rejected.all, most_listed_);

        const Template::Write write = [&](std::string_view html) { output.write("report.html", html); };
        page_.render(write, [&](std::string_view slot, const Template::Write& into) {
            fill(slot, into, {pending, keyphrases, entities, timeline, rejected, packs});
        });
        output.figure("documents in the report", static_cast<std::int64_t>(figures_.documents_shown));
    }

    /// A document that fails still has its line in documents.jsonl, and what was counted stays counted.
    void reset() {}

private:
    /// The next record of the spool.
    struct Pending {
        attache::Output& output;
        std::optional<attache::Output::Record> record;

        bool is(char mark) const { return record && record->key.starts_with(mark); }
        void advance() { record = output.next(); }
        void write_all(char mark, const Template::Write& write) {
            for (; is(mark); advance()) {
                write(record->value);
            }
        }
    };

    struct Content {
        Pending& pending;
        const std::vector<summarize::CollectionPhrase>& keyphrases;
        const report::EntityTable& entities;
        const report::TimelineFile& timeline;
        const report::Rejected& rejected;
        const std::string& packs;
    };

    void fill(std::string_view slot, const Template::Write& write, const Content& content) const {
        if (slot == "script_hash") {
            write(report::script_hash(script_));
        } else if (slot == "style") {
            write(style_);
        } else if (slot == "script") {
            write(script_);
        } else if (slot == "scope") {
            write(report::scope_in_words(figures_));
        } else if (slot == "figures") {
            write(report::figures_html(figures_, parts_));
        } else if (slot == "notices") {
            write(report::notices_html(figures_, parts_));
        } else if (slot == "keyphrases") {
            write(report::keyphrases_html(content.keyphrases, parts_));
        } else if (slot == "months") {
            write(content.timeline.entries.months_html(parts_));
        } else if (slot == "events") {
            std::map<std::string, std::uint64_t> counts;
            content.timeline.entries.count_kinds(counts);
            content.timeline.undated.count_kinds(counts);
            write(report::event_filter_html(counts, parts_));
        } else if (slot == "timeline") {
            content.timeline.entries.write_html(content.entities, figures_.documents_shown, parts_, write);
            write(content.timeline.undated.html(figures_.undated, content.entities, figures_.documents_shown, parts_));
        } else if (slot == "entities") {
            write(report::entities_html(content.entities, figures_.documents_shown, parts_));
        } else {
            fill_lists(slot, write, content);
        }
    }

    void fill_lists(std::string_view slot, const Template::Write& write, const Content& content) const {
        if (slot == "documents") {
            content.pending.write_all(document_mark, write);
            write(figures_.documents_shown == 0 ? parts_.fill("no-documents") : "");
        } else if (slot == "unresolved") {
            content.pending.write_all(unresolved_mark, write);
            write(figures_.unresolved == 0 ? parts_.fill("no-unresolved") : "");
        } else if (slot == "rejected") {
            write(content.rejected.all == 0 ? parts_.fill("no-rejected")
                                            : parts_.fill("rejected", {{"rows", content.rejected.html}}));
        } else if (slot == "packs") {
            write(content.packs);
        } else if (slot == "colophon") {
            auto made_by = made_by_;
            made_by.emplace("timeline.json", content.timeline.producer);
            write(report::colophon_html(made_by, parts_));
        } else {
            throw attache::Error("report.html has a slot that nothing fills: " + std::string(slot));
        }
    }

    void remember_producers(const attache::Document& document) {
        for (const char* layer : {"sentence", "entity", "time", "summary", "keyphrase"}) {
            if (!made_by_.contains(layer)) {
                if (const std::string_view producer = document.read(layer).producer(); !producer.empty()) {
                    made_by_.emplace(layer, producer);
                }
            }
        }
    }

    Template page_;
    report::Parts parts_;
    std::string_view style_;
    std::string_view script_;
    std::uint64_t most_documents_;
    std::size_t most_entries_;
    std::size_t most_entities_;
    std::size_t most_keyphrases_;
    std::size_t most_listed_;
    report::Figures figures_;
    std::map<std::string, std::string> made_by_;
};

}  // namespace

ATTACHE_PLUGIN(Report)
