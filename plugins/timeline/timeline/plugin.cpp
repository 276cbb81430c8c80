// Exporter: what happened, when, who and where, told once with all its sources.
#include <attache/plugin.hpp>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>

#include "csv_file.h"
#include "day_ranking.h"
#include "folding/collection.h"
#include "folding/contradictions.h"
#include "folding/day_mentions.h"
#include "folding/entries.h"
#include "folding/event_filter.h"
#include "folding/filter.h"
#include "folding/folding.h"
#include "folding/layers.h"
#include "folding/opening.h"
#include "folding/reports.h"
#include "folding/spool_form.h"
#include "folding/terms.h"
#include "geojson_file.h"
#include "icalendar_file.h"
#include "json_file.h"
#include "selection.h"
#include "timelinejs_file.h"

namespace {

using timeline::Precision;

class Timeline {
public:
    explicit Timeline(const attache::Settings& settings)
        : coarsest_(timeline::precision_named(settings.text("min_precision")).value_or(Precision::Year)),
          coarsest_in_calendar_(
              timeline::precision_named(settings.text("calendar_precision")).value_or(Precision::Century)),
          most_sources_(static_cast<std::size_t>(settings.integer("max_sources"))),
          most_undated_(static_cast<std::size_t>(settings.integer("max_undated"))),
          most_dates_(static_cast<std::size_t>(settings.integer("max_dates"))),
          sentences_per_date_(static_cast<std::size_t>(settings.integer("sentences_per_date"))),
          rank_by_(
              timeline::date_ranking_named(settings.text("rank_dates_by")).value_or(timeline::DateRanking::Salience)),
          filter_(timeline::Filter::wanted_in(settings)),
          event_filter_(settings.texts("classes"), settings.texts("statuses")),
          tells_openings_(most_dates_ > 0 && sentences_per_date_ > 0 && !event_filter_.asks_for_events()),
          is_whole_(most_dates_ == 0 && sentences_per_date_ == 0 && !filter_.asks_for_period()),
          made_by_{{"timeline", settings.title()}} {
        if (most_dates_ > 0 || sentences_per_date_ > 0) {
            collection_.emplace();
        }
    }

    void consume(const attache::Document& document, attache::Output& output) {
        remember_producers(document);
        timeline::Article article = timeline::article_of(document, ++documents_);
        if (tells_openings_) {
            put_opening(article, output);
        }
        filter_.apply(article);
        event_filter_.apply(article);
        timeline::Contribution contribution = timeline::contribution_of(article);
        std::erase_if(contribution.reports, [&](const timeline::Report& report) { return !is_wanted(report); });
        const timeline::SentenceSample sample(article);
        for (const timeline::Report& report : contribution.reports) {
            output.put(timeline::key_of(report), timeline::pack(report));
            if (timeline::is_distinctive(report)) {
                const timeline::DatedWording told = {report.wording, report.begin,
                                                     report.finish,  report.expression,
                                                     report.source,  sample.without(report.source.sentence)};
                output.put(timeline::key_of(told), timeline::pack(told));
            }
        }
        for (const timeline::Unresolved& unresolved : contribution.unresolved) {
            output.put(timeline::key_of(unresolved), timeline::pack(unresolved));
        }
        if (is_whole_) {
            for (const timeline::Report& undated : contribution.undated) {
                output.put(timeline::key_of(undated), timeline::pack(undated));
            }
        }
        if (collection_) {
            count(article, contribution.reports, output);
        }
    }

    void finish(attache::Output& output) {
        output.write("timeline.json", timeline::json_head(made_by_));
        output.write("timeline.csv", timeline::csv_head());
        output.write("timeline.ics", timeline::calendar_head());
        output.write("timeline.geojson", timeline::geojson_head());
        output.write("timelinejs.json", timeline::timelinejs_head());
        auto record = output.next();
        for (; record && timeline::is_wording_key(record->key); record = output.next()) {
            contradictions_.add(timeline::unpack_wording(record->value));
        }
        contradictions_.finish();
        if (collection_) {
            collection_->finish();
            rank_days(record, output);
        }
        const std::int64_t entries = write_entries(record, output);
        output.write("timeline.json", timeline::json_unresolved_head());
        std::int64_t unresolved = 0;
        for (; record && timeline::is_unresolved_key(record->key); record = output.next()) {
            output.write("timeline.json",
                         timeline::json_unresolved(timeline::unpack_unresolved(record->value), ++unresolved == 1));
        }
        output.write("timeline.json", timeline::json_undated_head());
        const std::uint64_t undated = write_undated(record, output);
        output.write("timeline.json", timeline::json_tail(undated));
        output.write("timeline.ics", timeline::calendar_tail());
        output.write("timeline.geojson", timeline::geojson_tail());
        output.write("timelinejs.json", timeline::timelinejs_tail());
        output.figure("timeline entries", entries);
        output.figure("events without a date", static_cast<std::int64_t>(undated));
        output.figure("unresolved dates", unresolved);
    }

    /// A document that fails still has its line in documents.jsonl: the count goes on.
    void reset() {}

private:
    using Record = std::optional<attache::Output::Record>;

    bool is_wanted(const timeline::Report& report) const {
        return report.precision <= coarsest_ && filter_.is_within(report.begin, report.finish) &&
               (most_dates_ == 0 || report.begin == report.finish);
    }

    void put_opening(const timeline::Article& article, attache::Output& output) {
        const auto opening = timeline::opening_of(article);
        if (opening && is_wanted(*opening) && filter_.is_wanted(article.sentences[opening->source.sentence])) {
            output.put(timeline::key_of(*opening), timeline::pack(*opening));
        }
    }

    /// Adds to what the choice of days and sentences goes by.
    void count(const timeline::Article& article, const std::vector<timeline::Report>& reports,
               attache::Output& output) {
        collection_->add_document(timeline::names_of(article));
        for (const timeline::Report& report : reports) {
            collection_->add_sentence(timeline::terms_of(report));
        }
        if (most_dates_ > 0) {
            for (const timeline::DayMention& mention : timeline::day_mentions_of(article, reports)) {
                output.put(timeline::key_of(mention), timeline::pack(mention));
            }
        }
    }

    /// Reads the mentions of days, which come first, up to the first record that is none.
    void rank_days(Record& record, attache::Output& output) {
        timeline::DayRanking ranking(rank_by_);
        for (; record && timeline::is_mention_key(record->key); record = output.next()) {
            const timeline::DayMention mention = timeline::unpack_mention(record->value);
            if (mention.is_publication) {
                ranking.add_publication(mention.day);
            } else {
                ranking.add_mention(mention.day, collection_->relevance(mention.terms));
            }
            if (mention.has_report) {
                ranking.add_report(mention.day);
            }
        }
        best_days_ = ranking.take_best(most_dates_);
    }

    /// Reads the reports, up to the first record that is none. Returns how many entries they make.
    std::int64_t write_entries(Record& record, attache::Output& output) {
        std::int64_t entries = 0;
        bool has_place = false;
        timeline::EntryFolder folder(most_sources_, [&](const timeline::Entry& entry) {
            const auto number = static_cast<std::uint64_t>(++entries);
            output.write("timeline.json", timeline::json_entry(entry, number));
            output.write("timeline.csv", timeline::csv_row(entry, number));
            output.write("timelinejs.json", timeline::timelinejs_event(entry, number));
            if (const std::string feature = timeline::geojson_feature(entry, number, !has_place); !feature.empty()) {
                output.write("timeline.geojson", feature);
                has_place = true;
            }
            if (entry.first.precision <= coarsest_in_calendar_) {
                output.write("timeline.ics", timeline::calendar_event(entry));
            }
        });
        std::optional<timeline::Selection> selection;
        if (sentences_per_date_ > 0) {
            selection.emplace(*collection_);
            folder.limit(sentences_per_date_, [&](std::vector<timeline::Entry>& date, std::size_t most) {
                selection->keep_best(date, most);
            });
        }
        for (; record && timeline::is_report_key(record->key); record = output.next()) {
            timeline::Report report = timeline::unpack_report(record->value);
            const auto day = best_days_.find(report.begin);
            if ((most_dates_ == 0 || day != best_days_.end()) && !contradictions_.is_elsewhere(report)) {
                std::vector<timeline::OtherDate> other_dates = contradictions_.others_of(report);
                folder.add(record->key, std::move(report), most_dates_ == 0 ? 0 : day->second, std::move(other_dates));
            }
        }
        folder.finish();
        return entries;
    }

    /// Reads the undated reports, which come last. Returns how many entries they make, listed or not.
    std::uint64_t write_undated(Record& record, attache::Output& output) {
        std::uint64_t listed = 0;
        timeline::EntryFolder folder(most_sources_, [&](const timeline::Entry& entry) {
            output.write("timeline.json", timeline::json_undated(entry, ++listed == 1));
        });
        folder.limit(most_undated_, timeline::keep_most_told);
        for (; record; record = output.next()) {
            folder.add(record->key, timeline::unpack_report(record->value), 0, {});
        }
        folder.finish();
        return listed + folder.left_out();
    }

    /// The first producer seen of each layer.
    void remember_producers(const attache::Document& document) {
        for (const char* layer : {"sentence", "time", "entity", "quote", "event", "summary"}) {
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
    std::size_t most_undated_;
    std::size_t most_dates_;
    std::size_t sentences_per_date_;
    timeline::DateRanking rank_by_;
    timeline::Filter filter_;
    timeline::EventFilter event_filter_;
    bool tells_openings_;  ///< what an article begins with is among the candidates for its day of publication
    bool is_whole_;        ///< not cut to a period or to the best; only then are undated events told
    std::optional<timeline::Collection> collection_;  ///< only if something is to be chosen
    std::unordered_map<std::int64_t, std::uint64_t> best_days_;
    timeline::Contradictions contradictions_;
    std::uint64_t documents_ = 0;
    std::map<std::string, std::string> made_by_;
};

}  // namespace

ATTACHE_PLUGIN(Timeline)
