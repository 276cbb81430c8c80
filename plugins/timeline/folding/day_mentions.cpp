// Which days a document speaks of.
#include "day_mentions.h"

#include <algorithm>
#include <map>

#include "calendar.h"

namespace timeline {

namespace {

void add_names(const Sentence& sentence, std::vector<Term>& names) {
    for (const Mention& mention : sentence.mentions) {
        if (!mention.name.empty()) {
            names.push_back(term_of_name(mention.name));
        }
    }
}

}  // namespace

std::vector<DayMention> day_mentions_of(const Article& article, const std::vector<Report>& reports) {
    std::map<std::int64_t, std::vector<Term>> days;
    for (const Sentence& sentence : article.sentences) {
        for (const TimeExpression& time : sentence.times) {
            if (is_on_calendar(time) && *time.begin == *time.finish) {
                add_names(sentence, days[*time.begin]);
            }
        }
    }
    std::vector<DayMention> mentions;
    for (auto& [day, names] : days) {
        make_unique(names);
        const bool has_report = std::any_of(reports.begin(), reports.end(), [day = day](const Report& report) {
            return report.begin == day && report.finish == day;
        });
        mentions.push_back({day, false, has_report, std::move(names)});
    }
    if (const auto published = day_in(article.published)) {
        mentions.push_back({*published, true, false, {}});
    }
    return mentions;
}

std::vector<Term> names_of(const Article& article) {
    std::vector<Term> names;
    for (const Sentence& sentence : article.sentences) {
        add_names(sentence, names);
    }
    make_unique(names);
    return names;
}

}  // namespace timeline
