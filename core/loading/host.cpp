#include "loading/host.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <attache/utf8.hpp>
#include <cstddef>
#include <cstring>
#include <map>
#include <memory>
#include <mutex>

#include "document/check.h"
#include "manifest/mapped_file.h"

namespace attache::core {

namespace {

struct Call {
    const PlannedPlugin* plugin = nullptr;
    const Document* document = nullptr;
    const void* document_handle = nullptr;
    const void* output_handle = nullptr;
    std::string message;
};

Call& current_call() {
    thread_local Call call;
    return call;
}

attache_status fail_with(std::string message, attache_status status = ATTACHE_ERROR) {
    current_call().message = std::move(message);
    return status;
}

std::atomic<std::uint64_t> strayed = 0;

/// A handle is good for the thread and the length of the call that lent it. Any other is not looked into: what it
/// pointed to may be gone, or another thread may be at work on it.
bool is_lent(const void* handle, const void* Call::*kind) {
    if (handle == current_call().*kind && handle != nullptr) {
        return true;
    }
    ++strayed;
    fail_with("uses a handle outside of the call that lent it, or on another thread");
    return false;
}
bool is_lent(const attache_document* document) {
    return is_lent(document, &Call::document_handle);
}
bool is_lent(const attache_output* output) {
    return is_lent(output, &Call::output_handle);
}

attache_status fail_with(attache_document& document, std::string message) {
    document.failed = true;
    return fail_with(std::move(message));
}

const LayerUse* find_use(const std::vector<LayerUse>& uses, std::string_view layer) {
    const auto found = std::find_if(uses.begin(), uses.end(), [&](const LayerUse& use) { return use.name == layer; });
    return found == uses.end() ? nullptr : &*found;
}

bool contains(const std::vector<std::string>& list, std::string_view text) {
    return std::find(list.begin(), list.end(), text) != list.end();
}

std::string quoted(attache_str text) {
    return "\"" + std::string(borrow(text)) + "\"";
}

// ---- the functions of attache_host, in its order. None lets an exception through. ----

const void* get_extension(const char*) {
    return nullptr;
}

attache_status fail(attache_str message) {
    try {
        const std::string_view text = borrow(message).substr(0, 4000);
        return fail_with(utf8::valid(borrow(message))
                             ? std::string(borrow(message))
                             : "a message that is not UTF-8: " + std::string(text.substr(0, utf8::valid_prefix(text))));
    } catch (...) {
        return ATTACHE_ERROR;
    }
}

spdlog::level::level_enum level_of(std::int32_t level) {
    switch (level) {
        case ATTACHE_LOG_DEBUG:
            return spdlog::level::debug;
        case ATTACHE_LOG_INFO:
            return spdlog::level::info;
        case ATTACHE_LOG_WARNING:
            return spdlog::level::warn;
        default:
            return spdlog::level::err;
    }
}

void log(std::int32_t level, attache_str message) {
    try {
        const Call& call = current_call();
        const std::string_view plugin =
            call.plugin != nullptr ? std::string_view(call.plugin->manifest().name) : "plugin";
        const std::string_view id = call.document != nullptr ? call.document->field("id") : std::string_view{};
        spdlog::log(level_of(level), "{}{}{}: {}", plugin, id.empty() ? "" : ": ", id, borrow(message));
    } catch (...) {
        // A log line is not worth a document.
    }
}

std::int32_t log_enabled(std::int32_t level) {
    return spdlog::should_log(level_of(level)) ? 1 : 0;
}

attache_status setting(const attache_settings* settings, attache_str key, attache_setting* out) {
    const auto found = settings->plugin.settings.find(borrow(key));
    if (found == settings->plugin.settings.end()) {
        return fail_with("asks for setting " + quoted(key) + ", which its manifest does not declare");
    }
    *out = {};
    out->type = static_cast<std::uint32_t>(found->second.index()) + ATTACHE_SETTING_BOOL;
    if (const auto* flag = std::get_if<bool>(&found->second)) {
        out->integer = *flag ? 1 : 0;
    } else if (const auto* integer = std::get_if<std::int64_t>(&found->second)) {
        out->integer = *integer;
    } else if (const auto* real = std::get_if<double>(&found->second)) {
        out->real = *real;
    } else if (const auto* text = std::get_if<std::string>(&found->second)) {
        out->text = lend(*text);
    } else {
        thread_local std::vector<attache_str> lent;
        lent.clear();
        for (const std::string& item : std::get<std::vector<std::string>>(found->second)) {
            lent.push_back(lend(item));
        }
        out->list = lent.data();
        out->list_size = static_cast<std::uint32_t>(lent.size());
    }
    return ATTACHE_OK;
}

attache_status resource(const attache_settings* settings, attache_str name, attache_str* bytes) {
    if (!contains(settings->plugin.data_files(), borrow(name))) {
        return fail_with("asks for resource " + quoted(name) + ", which neither its manifest nor its settings list");
    }
    try {
        *bytes = lend(map_resource(settings->plugin, borrow(name)));
        return ATTACHE_OK;
    } catch (const std::exception& error) {
        return fail_with(error.what());
    }
}

attache_str text(const attache_document* document) {
    if (!is_lent(document)) {
        return {nullptr, 0};
    }
    const std::string_view text = document->document.text();
    return {text.data(), text.size()};
}

attache_str field(const attache_document* document, attache_str key) {
    if (!is_lent(document)) {
        return {nullptr, 0};
    }
    const std::string_view value = document->document.field(borrow(key));
    return {value.data(), value.size()};
}

/// Gives as much of a table as the caller has room for.
template <class Table>
void give(Table table, Table* out) {
    table.head.struct_size = std::min<std::uint32_t>(out->head.struct_size, sizeof table);
    std::memcpy(out, &table, table.head.struct_size);
}

attache_layer no_rows(attache_str name) {
    attache_layer layer{};
    layer.head = ATTACHE_HEAD(attache_layer);
    layer.name = name;
    layer.producer = lend("");
    return layer;
}

attache_status layer(const attache_document* handle, attache_str name, attache_layer* out) {
    if (!is_lent(handle)) {
        return ATTACHE_ERROR;
    }
    auto& document = const_cast<attache_document&>(*handle);
    try {
        const LayerUse* use = find_use(document.plugin.manifest().reads, borrow(name));
        if (use == nullptr) {
            return fail_with(document,
                             "reads layer " + quoted(name) + ", which its manifest does not list under \"reads\"");
        }
        const Layer* found = document.document.find(borrow(name));
        if (found == nullptr && !use->optional) {
            return fail_with(document, "layer " + quoted(name) + " is not there");
        }
        give(found != nullptr ? found->view() : no_rows(lend(use->name)), out);
        return ATTACHE_OK;
    } catch (const std::exception& error) {
        return fail_with(document, error.what());
    }
}

attache_status append(attache_document* document, const attache_layer* rows, std::uint32_t* first_row) {
    if (!is_lent(document)) {
        return ATTACHE_ERROR;
    }
    try {
        const Manifest& manifest = document->plugin.manifest();
        if (rows->head.struct_size < sizeof(attache_layer)) {
            return fail_with(*document, "gives a batch of rows whose struct_size is not set");
        }
        if (manifest.kind != Kind::Annotator || find_use(manifest.writes, borrow(rows->name)) == nullptr) {
            return fail_with(*document, "writes layer " + quoted(rows->name) +
                                            ", which its manifest does not list under \"writes\"");
        }
        // The plan gives each layer one writer, and the engine has made its layers empty before the call.
        auto* target = const_cast<Layer*>(document->document.find(borrow(rows->name)));
        if (std::string wrong = why_not(*rows, *target, document->document); !wrong.empty()) {
            return fail_with(*document, std::move(wrong));
        }
        if (first_row != nullptr) {
            *first_row = target->rows();
        }
        target->append(*rows);
        return ATTACHE_OK;
    } catch (const std::exception& error) {
        return fail_with(*document, error.what());
    }
}

attache_status set_text(attache_document* document, attache_str text) {
    if (!is_lent(document)) {
        return ATTACHE_ERROR;
    }
    try {
        if (document->plugin.manifest().kind != Kind::Reader) {
            return fail_with(*document, "sets the text, which only a reader may");
        }
        if (document->document.has_text()) {
            return fail_with(*document, "sets the text twice");
        }
        const std::size_t valid = utf8::valid_prefix(borrow(text));
        if (valid != text.size) {
            return fail_with(*document, "the text is not valid UTF-8 at byte " + std::to_string(valid));
        }
        if (text.size >= ATTACHE_NO_ROW) {
            return fail_with(*document, "the text has " + std::to_string(text.size) + " bytes; it must be below 4 GiB");
        }
        document->document.set_text(borrow(text));
        return ATTACHE_OK;
    } catch (const std::exception& error) {
        return fail_with(*document, error.what());
    }
}

attache_status set_field(attache_document* document, attache_str key, attache_str value) {
    if (!is_lent(document)) {
        return ATTACHE_ERROR;
    }
    try {
        if (document->plugin.manifest().kind != Kind::Reader) {
            return fail_with(*document, "sets field " + quoted(key) + ", which only a reader may");
        }
        if (key.size == 0 || !utf8::valid(borrow(key)) || !utf8::valid(borrow(value))) {
            return fail_with(*document, "sets a field with an empty name, or whose name or value is not valid UTF-8");
        }
        document->document.set_field(borrow(key), value.data == nullptr ? "" : borrow(value));
        return ATTACHE_OK;
    } catch (const std::exception& error) {
        return fail_with(*document, error.what());
    }
}

/// Runs a service and turns what it throws into an error of the call.
template <class Service>
attache_status serve(const attache_output* output, const Service& service) {
    if (!is_lent(output)) {
        return ATTACHE_FATAL;
    }
    try {
        return service();
    } catch (const std::exception& error) {
        return fail_with(error.what(), ATTACHE_FATAL);
    }
}

attache_status write(attache_output* output, attache_str file, attache_str bytes) {
    return serve(output, [&] {
        if (!contains(output->plugin.manifest().files, borrow(file))) {
            return fail_with("writes file " + quoted(file) + ", which its manifest does not list under \"files\"");
        }
        output->services.write(borrow(file), borrow(bytes));
        return attache_status{ATTACHE_OK};
    });
}

attache_status read_file(attache_output* output, attache_str file, attache_str* bytes) {
    return serve(output, [&] {
        if (!contains(output->plugin.manifest().reads_files, borrow(file))) {
            return fail_with("reads file " + quoted(file) + ", which its manifest does not list under \"reads_files\"");
        }
        if (!output->finishing) {
            return fail_with("reads file " + quoted(file) + " before the end, when it is not finished");
        }
        *bytes = lend(output->services.read_file(borrow(file)));
        return attache_status{ATTACHE_OK};
    });
}

attache_status spool_put(attache_output* output, attache_str key, attache_str value) {
    return serve(output, [&] {
        output->services.put(borrow(key), borrow(value));
        return attache_status{ATTACHE_OK};
    });
}

attache_status spool_next(attache_output* output, attache_str* key, attache_str* value) {
    return serve(output, [&] {
        std::string_view next_key;
        std::string_view next_value;
        if (!output->finishing) {
            return fail_with("asks for the spool's records before the end");
        }
        if (!output->services.next(next_key, next_value)) {
            return attache_status{ATTACHE_END};
        }
        *key = lend(next_key);
        *value = lend(next_value);
        return attache_status{ATTACHE_OK};
    });
}

attache_status figure(attache_output* output, attache_str name, std::int64_t value) {
    return serve(output, [&] {
        output->services.figure(borrow(name), value);
        return attache_status{ATTACHE_OK};
    });
}

attache_status remark(attache_document* document, attache_str message) {
    if (!is_lent(document)) {
        return ATTACHE_ERROR;
    }
    try {
        if (!utf8::valid(borrow(message))) {
            return fail_with(*document, "leaves a remark that is not valid UTF-8");
        }
        document->document.remark(document->plugin.manifest().name, borrow(message));
        return ATTACHE_OK;
    } catch (const std::exception& error) {
        return fail_with(*document, error.what());
    }
}

attache_status identity(const attache_settings* settings, attache_identity* out) {
    thread_local std::string folder;
    thread_local std::vector<attache_str> writes;
    const Manifest& manifest = settings->plugin.manifest();
    folder = settings->plugin.found->folder().string();
    writes.clear();
    for (const LayerUse& use : manifest.writes) {
        writes.push_back(lend(use.name));
    }
    attache_identity identity{};
    identity.head = ATTACHE_HEAD(attache_identity);
    identity.name = lend(manifest.name);
    identity.version = lend(manifest.version);
    identity.kind = lend(to_string(manifest.kind));
    identity.folder = lend(folder);
    if (!manifest.script.empty()) {
        identity.script = lend(manifest.script);
    }
    identity.write_count = static_cast<std::uint32_t>(writes.size());
    identity.writes = writes.data();
    give(identity, out);
    return ATTACHE_OK;
}

attache_status schema(const attache_settings* settings, attache_str name, attache_layer* out) {
    const Manifest& manifest = settings->plugin.manifest();
    if (find_use(manifest.reads, borrow(name)) == nullptr && find_use(manifest.writes, borrow(name)) == nullptr) {
        return fail_with("asks for the columns of layer " + quoted(name) +
                         ", which its manifest lists neither under \"reads\" nor under \"writes\"");
    }
    thread_local std::vector<attache_column> columns;
    columns.clear();
    attache_layer layer = no_rows(name);
    if (const PlannedLayer* planned = settings->plan.find_layer(borrow(name))) {
        for (const ColumnSchema& column : planned->schema.columns) {
            columns.push_back({lend(column.name), column.type, 0, nullptr});
        }
        layer.producer = lend(planned->producer);
        layer.column_count = static_cast<std::uint32_t>(columns.size());
        layer.columns = columns.data();
    }
    give(layer, out);
    return ATTACHE_OK;
}

attache_host make_table(std::uint16_t minor) {
    attache_host table{};
    table.head = ATTACHE_HEAD(attache_host);
    table.head.abi_minor = minor;
    table.get_extension = get_extension;
    table.fail = fail;
    table.log = log;
    table.log_enabled = log_enabled;
    table.setting = setting;
    table.resource = resource;
    table.text = text;
    table.field = field;
    table.layer = layer;
    table.append = append;
    table.set_text = set_text;
    table.set_field = set_field;
    table.write = write;
    table.read_file = read_file;
    table.spool_put = spool_put;
    table.spool_next = spool_next;
    table.figure = figure;
    table.remark = remark;
    table.identity = identity;
    table.schema = schema;
    table.head.struct_size = minor == 0   ? offsetof(attache_host, remark)
                             : minor == 1 ? offsetof(attache_host, identity)
                                          : sizeof(attache_host);
    return table;
}

}  // namespace

const attache_host* host_table(std::uint16_t minor) {
    static const std::array tables = {make_table(0), make_table(1), make_table(2)};
    static_assert(tables.size() == ATTACHE_ABI_MINOR + 1);
    return &tables[std::min<std::size_t>(minor, ATTACHE_ABI_MINOR)];
}

CallScope::CallScope(const PlannedPlugin& plugin, const attache_document* document, const attache_output* output) {
    Call& call = current_call();
    call.plugin = &plugin;
    call.document = document != nullptr ? &document->document : nullptr;
    call.document_handle = document;
    call.output_handle = output;
    call.message.clear();
}

CallScope::~CallScope() {
    Call& call = current_call();
    call.plugin = nullptr;
    call.document = nullptr;
    call.document_handle = nullptr;
    call.output_handle = nullptr;
}

std::uint64_t stray_handles() {
    return strayed;
}

std::string CallScope::message() const {
    const std::string& message = current_call().message;
    return message.empty() ? "failed without saying why" : message;
}

std::string_view map_resource(const PlannedPlugin& plugin, std::string_view name) {
    static std::mutex mutex;
    static auto& mapped = *new std::map<std::filesystem::path, std::unique_ptr<MappedFile>>;
    const std::filesystem::path path = plugin.found->folder() / name;
    const std::lock_guard lock(mutex);
    std::unique_ptr<MappedFile>& file = mapped[path];
    if (!file) {
        file = std::make_unique<MappedFile>(path);
    }
    return file->bytes();
}

}  // namespace attache::core
