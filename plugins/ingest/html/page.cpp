// The page's metadata come first; what stands at the head of the text itself fills the gaps.
#include "page.h"

#include <algorithm>
#include <attache/plugin.hpp>
#include <set>

#include "../article/cursor.h"
#include "../article/dateline.h"
#include "../article/head.h"
#include "../article/words.h"
#include "blocks.h"
#include "dom.h"
#include "encoding.h"
#include "main_text.h"
#include "metadata.h"

namespace ingest_html {
namespace {

void add_missing(Page& page, const std::string& field, const std::string& value) {
    if (!value.empty()) {
        page.fields.emplace(field, value);
    }
}

void add_published(Page& page, const std::string& date, const std::string& from) {
    const auto known = page.fields.find("published_from");
    // A date in an address is the weakest witness.
    if (!date.empty() && (known == page.fields.end() || known->second == "url")) {
        page.fields["published"] = date;
        page.fields["published_from"] = from;
    }
}

/// True if at least half of the words of `line` stand in `title` too.
bool shares_words(const std::string& line, const std::string& title) {
    std::set<std::string> known;
    for (const std::string_view word : ingest::words_of(title)) {
        known.insert(ingest::lower(word));
    }
    const auto words = ingest::words_of(line);
    const auto shared = std::count_if(words.begin(), words.end(),
                                      [&](std::string_view word) { return known.contains(ingest::lower(word)); });
    return !words.empty() && static_cast<std::size_t>(shared) * 2 >= words.size();
}

}  // namespace

Page read_page(std::string_view bytes, const Rules& rules) {
    const std::string utf8 = to_utf8(bytes);
    if (ingest::trim(utf8).empty()) {
        throw attache::Skip("the file is empty");
    }
    const Dom document = parse_html(utf8);
    Metadata metadata = read_metadata(document.get(), rules);
    Page page{std::move(metadata.fields), "", std::move(metadata.remarks)};

    const auto title = page.fields.find("title");
    const std::string known_title = title == page.fields.end() ? "" : title->second;
    const Blocks blocks = read_blocks(document.get(), rules);
    const std::string text = main_text(blocks, rules, known_title);
    if (text.empty()) {
        throw attache::Error("no main text found: none of the page's " + std::to_string(blocks.blocks.size()) +
                             " pieces of text reads like an article's paragraph");
    }
    ingest::Head head = ingest::read_head(text, known_title);
    if (metadata.title_of_window) {
        ingest::Head own = ingest::read_head(text, "");
        if (shares_words(own.title, known_title)) {
            head = std::move(own);
            page.fields["title"] = head.title;
        }
    }
    page.text = ingest::trim(std::string_view(text).substr(head.size < text.size() ? head.size : 0));
    const ingest::Dateline dateline = ingest::find_dateline(page.text);
    add_missing(page, "title", head.title);
    add_missing(page, "byline", head.byline);
    add_missing(page, "updated", head.updated);
    add_missing(page, "dateline", head.place.empty() ? dateline.place : head.place);
    add_missing(page, "publisher", dateline.publisher);
    add_published(page, head.published, "text");
    add_published(page, dateline.published, "dateline");
    return page;
}

}  // namespace ingest_html
