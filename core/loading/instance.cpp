#include "loading/instance.h"

#include <spdlog/spdlog.h>

#include <stdexcept>
#include <utility>

namespace attache::core {

Instance::Instance(const PlannedPlugin& plugin, const Plan& plan, const attache_host* host)
    : plugin_(plugin), plan_(plan), table_(load(*plugin.found)), host_(host) {
    create();
}

Instance::~Instance() {
    if (const CallResult result = destroy(); !result.ok()) {
        spdlog::error("{}: destroy {}", plugin_.manifest().name, result.message);
    }
}

/// Calls into the plugin. The SDK lets no exception across, but a plugin written without it may.
template <class Function>
CallResult Instance::call(const CallScope& scope, const Function& function) {
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
    const attache_settings settings{plugin_, plan_};
    const CallResult result = call(CallScope(plugin_), [&] { return table_.create(host_, &settings, &self_); });
    if (!result.ok()) {
        self_ = nullptr;
        throw std::runtime_error("plugin \"" + plugin_.manifest().name + "\" cannot start: " + result.message);
    }
}

void Instance::recover() {
    if (plugin_.manifest().one_instance_for_all) {
        return;  // other threads are inside it
    }
    const auto reset = [&] {
        table_.reset(self_);
        return attache_status{ATTACHE_OK};
    };
    if (!ATTACHE_HAS(&table_, reset) || !call(CallScope(plugin_), reset).ok()) {
        destroy();
        create();
    }
}

CallResult Instance::destroy() {
    void* self = std::exchange(self_, nullptr);
    if (self == nullptr) {
        return {};
    }
    return call(CallScope(plugin_), [&] {
        table_.destroy(self);
        return attache_status{ATTACHE_OK};
    });
}

CallResult Instance::annotate(Document& document) {
    const std::size_t before = document.layers().size();
    for (const LayerUse& use : plugin_.manifest().writes) {
        document.add_layer(*plan_.find_layer(use.name));
    }
    attache_document handle{document, plugin_, plan_};
    CallResult result = call(CallScope(plugin_, &handle), [&] {
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
    CallResult result = call(CallScope(plugin_, &handle), [&] {
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
    const Manifest& manifest = plugin_.manifest();
    return ATTACHE_HAS(&table_, split) && (manifest.host.empty() || manifest.splits);
}

CallResult Instance::split(std::string_view data, bool at_end, attache_record& record) {
    record = {};
    CallResult result =
        call(CallScope(plugin_), [&] { return table_.split(self_, lend(data), at_end ? 1 : 0, &record); });
    if (result.ok() && (record.skip > data.size() || (record.found != 0 && record.size > data.size() - record.skip))) {
        result = {ATTACHE_ERROR, "found a record of " + std::to_string(record.size) + " bytes after " +
                                     std::to_string(record.skip) + ", in " + std::to_string(data.size()) + " bytes"};
    }
    return result;
}

CallResult Instance::consume(const Document& document, ExporterServices& services) {
    attache_document handle{const_cast<Document&>(document), plugin_, plan_};
    attache_output output{services, plugin_};
    return call(CallScope(plugin_, &handle, &output), [&] {
        const attache_status status = table_.consume(self_, &handle, &output);
        return status == ATTACHE_OK && handle.failed ? attache_status{ATTACHE_ERROR} : status;
    });
}

CallResult Instance::finish(ExporterServices& services) {
    attache_output output{services, plugin_, true};
    return call(CallScope(plugin_, nullptr, &output), [&] { return table_.finish(self_, &output); });
}

}  // namespace attache::core
