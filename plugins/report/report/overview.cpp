// The head of the page: what the run holds, in figures, and what the page leaves out.
#include "overview.h"

#include <algorithm>

#include "lists_view.h"
#include "pages/calendar_words.h"

namespace report {

namespace {

std::string counted(std::uint64_t number, std::string_view one, std::string_view many) {
    return grouped(number) + " " + std::string(number == 1 ? one : many);
}

}  // namespace

void Figures::count(const Article& article) {
    ++documents;
    sentences += article.sentences.size();
    mentions += article.mentions.size();
    dates += article.times.size();
    unresolved += count_unresolved(article);
    if (article.published.empty()) {
        ++undated_documents;
        return;
    }
    if (first_published.empty() || article.published < first_published) {
        first_published = article.published;
    }
    last_published = std::max(last_published, std::string(article.published));
}

std::string scope_in_words(const Figures& figures) {
    std::string scope = counted(figures.documents, "document", "documents");
    if (!figures.first_published.empty()) {
        const std::string first = iso_in_words(figures.first_published);
        const std::string last = iso_in_words(figures.last_published);
        scope += first == last ? ", published " + first : ", published from " + first + " to " + last;
    }
    return scope;
}

std::string figures_html(const Figures& figures, const Parts& parts) {
    const auto figure = [&](std::string_view anchor, std::uint64_t number, std::string_view label,
                            const std::string& note) {
        return parts.fill("figure",
                          {{"anchor", anchor}, {"number", grouped(number)}, {"label", label}, {"note", note}});
    };
    const std::string open = figures.unresolved == 0 ? "all resolved" : grouped(figures.unresolved) + " unresolved";
    return figure("documents", figures.documents, figures.documents == 1 ? "document" : "documents",
                  counted(figures.sentences, "sentence", "sentences")) +
           figure("timeline", figures.entries, figures.entries == 1 ? "timeline entry" : "timeline entries",
                  "oldest first") +
           figure("entities", figures.entities, "names", counted(figures.mentions, "mention", "mentions")) +
           figure("unresolved", figures.dates, figures.dates == 1 ? "date found" : "dates found", open) +
           figure("rejected", figures.rejected, "rejected",
                  figures.rejected == 0 ? "every input was read" : "inputs that could not be read");
}

std::string notices_html(const Figures& figures, const Parts& parts) {
    std::string notices;
    if (figures.undated_documents > 0) {
        notices += parts.fill(figures.undated_documents == 1 ? "undated-document" : "undated-documents",
                              {{"count", grouped(figures.undated_documents)}});
    }
    // `found`: how many of them the file has.
    const auto add_left_out = [&](std::uint64_t shown, std::uint64_t all, std::string_view what, std::string_view file,
                                  std::string_view found = "all") {
        if (shown < all) {
            notices += parts.fill(
                "left-out",
                {{"shown", grouped(shown)}, {"all", grouped(all)}, {"what", what}, {"found", found}, {"file", file}});
        }
    };
    const std::string undated_found =
        figures.undated_listed < figures.undated ? "the first " + grouped(figures.undated_listed) : "all";
    add_left_out(figures.documents_shown, figures.documents, "documents in full", "documents.jsonl");
    add_left_out(figures.entries_shown, figures.entries, "timeline entries", "timeline.json");
    add_left_out(figures.undated_shown, figures.undated, "events without a date", "timeline.json", undated_found);
    add_left_out(figures.entities_shown, figures.entities, "names", "documents.jsonl");
    add_left_out(figures.unresolved_shown, figures.unresolved, "unresolved dates", "timeline.json");
    add_left_out(figures.rejected_shown, figures.rejected, "rejected inputs", "rejected.jsonl");
    return notices.empty() ? notices : parts.fill("notices", {{"notices", notices}});
}

std::string grouped(std::uint64_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t at = digits.size(); at > 3; at -= 3) {
        digits.insert(at - 3, 1, ',');
    }
    return digits;
}

}  // namespace report
