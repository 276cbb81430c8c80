// A plugin without the SDK that breaks one rule of the boundary for each word it knows.
#include <attache/plugin.h>

#include <cstring>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

const attache_host* host = nullptr;

attache_str str(const char* text) {
    return {text, std::strlen(text)};
}

attache_status append(attache_document* document, const char* layer, std::uint32_t start, std::uint32_t end,
                      std::vector<attache_column> columns = {}) {
    attache_layer batch{};
    batch.head = ATTACHE_HEAD(attache_layer);
    batch.name = str(layer);
    batch.rows = 1;
    batch.start = &start;
    batch.end = &end;
    batch.columns = columns.data();
    batch.column_count = static_cast<std::uint32_t>(columns.size());
    return host->append(document, &batch, nullptr);
}

attache_column column(const char* name, std::uint32_t type, const void* value) {
    return {str(name), type, 0, value};
}

attache_status misbehave(const std::string& how, attache_document* document) {
    const std::uint32_t row = 5;
    const std::int64_t number = 5;
    const attache_str not_utf8 = str("\xFF");
    attache_layer view{};
    view.head = ATTACHE_HEAD(attache_layer);
    if (how == "error") {
        return host->fail(str("the document says error"));
    }
    if (how == "silent error") {
        return ATTACHE_ERROR;
    }
    if (how == "unknown status") {
        return 42;
    }
    if (how == "throw") {
        throw std::runtime_error("thrown through the boundary");
    }
    if (how == "throw an int") {
        throw 7;
    }
    if (how == "out of range") {
        return append(document, "mark", 0, 1000);
    }
    if (how == "backwards") {
        return append(document, "mark", 3, 1);
    }
    if (how == "inside é") {
        return append(document, "mark", 0, 8);
    }
    if (how == "undeclared layer") {
        return append(document, "entity", 0, 1);
    }
    if (how == "undeclared read") {
        return host->layer(document, str("token"), &view);
    }
    if (how == "unknown column") {
        return append(document, "mark", 0, 1, {column("lable", ATTACHE_TEXT, &not_utf8)});
    }
    if (how == "wrong type") {
        return append(document, "mark", 0, 1, {column("label", ATTACHE_INT, &number)});
    }
    if (how == "not UTF-8") {
        return append(document, "mark", 0, 1, {column("label", ATTACHE_TEXT, &not_utf8)});
    }
    if (how == "dangling reference") {
        return append(document, "mark", 0, 1, {column("points_at", ATTACHE_REF, &row)});
    }
    if (how == "set text") {
        return host->set_text(document, str("another text"));
    }
    if (how == "set field") {
        return host->set_field(document, str("title"), str("another title"));
    }
    if (how == "goes on after a failure") {
        append(document, "mark", 0, 1000);
        return append(document, "other", 0, 1);
    }
    if (how == "fails half way") {
        append(document, "mark", 0, 1);
        return host->fail(str("after writing a row"));
    }
    if (how == "fatal") {
        host->fail(str("the disk is full"));
        return ATTACHE_FATAL;
    }
    return append(document, "mark", 0, 1);
}

attache_status create(const attache_host* given, const attache_settings*, void** self) {
    if (host != given) {
        host = given;
    }
    *self = &host;
    return ATTACHE_OK;
}
void destroy(void*) {}
attache_status annotate(void*, attache_document* document) {
    const attache_str text = host->text(document);
    return misbehave(std::string(text.data, text.size), document);
}

}  // namespace

extern "C" ATTACHE_EXPORT const attache_plugin attache_plugin_v0 = {
    ATTACHE_HEAD(attache_plugin), create, destroy, annotate, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr};
