// Which days a document speaks of.
#include "day_mentions.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "calendar.h"
#include "comparison.h"

namespace timeline {

namespace {

void add_names(const Sentence& sentence, std::vector<Term>& names) {
    for (const Mention& mention : sentence.mentions) {
        if (!mention.name.empty()) {
            names.push_back(term_of_name(mention.name));
        }
    }
}

bool says_yesterday(std::string_view expression) {
    const std::string words = comparison_form(expression);
    return words.find("yesterday") != words.npos || words.find("last night") != words.npos;
}

}  // namespace

std::vector<DayMention> day_mentions_of(const Article& article, const std::vector<Report>& reports) {
    const std::optional<std::int64_t> published = day_in(article.published);
    std::map<std::int64_t, DayMention> days;
    for (const Sentence& sentence : article.sentences) {
        for (const TimeExpression& time : sentence.times) {
            if (is_on_calendar(time) && *time.begin == *time.finish) {
                const std::int64_t day = *time.begin;
                DayMention& mention = days.try_emplace(day, DayMention{day, false, true, false, {}}).first->second;
                mention.is_yesterday =
                    mention.is_yesterday && published == day + 1 && says_yesterday(slice(article.text, time.span));
                add_names(sentence, mention.names);
            }
        }
    }
    std::vector<DayMention> mentions;
    for (auto& [day, mention] : days) {
        make_unique(mention.names);
        mention.has_report = std::any_of(reports.begin(), reports.end(), [day = day](const Report& report) {
            return report.begin == day && report.finish == day;
        });
        mentions.push_back(std::move(mention));
    }
    if (published) {
        mentions.push_back({*published, true, false, false, {}});
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
