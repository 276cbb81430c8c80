// Which sentences the timeline is asked for.
#include "filter.h"

#include <algorithm>
#include <stdexcept>

#include "calendar.h"
#include "comparison.h"

namespace timeline {

namespace {

std::optional<std::int64_t> day_of_setting(std::string_view name, const std::string& value) {
    if (value.empty()) {
        return std::nullopt;
    }
    const auto day = day_in(value);
    if (!day || value.size() != std::string_view("2024-05-20").size()) {
        throw std::invalid_argument(std::string(name) + " = \"" + value +
                                    "\" is not a day; write it as year-month-day, \"2024-05-20\"");
    }
    return day;
}

std::string country_of_setting(const std::string& value) {
    const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (value.size() != 2 || !std::all_of(value.begin(), value.end(), is_capital)) {
        throw std::invalid_argument("countries has \"" + value +
                                    "\"; a country is written as the two capitals of ISO 3166-1, \"KZ\"");
    }
    return value;
}

}  // namespace

Filter::Wanted Filter::wanted_in(const attache::Settings& settings) {
    return {settings.texts("entities"), settings.texts("countries"), settings.text("from"), settings.text("until")};
}

Filter::Filter(const Wanted& wanted)
    : from_(day_of_setting("from", wanted.from)), until_(day_of_setting("until", wanted.until)) {
    if (from_ && until_ && *until_ < *from_) {
        throw std::invalid_argument("until = \"" + wanted.until + "\" is before from = \"" + wanted.from + "\"");
    }
    for (const std::string& entity : wanted.entities) {
        ids_.insert(entity);
        names_.insert(comparison_form(entity));
    }
    for (const std::string& country : wanted.countries) {
        countries_.push_back(country_of_setting(country));
    }
}

bool Filter::is_wanted(const Sentence& sentence) const {
    return names_an_entity(sentence) && names_all_countries(sentence);
}

void Filter::apply(Article& article) const {
    for (Sentence& sentence : article.sentences) {
        if (!is_wanted(sentence)) {
            sentence.times.clear();
            sentence.events.clear();
        }
    }
}

bool Filter::is_within(std::int64_t begin, std::int64_t finish) const {
    return (!from_ || finish >= *from_) && (!until_ || begin <= *until_);
}

bool Filter::names_an_entity(const Sentence& sentence) const {
    return ids_.empty() || std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const Mention& mention) {
               return ids_.contains(mention.entity_id) || names_.contains(comparison_form(mention.name));
           });
}

bool Filter::names_all_countries(const Sentence& sentence) const {
    return std::all_of(countries_.begin(), countries_.end(), [&](const std::string& country) {
        return std::any_of(sentence.mentions.begin(), sentence.mentions.end(),
                           [&](const Mention& mention) { return mention.country == country; });
    });
}

}  // namespace timeline
