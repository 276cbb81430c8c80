// The reader of JSON Lines: a line that is broken costs that line alone.
#include <attache/plugin.hpp>

#include "lines.h"
#include "record.h"

namespace {

class JsonLinesReader {
public:
    explicit JsonLinesReader(const attache::Settings&) {}

    std::optional<attache::Record> split(std::string_view data, bool at_end) {
        const auto line = ingest_jsonl::find_line(data, at_end);
        return line ? std::optional(attache::Record{line->start, line->size}) : std::nullopt;
    }

    void read(std::string_view line, attache::Document& document) {
        const ingest_jsonl::Record record = ingest_jsonl::read_record(line);
        if (record.id) {
            document.set_field("id", *record.id);
        }
        for (const auto& [key, value] : record.fields) {
            document.set_field(key, value);
        }
        for (const std::string& remark : record.remarks) {
            document.remark(remark);
        }
        document.set_text(record.text);
    }
};

}  // namespace

ATTACHE_PLUGIN(JsonLinesReader)
