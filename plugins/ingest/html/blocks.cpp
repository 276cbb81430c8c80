// Walks the tree once, as a browser lays text out, then decides which containers lie around the article.
#include "blocks.h"

#include <string_view>

namespace ingest_html {
namespace {

bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}
bool is_lower_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/// The words of "article-body relatedLinks" in lower case: article, body, related, links.
template <class Use>
void each_name(const std::string& names, const Use& use) {
    std::string word;
    for (const char c : names + " ") {
        const bool letter = is_upper(c) || is_lower_or_digit(c);
        if (!word.empty() && (!letter || (is_upper(c) && !is_upper(word.back())))) {
            for (char& w : word) {
                w = is_upper(w) ? static_cast<char>(w - 'A' + 'a') : w;
            }
            use(word);
            word.clear();
        }
        if (letter) {
            word += c;
        }
    }
}

bool is_hidden(const xmlNode* element) {
    const std::string style = attribute(element, "style");
    return has_attribute(element, "hidden") || attribute(element, "aria-hidden") == "true" ||
           style.find("display:none") != style.npos || style.find("display: none") != style.npos;
}

bool is_dropped_by_name(const xmlNode* element, const Rules& rules) {
    bool dropped = rules.drop_element.contains(name_of(element));
    bool drop = false;
    bool keep = false;
    for (const char* names : {"class", "id", "role"}) {
        each_name(attribute(element, names), [&](const std::string& word) {
            drop = drop || rules.drop_name.contains(word);
            keep = keep || rules.keep_name.contains(word);
        });
    }
    return dropped || (drop && !keep);
}

class Reader {
public:
    explicit Reader(const Rules& rules) : rules_(rules) {}

    Blocks read(const xmlNode* root) {
        result_.containers.push_back({root, 0, false});
        const xmlNode* node = root->children;
        while (node != nullptr) {
            const bool inside = enter(node);
            if (inside && node->children != nullptr && node->type != XML_ENTITY_REF_NODE) {
                node = node->children;
                continue;
            }
            leave(node);
            while (node->next == nullptr && node->parent != root) {
                node = node->parent;
                leave(node);
            }
            node = node->next;
        }
        flush();
        return std::move(result_);
    }

private:
    /// False if what is inside is not to be read.
    bool enter(const xmlNode* node) {
        if (!is_element(node)) {
            const bool text = node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
            add_text(text ? content_of(node) : std::string_view());
            return false;
        }
        const std::string_view name = name_of(node);
        if (rules_.silent.contains(name) || is_hidden(node)) {
            return false;
        }
        if (name == "br") {
            // Two in a row end a paragraph, as pages wrote them before they had style sheets.
            broken_ ? flush() : add_break();
            broken_ = true;
        } else if (rules_.block.contains(name)) {
            flush();
            result_.containers.push_back({node, current_, is_dropped_by_name(node, rules_)});
            current_ = result_.containers.size() - 1;
        } else if (name == "a" && has_attribute(node, "href")) {
            ++links_;
        }
        return true;
    }

    void leave(const xmlNode* node) {
        if (!is_element(node)) {
            return;
        }
        if (result_.containers[current_].element == node) {
            flush();
            current_ = result_.containers[current_].parent;
        } else if (name_of(node) == "a" && has_attribute(node, "href")) {
            links_ -= links_ > 0 ? 1 : 0;
        }
    }

    void add_text(std::string_view text) {
        const std::size_t before = block_.text.size();
        append_folded(block_.text, text);
        block_.linked += links_ > 0 ? block_.text.size() - before : 0;
        broken_ = broken_ && text.find_first_not_of(" \t\r\n\f") == text.npos;
    }

    void add_break() {
        trim_end();
        if (!block_.text.empty()) {
            block_.text += '\n';
        }
    }

    void trim_end() {
        while (block_.text.ends_with(' ') || block_.text.ends_with('\n')) {
            block_.text.pop_back();
        }
    }

    void flush() {
        broken_ = false;
        trim_end();
        if (!block_.text.empty()) {
            block_.container = current_;
            block_.words = count_words(block_.text);
            result_.blocks.push_back(std::move(block_));
        }
        block_ = Block{};
    }

    const Rules& rules_;
    Blocks result_;
    Block block_;
    std::size_t current_ = 0;
    std::size_t links_ = 0;
    bool broken_ = false;
};

/// A name alone does not condemn what holds most of the page: `<body class="has-sidebar">`.
void settle_dropped(Blocks& page) {
    std::vector<std::size_t> words(page.containers.size(), 0);
    for (const Block& block : page.blocks) {
        words[block.container] += block.words;
    }
    for (std::size_t i = words.size(); i-- > 1;) {
        words[page.containers[i].parent] += words[i];
    }
    for (std::size_t i = 0; i < words.size(); ++i) {
        Container& container = page.containers[i];
        container.dropped = container.dropped && words[i] * 2 <= words[0];
        container.dropped = container.dropped || page.containers[container.parent].dropped;
    }
}

}  // namespace

std::size_t count_words(std::string_view text) {
    std::size_t words = 0;
    std::size_t unspaced = 0;
    bool inside = false;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        unspaced += byte >= 0xE3 && byte <= 0xED ? 1 : 0;
        const bool blank = c == ' ' || c == '\n';
        words += !blank && !inside ? 1 : 0;
        inside = !blank;
    }
    return words + unspaced / 2;
}

Blocks read_blocks(const xmlDoc* document, const Rules& rules) {
    Blocks page = Reader(rules).read(xmlDocGetRootElement(document));
    settle_dropped(page);
    return page;
}

}  // namespace ingest_html
