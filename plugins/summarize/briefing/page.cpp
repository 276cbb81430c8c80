// briefing.html.
#include "page.h"

#include <string>

#include "pages/html.h"

namespace briefing {

Page::Page(const attache::Settings& settings)
    : page_(settings.resource("briefing.html")),
      parts_(settings.resource("parts.html")),
      style_(settings.resource("briefing.css")) {}

void Page::write(const Contents& contents, const report::Template::Write& write) const {
    page_.render(write, [&](std::string_view slot, const report::Template::Write& into) {
        if (slot == "title") {
            into(contents.title);
        } else if (slot == "style") {
            into(style_);
        } else if (slot == "basis") {
            into(contents.basis);
        } else if (slot == "phrases") {
            into(phrases_html(contents));
        } else if (slot == "sections") {
            into(contents.citations.empty() ? parts_.fill("nothing") : sections_html(contents));
        } else if (slot == "citations") {
            into(citations_html(contents));
        } else if (slot == "made_by") {
            into(contents.made_by);
        } else {
            throw attache::Error("briefing.html has a slot that nothing fills: " + std::string(slot));
        }
    });
}

std::string Page::phrases_html(const Contents& contents) const {
    std::string items;
    for (const summarize::CollectionPhrase& phrase : contents.phrases) {
        const std::string note =
            std::to_string(phrase.documents) + (phrase.documents == 1 ? " document" : " documents");
        items +=
            parts_.fill("phrase", {{"text", phrase.text}, {"note", note}, {"count", std::to_string(phrase.documents)}});
    }
    return items.empty() ? items : parts_.fill("phrases", {{"items", items}});
}

std::string Page::sections_html(const Contents& contents) const {
    std::string html;
    for (const Section& section : contents.sections) {
        std::string bullets;
        for (const Bullet& bullet : section.bullets) {
            bullets += bullet_html(bullet, contents);
        }
        const std::string heading =
            section.heading.empty() ? std::string() : parts_.fill("heading", {{"text", section.heading}});
        html += parts_.fill("section", {{"heading", heading}, {"bullets", bullets}});
    }
    return html;
}

std::string Page::bullet_html(const Bullet& bullet, const Contents& contents) const {
    std::string links;
    for (const std::size_t number : bullet.citations) {
        const timeline::Source& source = contents.citations[number - 1].source;
        const std::string& name = source.title.empty() ? source.document : source.title;
        links += parts_.fill("link", {{"number", std::to_string(number)}, {"name", name}});
    }
    const std::string dated_by = !bullet.dated_by.empty()  ? "“" + bullet.dated_by + "”"
                                 : bullet.day == "undated" ? ""
                                                           : "published";
    const std::string further = bullet.further == 0 ? "" : "and " + std::to_string(bullet.further) + " more";
    return parts_.fill("bullet", {{"number", std::to_string(bullet.number)},
                                  {"day", bullet.day},
                                  {"dated_by", dated_by},
                                  {"text", bullet.text},
                                  {"document", document_html(contents.citations[bullet.citations.front() - 1].source)},
                                  {"links", links},
                                  {"further", further}});
}

std::string Page::citations_html(const Contents& contents) const {
    std::string html;
    std::size_t number = 0;
    for (const Citation& citation : contents.citations) {
        const timeline::Source& source = citation.source;
        const std::string place = "sentence " + std::to_string(source.sentence + 1) + ", characters " +
                                  std::to_string(source.span.start) + "–" + std::to_string(source.span.end);
        html += parts_.fill("citation", {{"number", std::to_string(++number)},
                                         {"bullet", std::to_string(citation.bullet)},
                                         {"document", document_html(source)},
                                         {"id", source.document},
                                         {"place", place},
                                         {"before", citation.passage.before},
                                         {"text", citation.passage.text},
                                         {"after", citation.passage.after}});
    }
    return html.empty() ? html : parts_.fill("citations", {{"items", html}});
}

std::string Page::document_html(const timeline::Source& source) const {
    const std::string& name = source.title.empty() ? source.document : source.title;
    const std::string title = report::is_web_address(source.source)
                                  ? parts_.fill("web-title", {{"text", name}, {"address", source.source}})
                                  : parts_.fill("title", {{"text", name}});
    const std::string from = has_source(source) ? source.source + ", " : "";
    return parts_.fill("document", {{"title", title}, {"from", from}, {"published", published_in_words(source)}});
}

}  // namespace briefing
