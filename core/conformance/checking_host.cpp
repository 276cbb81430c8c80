#include "conformance/checking_host.h"

#include <signal.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <map>
#include <mutex>
#include <new>
#include <span>
#include <vector>

#include "document/layer.h"
#include "loading/host.h"

namespace attache::core::conformance {

namespace {

// ---- guarded memory ----------------------------------------------------------------------------------------------

/// What lies where, for the signal handler: written before the memory is lent, never moved.
struct Region {
    std::uintptr_t pages = 0;  ///< first byte of its pages
    std::uintptr_t guard = 0;  ///< first byte of the page that is never open
    std::uintptr_t end = 0;
    std::atomic<bool> open = false;
    std::array<char, 64> name{};
};
constexpr std::size_t max_regions = 200'000;
Region* regions = nullptr;
std::atomic<std::size_t> region_count = 0;
void (*report_fault)(const char*) = nullptr;

bool guarding() {
    return report_fault != nullptr;
}

void on_signal(int, siginfo_t* info, void*) {
    const auto address = reinterpret_cast<std::uintptr_t>(info->si_addr);
    for (std::size_t i = std::min(region_count.load(), max_regions); i-- > 0;) {
        const Region& region = regions[i];
        if (address < region.pages || address >= region.end) {
            continue;
        }
        const char* how = !region.open              ? "uses %s after the call that lent it has returned"
                          : address >= region.guard ? "reads past the end of %s"
                                                    : "writes to %s, which is lent for reading only";
        std::array<char, 256> words{};
        std::snprintf(words.data(), words.size(), how, region.name.data());
        report_fault(words.data());
        break;
    }
    // The handler is for one shot: returning repeats the access, which now ends the process.
}

/// The regions lent in this thread's present call.
thread_local std::vector<Region*> lent;

Region* open_region(const void* bytes, std::size_t size, const std::string& name, const char*& copy) {
    const std::size_t number = region_count.load();
    if (number >= max_regions) {
        return nullptr;
    }
    const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
    const std::size_t body = (size + page - 1) / page * page;
    void* const memory = mmap(nullptr, body + page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) {
        throw std::bad_alloc();
    }
    char* const start = static_cast<char*>(memory);
    char* const place = start + body - size;
    if (size > 0) {
        std::memcpy(place, bytes, size);
    }
    Region& region = regions[number];
    region.pages = reinterpret_cast<std::uintptr_t>(start);
    region.guard = region.pages + body;
    region.end = region.guard + page;
    std::snprintf(region.name.data(), region.name.size(), "%s", name.c_str());
    region.open = true;
    region_count = number + 1;
    mprotect(start, body, PROT_READ);
    mprotect(start + body, page, PROT_NONE);
    lent.push_back(&region);
    copy = place;
    return &region;
}

/// The same bytes, guarded if they are to be.
template <class Value>
const Value* guard_array(const Value* values, std::size_t count, const std::string& name) {
    const char* copy = nullptr;
    if (!guarding() || values == nullptr || open_region(values, count * sizeof(Value), name, copy) == nullptr) {
        return values;
    }
    return reinterpret_cast<const Value*>(copy);
}

attache_str guard_text(attache_str text, const std::string& name) {
    return {guard_array(text.data, text.size, name), text.size};
}

/// The texts of a column: the texts one after the other, and the array that points to them.
const attache_str* guard_texts(const attache_str* texts, std::size_t count, const std::string& name) {
    std::string all;
    for (const attache_str& text : std::span(texts, count)) {
        all.append(text.data != nullptr ? borrow(text) : std::string_view());
    }
    const char* at = guard_array(all.data(), all.size(), name);
    if (at == all.data()) {
        return texts;  // no room is left to guard it
    }
    std::vector<attache_str> moved(texts, texts + count);
    for (attache_str& text : moved) {
        if (text.data != nullptr) {
            text.data = at;
            at += text.size;
        }
    }
    return guard_array(moved.data(), moved.size(), name);
}

void guard_layer(attache_layer& layer) {
    const std::string name = "layer \"" + std::string(borrow(layer.name)) + "\"";
    std::vector<attache_column> columns(layer.columns, layer.columns + layer.column_count);
    for (attache_column& column : columns) {
        switch (column.type) {
            case ATTACHE_TEXT:
                column.values = guard_texts(static_cast<const attache_str*>(column.values), layer.rows, name);
                break;
            case ATTACHE_REF:
                column.values = guard_array(static_cast<const std::uint32_t*>(column.values), layer.rows, name);
                break;
            default:  // integers, days and reals are of 8 bytes
                column.values = guard_array(static_cast<const std::int64_t*>(column.values), layer.rows, name);
        }
    }
    layer.start = guard_array(layer.start, layer.rows, name);
    layer.end = guard_array(layer.end, layer.rows, name);
    const attache_column* moved = guard_array(columns.data(), columns.size(), name);
    if (moved != columns.data()) {
        layer.columns = moved;
    }
}

/// What has been lent in this call, so that asking twice gives the same memory.
struct LentInCall {
    attache_str text{};
    bool has_text = false;
    std::map<std::string, attache_str, std::less<>> fields;
    std::map<std::string, attache_layer, std::less<>> layers;
};
thread_local LentInCall in_call;

// ---- what is asked for -------------------------------------------------------------------------------------------

std::mutex uses_mutex;
Uses all_uses;

void note(std::set<std::string> Uses::*kind, attache_str name) {
    const std::lock_guard lock(uses_mutex);
    (all_uses.*kind).emplace(borrow(name));
}

thread_local int calls_to_failure = -1;
thread_local bool failed = false;

/// Whether this call is the one to fail.
bool must_fail() {
    if (calls_to_failure < 0 || calls_to_failure-- > 0) {
        return false;
    }
    failed = true;
    host_table()->fail(lend("a failure that was asked for"));
    return true;
}

// ---- the functions of attache_host that are wrapped --------------------------------------------------------------

attache_status setting(const attache_settings* settings, attache_str key, attache_setting* value) {
    note(&Uses::settings, key);
    const attache_status status = host_table()->setting(settings, key, value);
    if (status == ATTACHE_OK && guarding()) {
        const std::string name = "setting \"" + std::string(borrow(key)) + "\"";
        value->text = guard_text(value->text, name);
        if (value->list_size > 0) {
            value->list = guard_texts(value->list, value->list_size, name);
        }
    }
    return status;
}

attache_status resource(const attache_settings* settings, attache_str name, attache_str* bytes) {
    note(&Uses::resources, name);
    return host_table()->resource(settings, name, bytes);
}

attache_str text(const attache_document* document) {
    const attache_str text = host_table()->text(document);
    if (!guarding() || text.data == nullptr) {
        return text;
    }
    if (!in_call.has_text) {
        in_call.text = guard_text(text, "the document's text");
        in_call.has_text = true;
    }
    return in_call.text;
}

attache_str field(const attache_document* document, attache_str key) {
    const attache_str value = host_table()->field(document, key);
    if (!guarding() || value.data == nullptr) {
        return value;
    }
    const auto [found, added] = in_call.fields.try_emplace(std::string(borrow(key)));
    if (added) {
        found->second = guard_text(value, "field \"" + found->first + "\"");
    }
    return found->second;
}

attache_status layer(const attache_document* document, attache_str name, attache_layer* out) {
    note(&Uses::layers_read, name);
    if (must_fail()) {
        return ATTACHE_ERROR;
    }
    const attache_status status = host_table()->layer(document, name, out);
    if (status != ATTACHE_OK || !guarding() || out->head.struct_size < sizeof(attache_layer)) {
        return status;
    }
    const auto [found, added] = in_call.layers.try_emplace(std::string(borrow(name)), *out);
    if (added) {
        guard_layer(found->second);
    }
    *out = found->second;
    return status;
}

attache_status append(attache_document* document, const attache_layer* rows, std::uint32_t* first_row) {
    note(&Uses::layers_written, rows->name);
    return must_fail() ? attache_status{ATTACHE_ERROR} : host_table()->append(document, rows, first_row);
}

attache_status set_text(attache_document* document, attache_str text) {
    return must_fail() ? attache_status{ATTACHE_ERROR} : host_table()->set_text(document, text);
}

attache_status set_field(attache_document* document, attache_str key, attache_str value) {
    return must_fail() ? attache_status{ATTACHE_ERROR} : host_table()->set_field(document, key, value);
}

attache_status write(attache_output* output, attache_str file, attache_str bytes) {
    note(&Uses::files, file);
    return host_table()->write(output, file, bytes);
}

}  // namespace

const attache_host* checking_host() {
    static const attache_host table = [] {
        attache_host made = *host_table();
        made.setting = setting;
        made.resource = resource;
        made.text = text;
        made.field = field;
        made.layer = layer;
        made.append = append;
        made.set_text = set_text;
        made.set_field = set_field;
        made.write = write;
        return made;
    }();
    return &table;
}

Uses uses() {
    const std::lock_guard lock(uses_mutex);
    return all_uses;
}

void guard_lent_memory(void (*on_fault)(const char* words)) {
    static std::array<std::byte, 64 * 1024> stack;
    regions = new Region[max_regions];
    report_fault = on_fault;
    stack_t alternative{};
    alternative.ss_sp = stack.data();
    alternative.ss_size = stack.size();
    sigaltstack(&alternative, nullptr);
    struct sigaction action {};
    action.sa_sigaction = on_signal;
    action.sa_flags = static_cast<int>(SA_SIGINFO | SA_ONSTACK | static_cast<int>(SA_RESETHAND));
    sigaction(SIGSEGV, &action, nullptr);
}

std::string_view guarded(std::string_view bytes, const char* name) {
    return borrow(guard_text(lend(bytes), name));
}

void end_of_call() {
    for (Region* region : lent) {
        region->open = false;
        const std::size_t size = region->guard - region->pages;
        if (size > 0) {
            void* const pages = reinterpret_cast<void*>(region->pages);  // NOLINT(performance-no-int-to-ptr)
            // The address stays taken, so that a late access hits nothing else; the memory goes back.
            madvise(pages, size, MADV_DONTNEED);
            mprotect(pages, size, PROT_NONE);
        }
    }
    lent.clear();
    in_call = {};
}

void fail_host_call(int calls) {
    calls_to_failure = calls;
    failed = false;
}

bool host_call_failed() {
    return failed;
}

}  // namespace attache::core::conformance
