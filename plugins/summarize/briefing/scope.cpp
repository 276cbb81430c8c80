// What a briefing is of, in words.
#include "scope.h"

#include <algorithm>
#include <utility>

#include "folding/calendar.h"
#include "folding/comparison.h"
#include "pages/calendar_words.h"

namespace briefing {

namespace {

/// "A", "A and B", "A, B and C".
std::string listed(const std::vector<std::string>& names, std::string_view last) {
    std::string list;
    for (std::size_t i = 0; i < names.size(); ++i) {
        list += i == 0 ? "" : i + 1 == names.size() ? " " + std::string(last) + " " : ", ";
        list += names[i];
    }
    return list;
}

std::string period(const std::string& from, const std::string& until) {
    const auto words = [](const std::string& day) { return report::iso_in_words(day); };
    if (from == until) {
        return words(from);
    }
    return from.empty()    ? "until " + words(until)
           : until.empty() ? "since " + words(from)
                           : words(from) + " to " + words(until);
}

}  // namespace

Scope::Scope(timeline::Filter::Wanted wanted) : wanted_(std::move(wanted)) {}

void Scope::add(const timeline::Article& article, bool tells) {
    ++documents_;
    if (!tells) {
        return;
    }
    ++telling_;
    if (const auto published = timeline::day_in(article.published); published && timeline::is_writable(*published)) {
        const std::string day = timeline::iso_day(*published);
        first_ = first_.empty() ? day : std::min(first_, day);
        last_ = std::max(last_, day);
    } else {
        ++undated_;
    }
    if (names_.size() < wanted_.entities.size() + wanted_.countries.size()) {
        look_for_names(article);
    }
}

std::string Scope::title() const {
    std::vector<std::string> countries;
    std::vector<std::string> entities;
    const auto name_of = [&](const std::string& setting) {
        const auto found = names_.find(setting);
        return found == names_.end() ? setting : found->second;
    };
    std::transform(wanted_.countries.begin(), wanted_.countries.end(), std::back_inserter(countries), name_of);
    std::transform(wanted_.entities.begin(), wanted_.entities.end(), std::back_inserter(entities), name_of);
    std::string title = listed(countries, "and");
    title += title.empty() || entities.empty() ? "" : ": ";
    title += listed(entities, "or");
    title = title.empty() ? "All documents" : title;
    return wanted_.from.empty() && wanted_.until.empty() ? title : title + ", " + period(wanted_.from, wanted_.until);
}

std::string Scope::basis(std::uint64_t cited) const {
    std::string basis = counted(documents_, "document", "documents") + " read";
    const bool asks =
        !wanted_.entities.empty() || !wanted_.countries.empty() || !wanted_.from.empty() || !wanted_.until.empty();
    basis += !asks ? "" : "; " + counted(telling_, "tells", "tell") + " of this";
    if (!first_.empty()) {
        const std::string one = report::iso_in_words(first_);
        basis += ", published " + (first_ == last_ ? one : "from " + one + " to " + report::iso_in_words(last_));
        basis += undated_ == 0 ? "" : " (" + std::to_string(undated_) + " without a date)";
    }
    return basis + "; " + counted(cited, "is", "are") + " cited.";
}

std::vector<std::string> Scope::names() const {
    std::vector<std::string> names = wanted_.entities;
    for (const auto& [setting, name] : names_) {
        names.push_back(name);
    }
    return names;
}

void Scope::look_for_names(const timeline::Article& article) {
    for (const timeline::Sentence& sentence : article.sentences) {
        for (const timeline::Mention& mention : sentence.mentions) {
            const bool is_country = mention.kind == "country" || mention.kind == "nationality";
            if (is_country && std::find(wanted_.countries.begin(), wanted_.countries.end(), mention.country) !=
                                  wanted_.countries.end()) {
                names_.emplace(mention.country, mention.name);
            }
            if (std::find(wanted_.entities.begin(), wanted_.entities.end(), mention.entity_id) !=
                wanted_.entities.end()) {
                names_.emplace(mention.entity_id, mention.name);
            }
        }
    }
}

std::string counted(std::uint64_t number, std::string_view one, std::string_view more) {
    return std::to_string(number) + " " + std::string(number == 1 ? one : more);
}

}  // namespace briefing
