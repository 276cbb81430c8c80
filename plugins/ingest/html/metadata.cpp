// First everything that may say something is collected under the name of its place; then each field takes the best.
#include "metadata.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "../article/cursor.h"
#include "../article/published_date.h"
#include "json_ld.h"

namespace ingest_html {
namespace {

constexpr std::size_t longest_value = 2000;
constexpr std::size_t longest_name = 200;
constexpr std::array separators = {" | ", " – ", " — ", " - ", " :: ", " » ", " · "};

using Places = std::map<std::string, std::string>;

void note(Places& places, const std::string& place, const std::string& value) {
    if (!value.empty() && value.size() <= longest_value) {
        places.emplace(place, value);
    }
}

void note_meta(const xmlNode* element, Places& places) {
    for (const char* name : {"property", "name", "http-equiv"}) {
        if (const std::string key = ingest::lower(attribute(element, name)); !key.empty()) {
            note(places, key, attribute(element, "content"));
        }
    }
}

void note_itemprop(const xmlNode* element, Places& places) {
    const std::string property = attribute(element, "itemprop");
    const std::string place = "itemprop:" + property;
    if (property.empty() || property == "articleBody" || places.contains(place)) {
        return;
    }
    for (const char* name : {"content", "datetime"}) {
        if (has_attribute(element, name)) {
            note(places, place, attribute(element, name));
            return;
        }
    }
    note(places, place, text_inside(element));
}

void note_script(const xmlNode* element, Places& places) {
    if (ingest::lower(attribute(element, "type")) != "application/ld+json") {
        return;
    }
    std::string script;
    for (const xmlNode* child = element->children; child != nullptr; child = child->next) {
        script += content_of(child);
    }
    for (const auto& [property, value] : read_json_ld(script)) {
        note(places, "json-ld:" + property, value);
    }
}

void note_element(const xmlNode* element, Places& places) {
    const std::string_view name = name_of(element);
    note_itemprop(element, places);
    if (name == "meta") {
        note_meta(element, places);
    } else if (name == "script") {
        note_script(element, places);
    } else if (name == "html") {
        note(places, "element:lang", attribute(element, "lang"));
        note(places, "element:lang", attribute(element, "xml:lang"));
    } else if (name == "link" && ingest::lower(attribute(element, "rel")) == "canonical") {
        note(places, "element:canonical", attribute(element, "href"));
    } else if (name == "time") {
        note(places, "element:time", attribute(element, "datetime"));
    } else if (name == "title" || name == "h1") {
        note(places, "element:" + std::string(name),
             places.contains("element:" + std::string(name)) ? "" : text_inside(element));
    }
}

Places collect(const xmlDoc* document) {
    Places places;
    const xmlNode* root = xmlDocGetRootElement(document);
    for (const xmlNode* node = root; node != nullptr; node = next_node(node, root)) {
        if (is_element(node)) {
            note_element(node, places);
        }
    }
    return places;
}

/// "Talks end | The Daily" without the part after (or before) the separator, if that is the site's name or, where the
/// name is not known, looks like one.
std::string without_site_name(const std::string& title, const std::string& site) {
    for (const std::string_view separator : separators) {
        const std::size_t at = title.rfind(separator);
        if (at == title.npos) {
            continue;
        }
        std::string before = title.substr(0, at);
        std::string after = title.substr(at + separator.size());
        if (!site.empty() && ingest::lower(before) == ingest::lower(site)) {
            return after;
        }
        const bool short_name = std::count(after.begin(), after.end(), ' ') < 4 && before.size() > 2 * after.size();
        if (site.empty() ? short_name : ingest::lower(after) == ingest::lower(site)) {
            return before;
        }
    }
    return title;
}

bool fits(const std::string& field, const std::string& value) {
    const bool address = value.find("://") != value.npos;
    if (field == "url") {
        return value.starts_with("http://") || value.starts_with("https://");
    }
    if (field == "language") {
        return value.size() <= 35 && value.find_first_of(" ,;") == value.npos;
    }
    return !address && (field != "byline" || value.size() <= longest_name);
}

std::string tidied(const std::string& field, std::string value) {
    if (field == "language") {
        std::replace(value.begin(), value.end(), '_', '-');
    }
    if (field == "byline" && (value.starts_with("By ") || value.starts_with("by "))) {
        return value.substr(3);
    }
    return value;
}

void take_date(const std::string& field, const std::vector<std::string>& order, const Places& places,
               Metadata& metadata) {
    std::string unread;
    for (const std::string& place : order) {
        const auto found = places.find(place);
        if (found == places.end()) {
            continue;
        }
        if (const auto date = ingest::read_date(found->second)) {
            metadata.fields[field] = *date;
            return;
        }
        unread = unread.empty() ? place + " \"" + found->second.substr(0, found->second.find('"')) + "\"" : unread;
    }
    if (!unread.empty() && field == "published") {
        metadata.remarks.push_back("no publication date could be read from " + unread);
    }
}

void take_field(const std::string& field, const std::vector<std::string>& order, const Places& places,
                Metadata& metadata) {
    for (const std::string& place : order) {
        const auto found = places.find(place);
        if (found != places.end() && fits(field, found->second)) {
            metadata.fields[field] = tidied(field, found->second);
            return;
        }
    }
}

void take_title(const Places& places, Metadata& metadata) {
    std::string& title = metadata.fields["title"];
    const auto site = metadata.fields.find("publisher");
    const std::string site_name = site == metadata.fields.end() ? "" : site->second;
    const auto heading = places.find("element:h1");
    const auto page_title = places.find("element:title");
    if (!title.empty()) {
        title = site_name.empty() ? title : without_site_name(title, site_name);
    } else if (heading != places.end() && heading->second != site_name) {
        title = heading->second;
    } else if (page_title != places.end()) {
        title = without_site_name(page_title->second, site_name);
        metadata.title_of_window = true;
    }
    if (title.empty()) {
        metadata.fields.erase("title");
    }
}

/// The day in an address such as "https://example.org/2024/03/20/talks"; empty if there is none.
std::string date_in_url(const std::string& url) {
    for (std::size_t at = url.find('/'); at != url.npos; at = url.find('/', at + 1)) {
        const std::string part = url.substr(at + 1, 10);
        const bool separated = part.size() == 10 && (part[4] == '/' || part[4] == '-') && part[7] == part[4];
        const char after = at + 11 < url.size() ? url[at + 11] : '/';
        if (separated && (after < '0' || after > '9')) {
            if (const auto date = ingest::read_date(part)) {
                return *date;
            }
        }
    }
    return "";
}

}  // namespace

Metadata read_metadata(const xmlDoc* document, const Rules& rules) {
    const Places places = collect(document);
    Metadata metadata;
    for (const auto& [field, order] : rules.metadata) {
        if (field == "published" || field == "updated") {
            take_date(field, order, places, metadata);
        } else {
            take_field(field, order, places, metadata);
        }
    }
    take_title(places, metadata);
    if (metadata.fields.contains("published")) {
        metadata.fields["published_from"] = "metadata";
    } else if (const std::string date = date_in_url(metadata.fields["url"]); !date.empty()) {
        metadata.fields["published"] = date;
        metadata.fields["published_from"] = "url";
    }
    std::erase_if(metadata.fields, [](const auto& field) { return field.second.empty(); });
    return metadata;
}

}  // namespace ingest_html
