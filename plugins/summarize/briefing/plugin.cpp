// Exporter: what a collection tells of what is asked for, in bullets that cite their sentences.
#include <algorithm>
#include <attache/plugin.hpp>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "candidates.h"
#include "choice.h"
#include "collection/phrases.h"
#include "contents.h"
#include "folding/collection.h"
#include "folding/comparison.h"
#include "folding/entries.h"
#include "folding/filter.h"
#include "folding/layers.h"
#include "folding/spool_form.h"
#include "markdown_file.h"
#include "marks.h"
#include "page.h"
#include "pages/calendar_words.h"
#include "scope.h"
#include "themes.h"
#include "wording/wording.h"

namespace {

using briefing::Bullet;
using timeline::Entry;
using timeline::Source;

class Briefing {
public:
    explicit Briefing(const attache::Settings& settings)
        : filter_(timeline::Filter::wanted_in(settings)),
          scope_(timeline::Filter::wanted_in(settings)),
          candidates_(settings),
          page_(settings),
          most_bullets_(static_cast<std::size_t>(settings.integer("bullets"))),
          most_sources_(static_cast<std::size_t>(settings.integer("max_sources"))),
          most_phrases_(static_cast<std::size_t>(settings.integer("keyphrases"))),
          by_theme_(settings.text("order") == "theme"),
          self_(settings.title()) {}

    void consume(const attache::Document& document, attache::Output& output) {
        const timeline::Article article = timeline::article_of(document, scope_.documents() + 1);
        const auto candidates = candidates_.of(document, article, filter_);
        for (const briefing::Candidate& candidate : candidates) {
            const timeline::Report& report = candidate.report;
            collection_.add_sentence(timeline::terms_of(report));
            output.put(timeline::key_of(report), timeline::pack(report));
            output.put(briefing::passage_key(report.source.line, report.source.sentence),
                       briefing::pack(candidate.passage));
        }
        if (!candidates.empty()) {
            summarize::put_phrases(document.read("keyphrase"), article.published, article.line, briefing::phrase_mark,
                                   output);
        }
        scope_.add(article, !candidates.empty());
    }

    void finish(attache::Output& output) {
        auto record = output.next();
        summarize::PhraseTable phrases(briefing::phrase_mark);
        while (record && phrases.add(*record)) {
            record = output.next();
        }
        collection_.finish();
        briefing::Choice choice(collection_, most_bullets_, most_sources_);
        timeline::EntryFolder folder(most_sources_, [&](const Entry& entry) { choice.offer(entry); });
        for (; record && timeline::is_report_key(record->key); record = output.next()) {
            folder.add(record->key, timeline::unpack_report(record->value), 0, {});
        }
        folder.finish();
        std::vector<Entry> facts = choice.take();
        std::stable_sort(facts.begin(), facts.end(),
                         [](const Entry& a, const Entry& b) { return a.first.begin > b.first.begin; });
        const Passages passages = passages_of(facts, record, output);

        briefing::Contents contents;
        contents.title = scope_.title();
        contents.phrases = phrases.best(most_phrases_, scope_.telling() > 2 ? 2 : 1, names_asked_for());
        contents.sections = sections_of(facts, passages);
        contents.citations = std::move(citations_);
        contents.basis = scope_.basis(documents_in(contents.citations));
        contents.made_by = "Made by " + self_ + " of Attaché.";
        output.write("briefing.md", briefing::markdown_of(contents));
        page_.write(contents, [&](std::string_view html) { output.write("briefing.html", html); });
        output.figure("bullets in the briefing", static_cast<std::int64_t>(facts.size()));
    }

    /// A document that fails still has its line in documents.jsonl, and what was counted stays counted.
    void reset() {}

private:
    using Record = std::optional<attache::Output::Record>;
    using Passages = std::map<std::string, briefing::Passage, std::less<>>;  ///< by key

    /// Takes those that are cited out of the spool.
    static Passages passages_of(const std::vector<Entry>& facts, Record& record, attache::Output& output) {
        std::set<std::string, std::less<>> cited;
        for (const Entry& fact : facts) {
            for (const Source& source : fact.sources) {
                cited.insert(briefing::passage_key(source.line, source.sentence));
            }
        }
        Passages passages;
        for (; record; record = output.next()) {
            if (cited.contains(record->key)) {
                passages.emplace(record->key, briefing::unpack_passage(record->value));
            }
        }
        return passages;
    }

    static const briefing::Passage& passage_of(const Source& source, const Passages& passages) {
        return passages.at(briefing::passage_key(source.line, source.sentence));
    }

    std::vector<briefing::Section> sections_of(const std::vector<Entry>& facts, const Passages& passages) {
        std::vector<briefing::Theme> themes;
        if (by_theme_) {
            std::vector<briefing::Fact> told;
            for (const Entry& fact : facts) {
                const briefing::Passage& passage = passage_of(fact.first.source, passages);
                told.push_back({passage.wording, passage.phrases});
            }
            themes = briefing::group_by_theme(told, names_asked_for());
        } else {
            briefing::Theme& all = themes.emplace_back();
            for (std::size_t i = 0; i < facts.size(); ++i) {
                all.facts.push_back(i);
            }
        }
        std::vector<briefing::Section> sections;
        for (const briefing::Theme& theme : themes) {
            briefing::Section& section = sections.emplace_back();
            section.heading = !theme.name.empty() || themes.size() == 1 ? theme.name : "Other";
            summarize::capitalize(section.heading);
            for (const std::size_t fact : theme.facts) {
                section.bullets.push_back(bullet_of(facts[fact], passages));
            }
        }
        return sections;
    }

    /// Numbers what it cites.
    Bullet bullet_of(const Entry& fact, const Passages& passages) {
        Bullet bullet;
        bullet.number = ++bullets_;
        bullet.text = passage_of(fact.first.source, passages).wording;
        bullet.day =
            fact.first.begin == briefing::no_day
                ? "undated"
                : report::in_words({fact.first.begin, fact.first.finish, timeline::name_of(fact.first.precision),
                                    fact.first.value, fact.first.mod});
        bullet.dated_by = fact.first.expression;
        bullet.further = fact.source_count - fact.sources.size();
        std::vector<Source> sources = fact.sources;
        const auto is_first = [&](const Source& source) {
            return source.line == fact.first.source.line && source.sentence == fact.first.source.sentence;
        };
        std::stable_partition(sources.begin(), sources.end(), is_first);
        for (const Source& source : sources) {
            citations_.push_back({source, passage_of(source, passages), bullet.number});
            bullet.citations.push_back(citations_.size());
        }
        return bullet;
    }

    /// In the form of keyphrases, as these say nothing of it.
    std::vector<std::string> names_asked_for() const {
        std::vector<std::string> forms;
        for (const std::string& name : scope_.names()) {
            forms.push_back(timeline::comparison_form(name));
        }
        return forms;
    }

    static std::uint64_t documents_in(const std::vector<briefing::Citation>& citations) {
        std::set<std::uint64_t> lines;
        for (const briefing::Citation& citation : citations) {
            lines.insert(citation.source.line);
        }
        return lines.size();
    }

    timeline::Filter filter_;
    briefing::Scope scope_;
    briefing::Candidates candidates_;
    briefing::Page page_;
    std::size_t most_bullets_;
    std::size_t most_sources_;
    std::size_t most_phrases_;
    bool by_theme_;
    std::string self_;
    timeline::Collection collection_;
    std::size_t bullets_ = 0;
    std::vector<briefing::Citation> citations_;
};

}  // namespace

ATTACHE_PLUGIN(Briefing)
