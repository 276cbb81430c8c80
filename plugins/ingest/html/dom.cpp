// Depth is bounded while parsing: libxml2 walks the open elements at every end tag, and so do we.
#include "dom.h"

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>

#include <attache/plugin.hpp>
#include <limits>

namespace ingest_html {
namespace {

constexpr int deepest = 1024;

const char* characters(const xmlChar* text) {
    return reinterpret_cast<const char*>(text);
}

/// Counts open elements and stops the parser that has too many.
void start_element(void* context, const xmlChar* name, const xmlChar** attributes) {
    auto* parser = static_cast<htmlParserCtxtPtr>(context);
    // The parser's own limit is 256, which old pages with unclosed tags exceed.
    parser->options |= XML_PARSE_HUGE;
    if (parser->nodeNr >= deepest) {
        *static_cast<bool*>(parser->_private) = true;
        xmlStopParser(parser);
        return;
    }
    xmlSAX2StartElement(context, name, attributes);
}

struct FreeParser {
    void operator()(htmlParserCtxtPtr parser) const {
        xmlFreeDoc(parser->myDoc);
        htmlFreeParserCtxt(parser);
    }
};

}  // namespace

Dom parse_html(const std::string& utf8) {
    static const bool ready = (xmlInitParser(), true);
    const std::unique_ptr<htmlParserCtxt, FreeParser> parser(ready ? htmlNewParserCtxt() : nullptr);
    if (!parser || utf8.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
        throw attache::Error("the page is too large: " + std::to_string(utf8.size()) + " bytes");
    }
    bool too_deep = false;
    parser->_private = &too_deep;
    parser->sax->startElement = start_element;
    const int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                        HTML_PARSE_NODEFDTD | HTML_PARSE_COMPACT | HTML_PARSE_IGNORE_ENC;
    parser->myDoc = nullptr;
    Dom document(
        htmlCtxtReadMemory(parser.get(), utf8.data(), static_cast<int>(utf8.size()), nullptr, "UTF-8", options));
    if (too_deep) {
        throw attache::Error("not a readable page: elements are nested more than " + std::to_string(deepest) + " deep");
    }
    if (!document || xmlDocGetRootElement(document.get()) == nullptr) {
        throw attache::Error("not a web page: there is no element in it");
    }
    return document;
}

bool is_element(const xmlNode* node) {
    return node->type == XML_ELEMENT_NODE;
}

std::string_view name_of(const xmlNode* element) {
    return characters(element->name);
}

std::string attribute(const xmlNode* element, const char* name) {
    xmlChar* value = xmlGetNoNsProp(element, reinterpret_cast<const xmlChar*>(name));
    if (value == nullptr) {
        return "";
    }
    std::string result;
    append_folded(result, characters(value));
    xmlFree(value);
    if (result.ends_with(' ')) {
        result.pop_back();
    }
    return result;
}

bool has_attribute(const xmlNode* element, const char* name) {
    return xmlHasProp(element, reinterpret_cast<const xmlChar*>(name)) != nullptr;
}

std::string_view content_of(const xmlNode* node) {
    return node->content == nullptr ? std::string_view() : std::string_view(characters(node->content));
}

std::string text_inside(const xmlNode* element) {
    std::string result;
    for (const xmlNode* node = element; node != nullptr; node = next_node(node, element)) {
        if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
            append_folded(result, content_of(node));
        } else if (is_element(node) && name_of(node) == "br") {
            append_folded(result, " ");
        }
    }
    if (result.ends_with(' ')) {
        result.pop_back();
    }
    return result;
}

const xmlNode* next_node(const xmlNode* node, const xmlNode* root, bool inside) {
    if (inside && node->type != XML_ENTITY_REF_NODE && node->children != nullptr) {
        return node->children;
    }
    while (node != root && node->next == nullptr) {
        node = node->parent;
    }
    return node == root ? nullptr : node->next;
}

void append_folded(std::string& result, std::string_view text) {
    for (const char c : text) {
        if (c != ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f') {
            result += c;
        } else if (!result.empty() && result.back() != ' ' && result.back() != '\n') {
            result += ' ';
        }
    }
}

}  // namespace ingest_html
