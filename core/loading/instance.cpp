#include "loading/instance.h"

#include <stdexcept>

namespace attache::core {

Instance::Instance(const PlannedPlugin& plugin, const Plan& plan, std::uint16_t host_minor)
    : plugin_(plugin), plan_(plan), table_(load(*plugin.found)), host_(host_table(host_minor)) {
    create();
}

Instance::~Instance() {
    if (self_ != nullptr) {
        table_.destroy(self_);
    }
}

/// Calls into the plugin. The SDK lets no exception across, but a plugin written without it may.
template <class Function>
CallResult Instance::call(const Document* document, const Function& function) {
    const CallScope scope(plugin_, document);
    try {
        const attache_status status = function();
        if (status == ATTACHE_OK) {
            return {};
        }
        const bool known = status == ATTACHE_SKIP || status == ATTACHE_FATAL;
        return {known ? status : attache_status{ATTACHE_ERROR}, scope.message()};
    } catch (const std::exception& error) {
        return {ATTACHE_ERROR, std::string("let an exception through: ") + error.what()};
    } catch (...) {
        return {ATTACHE_ERROR, "let an exception through that is not a std::exception"};
    }
}

void Instance::create() {
    const attache_settings settings{plugin_};
    const CallResult result = call(nullptr, [&] { return table_.create(host_, &settings, &self_); });
    if (!result.ok()) {
        self_ = nullptr;
        throw std::runtime_error("plugin \"" + plugin_.manifest().name + "\" cannot start: " + result.message);
    }
}

void Instance::recover() {
    if (plugin_.manifest().one_instance_for_all) {
        return;  // other threads are inside it
    }
    if (ATTACHE_HAS(&table_, reset)) {
        table_.reset(self_);
    } else {
        table_.destroy(self_);
        self_ = nullptr;
        create();
    }
}

CallResult Instance::annotate(Document& document) {
    const std::size_t before = document.layers().size();
    for (const LayerUse& use : plugin_.manifest().writes) {
        document.add_layer(*plan_.find_layer(use.name));
    }
    attache_document handle{document, plugin_, plan_};
    CallResult result = call(&document, [&] {
        const attache_status status = table_.annotate(self_, &handle);
        return status == ATTACHE_OK && handle.failed ? attache_status{ATTACHE_ERROR} : status;
    });
    if (!result.ok()) {
        document.keep_layers(before);
        recover();
    }
    return result;
}

CallResult Instance::read(std::string_view record, Document& document) {
    attache_document handle{document, plugin_, plan_};
    CallResult result = call(&document, [&] {
        const attache_status status = table_.read(self_, lend(record), &handle);
        return status == ATTACHE_OK && handle.failed ? attache_status{ATTACHE_ERROR} : status;
    });
    if (result.ok() && !document.has_text()) {
        result = {ATTACHE_ERROR, "made no text of it and did not say why"};
    }
    if (result.status == ATTACHE_ERROR) {
        recover();
    }
    return result;
}

bool Instance::splits() const {
    return ATTACHE_HAS(&table_, split);
}

CallResult Instance::split(std::string_view data, bool at_end, attache_record& record) {
    record = {};
    CallResult result = call(nullptr, [&] { return table_.split(self_, lend(data), at_end ? 1 : 0, &record); });
    if (result.ok() && (record.skip > data.size() || (record.found != 0 && record.size > data.size() - record.skip))) {
        result = {ATTACHE_ERROR, "found a record of " + std::to_string(record.size) + " bytes after " +
                                     std::to_string(record.skip) + ", in " + std::to_string(data.size()) + " bytes"};
    }
    return result;
}

CallResult Instance::consume(const Document& document, ExporterServices& services) {
    attache_document handle{const_cast<Document&>(document), plugin_, plan_};
    attache_output output{services, plugin_};
    return call(&document, [&] {
        const attache_status status = table_.consume(self_, &handle, &output);
        return status == ATTACHE_OK && handle.failed ? attache_status{ATTACHE_ERROR} : status;
    });
}

CallResult Instance::finish(ExporterServices& services) {
    attache_output output{services, plugin_, true};
    return call(nullptr, [&] { return table_.finish(self_, &output); });
}

}  // namespace attache::core
