// Which days a document speaks of.
#include "day_mentions.h"

#include <algorithm>
#include <map>
#include <utility>

#include "calendar.h"

namespace timeline {

std::vector<DayMention> day_mentions_of(const Article& article, const std::vector<Report>& reports) {
    std::map<std::int64_t, DayMention> days;
    auto report = reports.begin();
    for (std::size_t number = 0; number < article.sentences.size(); ++number) {
        report =
            std::find_if(report, reports.end(), [&](const Report& other) { return other.source.sentence >= number; });
        const bool is_told = report != reports.end() && report->source.sentence == number;
        for (const TimeExpression& time : article.sentences[number].times) {
            if (is_on_calendar(time) && *time.begin == *time.finish) {
                DayMention& mention = days[*time.begin];
                if (mention.terms.empty() && is_told) {
                    mention.terms = terms_of(*report);
                }
            }
        }
    }
    for (const Report& told : reports) {
        const auto mention = days.find(told.begin);
        if (mention != days.end() && told.begin == told.finish) {
            mention->second.has_report = true;
        }
    }
    std::vector<DayMention> mentions;
    for (auto& [day, mention] : days) {
        mention.day = day;
        mentions.push_back(std::move(mention));
    }
    if (const auto published = day_in(article.published)) {
        mentions.push_back({*published, true, false, {}});
    }
    return mentions;
}

std::vector<Term> names_of(const Article& article) {
    std::vector<Term> names;
    for (const Sentence& sentence : article.sentences) {
        for (const Mention& mention : sentence.mentions) {
            if (!mention.name.empty()) {
                names.push_back(term_of_name(mention.name));
            }
        }
    }
    make_unique(names);
    return names;
}

}  // namespace timeline
