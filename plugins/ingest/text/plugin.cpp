// The reader of plain text: one file, one article.
#include <attache/plugin.hpp>

#include "article.h"

namespace {

class TextReader {
public:
    explicit TextReader(const attache::Settings&) {}

    void read(std::string_view record, attache::Document& document) {
        const ingest_text::Article article = ingest_text::read_article(record);
        for (const auto& [key, value] : article.fields) {
            document.set_field(key, value);
        }
        for (const std::string& remark : article.remarks) {
            document.remark(remark);
        }
        document.set_text(article.text);
    }
};

}  // namespace

ATTACHE_PLUGIN(TextReader)
