// One document of the page.
#include "document_view.h"

#include <algorithm>
#include <tuple>

#include "entity_view.h"
#include "keyphrase_view.h"
#include "pages/calendar_words.h"
#include "pages/html.h"

namespace report {

namespace {

constexpr std::size_t longest_bullet = 900;

/// Of marks that begin together, the longest is shown, then the first in this order.
enum class Marked : std::uint8_t { Mention, Group, Time };

struct Mark {
    std::size_t start = 0;
    std::size_t end = 0;
    std::size_t row = 0;
    Marked what = Marked::Mention;
};

std::string joined(std::initializer_list<std::string> texts) {
    std::string line;
    for (const std::string& text : texts) {
        if (!text.empty()) {
            line += (line.empty() ? "" : " · ") + text;
        }
    }
    return line;
}

std::string labelled(std::string_view label, std::string_view text) {
    return text.empty() ? std::string() : std::string(label) + std::string(text);
}

std::string open_mention(const Mention& mention, const Parts& parts) {
    const std::string note = joined({std::string(mention.name), std::string(mention.type), std::string(mention.kind),
                                     labelled("id ", mention.entity_id), labelled("by ", mention.evidence)});
    return parts.fill("mention-open",
                      {{"class", type_class(mention.type)},
                       {"key", entity_anchor(entity_key(mention.type, mention.entity_id, mention.name))},
                       {"note", in_brief(note, 300)}});
}

std::string open_group(const Group& group, const Parts& parts) {
    std::string note;
    for (const std::string_view member : group.members) {
        note += (note.empty() ? "means " : ", ") + std::string(member);
    }
    return parts.fill("group-open", {{"note", in_brief(note, 300)}});
}

std::string open_time(const TimeExpression& time, const Parts& parts) {
    std::string days;
    if (time.begin && time.finish) {
        days = day_in_words(*time.begin);
        days += *time.begin == *time.finish ? "" : " – " + day_in_words(*time.finish);
    }
    const std::string note = joined({std::string(time.type), std::string(time.value), std::string(time.mod), days,
                                     labelled("counted from ", time.anchor.empty() ? "" : anchor_in_words(time.anchor)),
                                     labelled("not resolved: ", time.unresolved)});
    return parts.fill("time-open", {{"class", time.unresolved.empty() ? "" : " open"}, {"note", in_brief(note, 300)}});
}

template <class Thing>
void add_marks(const std::vector<Thing>& things, const Sentence& sentence, Marked what, std::vector<Mark>& marks) {
    auto at = std::lower_bound(things.begin(), things.end(), sentence.start,
                               [](const Thing& thing, std::size_t start) { return thing.start < start; });
    for (; at != things.end() && at->start < sentence.end; ++at) {
        if (at->end <= sentence.end && at->start < at->end) {
            marks.push_back({at->start, at->end, static_cast<std::size_t>(at - things.begin()), what});
        }
    }
}

std::string open_mark(const Article& article, const Mark& mark, const Parts& parts) {
    switch (mark.what) {
        case Marked::Mention:
            return open_mention(article.mentions[mark.row], parts);
        case Marked::Group:
            return open_group(article.groups[mark.row], parts);
        case Marked::Time:
            break;
    }
    return open_time(article.times[mark.row], parts);
}

std::string full_text(const Article& article, const Parts& parts) {
    if (article.sentences.empty()) {
        return parts.fill("plain-text", {{"text", article.text}});
    }
    std::string html;
    for (std::size_t i = 0; i < article.sentences.size(); ++i) {
        const Sentence& sentence = article.sentences[i];
        if (i == 0 || sentence.paragraph != article.sentences[i - 1].paragraph) {
            html +=
                (i == 0 ? "" : parts.fill("paragraph-close")) + parts.fill("paragraph-open", {{"kind", sentence.kind}});
        } else {
            html += ' ';
        }
        html += parts.fill("sentence", {{"id", sentence_anchor(article.number, i + 1)},
                                        {"class", sentence.rank > 0 ? " told" : ""},
                                        {"text", marked_text(article, sentence, parts)}});
    }
    return html + parts.fill("paragraph-close");
}

std::string summary(const Article& article, const Parts& parts) {
    std::string bullets;
    for (std::size_t i = 0; i < article.sentences.size(); ++i) {
        const Sentence& sentence = article.sentences[i];
        if (sentence.rank > 0) {
            const std::string_view in_text = article.text.substr(sentence.start, sentence.end - sentence.start);
            const std::string text = in_brief(sentence.told.empty() ? in_text : sentence.told, longest_bullet);
            bullets += parts.fill("summary-sentence", {{"anchor", sentence_anchor(article.number, i + 1)},
                                                       {"number", std::to_string(i + 1)},
                                                       {"text", text}});
        }
    }
    return bullets.empty() ? parts.fill("no-summary") : parts.fill("summary", {{"bullets", bullets}});
}

}  // namespace

std::string marked_text(const Article& article, const Sentence& sentence, const Parts& parts) {
    std::vector<Mark> marks;
    add_marks(article.mentions, sentence, Marked::Mention, marks);
    add_marks(article.groups, sentence, Marked::Group, marks);
    add_marks(article.times, sentence, Marked::Time, marks);
    std::sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) {
        return std::tuple(a.start, b.end, a.what, a.row) < std::tuple(b.start, a.end, b.what, b.row);
    });
    std::string html;
    std::size_t done = sentence.start;
    for (const Mark& mark : marks) {
        if (mark.start < done) {
            continue;
        }
        html += escape(article.text.substr(done, mark.start - done));
        html += open_mark(article, mark, parts);
        html += escape(article.text.substr(mark.start, mark.end - mark.start));
        html += parts.fill("mark-close");
        done = mark.end;
    }
    return html + escape(article.text.substr(done, std::max(sentence.end, done) - done));
}

std::string document_html(const Article& article, const Parts& parts) {
    const std::string published = article.published.empty()
                                      ? parts.fill("publication-unknown")
                                      : parts.fill("published", {{"date", iso_in_words(article.published)}});
    const std::string source =
        is_web_address(article.source)
            ? parts.fill("source-link", {{"source", article.source}})
            : parts.fill("source", {{"source", article.source.empty() ? article.id : article.source}});
    return parts.fill("document", {{"number", std::to_string(article.number)},
                                   {"title", in_brief(heading_of(article), 400)},
                                   {"published", published},
                                   {"source", source},
                                   {"id", article.id},
                                   {"summary", summary(article, parts)},
                                   {"keyphrases", keyphrases_html(article.keyphrases, parts)},
                                   {"text", full_text(article, parts)}});
}

}  // namespace report
