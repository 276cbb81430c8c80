// The reader of web pages: one file, one article.
#include <attache/plugin.hpp>

#include "page.h"
#include "rules.h"

namespace {

class HtmlReader {
public:
    explicit HtmlReader(const attache::Settings& settings)
        : rules_(ingest_html::read_rules(settings.resource("rules.toml"))) {}

    void read(std::string_view record, attache::Document& document) {
        const ingest_html::Page page = ingest_html::read_page(record, rules_);
        for (const auto& [key, value] : page.fields) {
            document.set_field(key, value);
        }
        for (const std::string& remark : page.remarks) {
            document.remark(remark);
        }
        document.set_text(page.text);
    }

private:
    ingest_html::Rules rules_;
};

}  // namespace

ATTACHE_PLUGIN(HtmlReader)
