// A page as a tree: libxml2's HTML parser, recovering, silent and offline.
#pragma once

#include <libxml/tree.h>

#include <memory>
#include <string>
#include <string_view>

namespace ingest_html {

struct FreeDocument {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
using Dom = std::unique_ptr<xmlDoc, FreeDocument>;

/// Parses UTF-8. Throws attache::Error if there is no element in it, or if elements are nested too deeply to be a page.
Dom parse_html(const std::string& utf8);

bool is_element(const xmlNode* node);
/// The element's name, in lower case as the parser leaves it.
std::string_view name_of(const xmlNode* element);
/// Empty if the element has no such attribute.
std::string attribute(const xmlNode* element, const char* name);
bool has_attribute(const xmlNode* element, const char* name);
/// All text inside, white space folded.
std::string text_inside(const xmlNode* element);
/// A text node's content.
std::string_view content_of(const xmlNode* node);

/// The node after `node` in document order, within `root`; null after the last. Does not enter `node` if `inside` is
/// false.
const xmlNode* next_node(const xmlNode* node, const xmlNode* root, bool inside = true);

/// Appends `text` with runs of white space as one space, and none at the start of `result` or after a newline in it.
void append_folded(std::string& result, std::string_view text);

}  // namespace ingest_html
