// Exporter: what happened, when, who and where, told once with all its sources.
#include <attache/plugin.hpp>
#include <map>
#include <string>

#include "csv_file.h"
#include "entries.h"
#include "icalendar_file.h"
#include "json_file.h"
#include "layers.h"
#include "reports.h"
#include "spool_form.h"

namespace {

using timeline::Precision;

class Timeline {
public:
    explicit Timeline(const attache::Settings& settings)
        : coarsest_(timeline::precision_named(settings.text("min_precision")).value_or(Precision::Year)),
          coarsest_in_calendar_(
              timeline::precision_named(settings.text("calendar_precision")).value_or(Precision::Century)),
          most_sources_(static_cast<std::size_t>(settings.integer("max_sources"))),
          made_by_{{"timeline", settings.title()}} {}

    void consume(const attache::Document& document, attache::Output& output) {
        remember_producers(document);
        const timeline::Contribution contribution =
            timeline::contribution_of(timeline::article_of(document, ++documents_));
        for (const timeline::Report& report : contribution.reports) {
            if (report.precision <= coarsest_) {
                output.put(timeline::key_of(report), timeline::pack(report));
            }
        }
        for (const timeline::Unresolved& unresolved : contribution.unresolved) {
            output.put(timeline::key_of(unresolved), timeline::pack(unresolved));
        }
    }

    void finish(attache::Output& output) {
        output.write("timeline.json", timeline::json_head(made_by_));
        output.write("timeline.csv", timeline::csv_head());
        output.write("timeline.ics", timeline::calendar_head());
        std::int64_t entries = 0;
        timeline::EntryFolder folder(most_sources_, [&](const timeline::Entry& entry) {
            const auto number = static_cast<std::uint64_t>(++entries);
            output.write("timeline.json", timeline::json_entry(entry, number));
            output.write("timeline.csv", timeline::csv_row(entry, number));
            if (entry.first.precision <= coarsest_in_calendar_) {
                output.write("timeline.ics", timeline::calendar_event(entry));
            }
        });
        auto record = output.next();
        for (; record && timeline::is_report_key(record->key); record = output.next()) {
            folder.add(record->key, timeline::unpack_report(record->value));
        }
        folder.finish();
        output.write("timeline.json", timeline::json_middle());
        std::int64_t unresolved = 0;
        for (; record; record = output.next()) {
            output.write("timeline.json",
                         timeline::json_unresolved(timeline::unpack_unresolved(record->value), ++unresolved == 1));
        }
        output.write("timeline.json", timeline::json_tail());
        output.write("timeline.ics", timeline::calendar_tail());
        output.figure("timeline entries", entries);
        output.figure("unresolved dates", unresolved);
    }

    /// A document that fails still has its line in documents.jsonl: the count goes on.
    void reset() {}

private:
    /// The first producer seen of each layer.
    void remember_producers(const attache::Document& document) {
        for (const char* layer : {"sentence", "time", "entity", "summary"}) {
            if (!made_by_.contains(layer)) {
                if (const std::string_view producer = document.read(layer).producer(); !producer.empty()) {
                    made_by_.emplace(layer, producer);
                }
            }
        }
    }

    Precision coarsest_;
    Precision coarsest_in_calendar_;
    std::size_t most_sources_;
    std::uint64_t documents_ = 0;
    std::map<std::string, std::string> made_by_;
};

}  // namespace

ATTACHE_PLUGIN(Timeline)
