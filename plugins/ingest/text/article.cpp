// Front matter first, then the lines at the head, then the dateline: each may give what the ones before it did not.
#include "article.h"

#include <attache/plugin.hpp>
#include <attache/utf8.hpp>

#include "../article/dateline.h"
#include "../article/head.h"
#include "../article/published_date.h"
#include "../article/refusals.h"
#include "../article/words.h"
#include "front_matter.h"

namespace ingest_text {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

void refuse_what_is_not_text(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
        throw attache::Error(
            "not valid UTF-8: the file begins with the byte order mark of UTF-16; it has to be saved as "
            "UTF-8");
    }
    ingest::refuse_binary(bytes);
    if (const std::size_t at = attache::utf8::valid_prefix(bytes); at != bytes.size()) {
        throw attache::Error(ingest::invalid_utf8(bytes, at, "offset " + std::to_string(at)));
    }
}

std::string with_plain_newlines(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r') {
            result += text[i];
        } else if (i + 1 == text.size() || text[i + 1] != '\n') {
            result += '\n';
        }
    }
    return result;
}

/// The field under which a key of front matter is known, where that is another name.
std::string field_of(const FrontMatter::Entry& entry) {
    const auto& key = entry.key;
    if (key == "date" || key == "pubdate" || key == "published_at" || key == "publication_date") {
        return "published";
    }
    if (key == "author" || key == "authors" || key == "by") {
        return "byline";
    }
    if (key == "source") {
        return entry.value.find("://") == std::string::npos ? "publisher" : "url";
    }
    return key == "lang" ? "language" : key;
}

void take_front_matter(const FrontMatter& front_matter, Article& article) {
    for (const FrontMatter::Entry& entry : front_matter.entries) {
        const std::string field = field_of(entry);
        if (entry.value.empty() || (field != entry.key && article.fields.contains(field))) {
            continue;
        }
        if (field != "published") {
            article.fields[field] = entry.value;
        } else if (const auto date = ingest::read_date(entry.value)) {
            article.fields["published"] = *date;
            article.fields["published_from"] = "front matter";
        } else {
            article.remarks.push_back("front matter: \"" + entry.key + ": " + entry.value +
                                      "\" is not a date such as 2024-03-20; the article is taken as undated");
        }
    }
}

void add_missing(Article& article, const std::string& field, const std::string& value) {
    if (!value.empty()) {
        article.fields.emplace(field, value);
    }
}

void add_published(Article& article, const std::string& date, const std::string& from) {
    if (!date.empty() && article.fields.emplace("published", date).second) {
        article.fields.emplace("published_from", from);
    }
}

}  // namespace

Article read_article(std::string_view bytes) {
    refuse_what_is_not_text(bytes);
    if (bytes.starts_with(byte_order_mark)) {
        bytes.remove_prefix(byte_order_mark.size());
    }
    const std::string content = with_plain_newlines(bytes);
    if (ingest::trim(content).empty()) {
        throw attache::Skip("the file is empty");
    }
    Article article;
    const FrontMatter front_matter = read_front_matter(content);
    take_front_matter(front_matter, article);
    if (!front_matter.remark.empty()) {
        article.remarks.push_back(front_matter.remark);
    }

    const std::string_view body = std::string_view(content).substr(front_matter.size);
    const auto title = article.fields.find("title");
    const ingest::Head head = ingest::read_head(body, title == article.fields.end() ? "" : title->second);
    add_missing(article, "title", head.title);
    add_missing(article, "byline", head.byline);
    add_missing(article, "updated", head.updated);
    add_published(article, head.published, "text");

    article.text = ingest::trim(body.substr(head.size));
    if (article.text.empty()) {
        article.remarks.push_back("there is no text but the title");
        article.text = ingest::trim(article.fields["title"]);
    }
    const ingest::Dateline dateline = ingest::find_dateline(article.text);
    add_missing(article, "dateline", head.place.empty() ? dateline.place : head.place);
    add_missing(article, "publisher", dateline.publisher);
    add_published(article, dateline.published, "dateline");
    return article;
}

}  // namespace ingest_text
