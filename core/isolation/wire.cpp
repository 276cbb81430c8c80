#include "isolation/wire.h"

#include <algorithm>
#include <attache/utf8.hpp>
#include <deque>
#include <set>

#include "document/check.h"

namespace attache::core {

namespace {

void write_setting(const SettingValue& value, MessageWriter& message) {
    message.number(value.index());
    if (const auto* flag = std::get_if<bool>(&value)) {
        message.number(*flag ? 1 : 0);
    } else if (const auto* integer = std::get_if<std::int64_t>(&value)) {
        message.number(static_cast<std::uint64_t>(*integer));
    } else if (const auto* real = std::get_if<double>(&value)) {
        message.real(*real);
    } else if (const auto* text = std::get_if<std::string>(&value)) {
        message.text(*text);
    } else {
        const auto& texts = std::get<std::vector<std::string>>(value);
        message.number(texts.size());
        for (const std::string& one : texts) {
            message.text(one);
        }
    }
}

SettingValue read_setting(MessageReader& message) {
    switch (message.number()) {
        case 0:
            return message.number() != 0;
        case 1:
            return static_cast<std::int64_t>(message.number());
        case 2:
            return message.real();
        case 3:
            return std::string(message.text());
        default: {
            std::vector<std::string> texts(message.count(8));
            for (std::string& text : texts) {
                text = message.text();
            }
            return texts;
        }
    }
}

std::uint64_t bytes_of_one(std::uint32_t column_type) {
    return column_type == ATTACHE_REF ? sizeof(std::uint32_t) : sizeof(std::uint64_t);
}

/// Texts as their sizes and then their bytes in one run.
void write_texts(const attache_str* texts, std::uint32_t rows, MessageWriter& message) {
    static thread_local std::vector<std::uint64_t> sizes;
    static thread_local std::string bytes;
    sizes.clear();
    bytes.clear();
    for (std::uint32_t row = 0; row < rows; ++row) {
        sizes.push_back(texts[row].data == nullptr ? MessageWriter::none : texts[row].size);
        if (texts[row].data != nullptr) {
            bytes.append(texts[row].data, texts[row].size);
        }
    }
    message.raw(sizes.data(), sizes.size() * sizeof(std::uint64_t));
    message.text(bytes);
}

const attache_str* read_texts(MessageReader& message, std::uint32_t rows, std::vector<attache_str>& texts) {
    const auto* sizes =
        reinterpret_cast<const std::uint64_t*>(message.raw(std::uint64_t{rows} * sizeof(std::uint64_t)));
    std::string_view bytes = message.text();
    for (std::uint32_t row = 0; row < rows; ++row) {
        if (sizes[row] == MessageWriter::none) {
            texts.push_back({nullptr, 0});
            continue;
        }
        if (sizes[row] > bytes.size()) {
            throw BrokenMessage("a text is cut off");
        }
        texts.push_back({bytes.data(), sizes[row]});
        bytes.remove_prefix(sizes[row]);
    }
    return texts.data();
}

void write_layer(const Layer& layer, MessageWriter& message) {
    const std::uint32_t rows = layer.rows();
    const attache_layer view = layer.view();
    message.text(layer.schema().name);
    message.number(rows);
    message.raw(view.start, rows * sizeof(std::uint32_t));
    message.raw(view.end, rows * sizeof(std::uint32_t));
    for (std::uint32_t i = 0; i < view.column_count; ++i) {
        const attache_column& column = view.columns[i];
        if (column.type == ATTACHE_TEXT) {
            write_texts(static_cast<const attache_str*>(column.values), rows, message);
        } else {
            message.raw(column.values, rows * bytes_of_one(column.type));
        }
    }
}

/// Appends the rows of a message to the layer, which has been added to the document. Rows from the host are taken as
/// they are: they may refer to layers that stayed there.
void read_rows(MessageReader& message, Layer& layer, const Document& document, bool from_host) {
    const auto rows = static_cast<std::uint32_t>(message.count(2 * sizeof(std::uint32_t)));
    const auto offsets = [&] {
        return reinterpret_cast<const std::uint32_t*>(message.raw(rows * sizeof(std::uint32_t)));
    };
    attache_layer batch{};
    batch.head = ATTACHE_HEAD(attache_layer);
    batch.rows = rows;
    batch.start = offsets();
    batch.end = offsets();
    std::deque<std::vector<attache_str>> texts;
    std::vector<attache_column> columns;
    for (const ColumnSchema& schema : layer.schema().columns) {
        const void* values = schema.type == ATTACHE_TEXT
                                 ? static_cast<const void*>(read_texts(message, rows, texts.emplace_back()))
                                 : message.raw(rows * bytes_of_one(schema.type));
        columns.push_back({lend(schema.name), schema.type, 0, values});
    }
    batch.column_count = static_cast<std::uint32_t>(columns.size());
    batch.columns = columns.data();
    if (const std::string wrong = from_host ? "" : why_not(batch, layer, document); !wrong.empty()) {
        throw BrokenMessage(wrong);
    }
    try {
        layer.append(batch);
    } catch (const InvalidText& wrong) {
        throw BrokenMessage(wrong.what());
    }
}

void write_fields(const Document& document, MessageWriter& message) {
    message.number(document.fields().size());
    for (const Field& field : document.fields()) {
        message.text(field.key);
        message.text(field.value);
    }
}

std::string_view valid(std::string_view text) {
    if (!utf8::valid(text)) {
        throw BrokenMessage("a text is not valid UTF-8");
    }
    return text;
}

void read_fields(MessageReader& message, Document& document) {
    for (std::uint64_t count = message.count(16); count > 0; --count) {
        const std::string_view key = valid(message.text());
        document.set_field(key, valid(message.text()));
    }
}

}  // namespace

void write_result(const CallResult& result, const Document& document, MessageWriter& answer) {
    answer.number(static_cast<std::uint64_t>(static_cast<std::int64_t>(result.status)));
    answer.text(result.message);
    answer.number(document.remarks().size());
    for (const Remark& remark : document.remarks()) {
        answer.text(remark.message);
    }
}

CallResult read_result(MessageReader& answer, std::string_view plugin, Document* document) {
    CallResult result;
    result.status = static_cast<attache_status>(answer.number());
    if (result.status != ATTACHE_OK && result.status != ATTACHE_SKIP && result.status != ATTACHE_FATAL &&
        result.status != ATTACHE_ERROR) {
        throw BrokenMessage("an answer has no known status");
    }
    result.message = valid(answer.text());
    for (std::uint64_t count = answer.count(8); count > 0; --count) {
        const std::string_view remark = valid(answer.text());
        if (document != nullptr) {
            document->remark(plugin, remark);
        }
    }
    return result;
}

void write_job(const PlannedPlugin& plugin, const Plan& plan, const std::filesystem::path& run_folder,
               MessageWriter& message) {
    message.text(plugin.found->file.string());
    message.text(plugin.found->library.string());
    message.text(plugin.stage);
    message.real(plugin.isolation.timeout_seconds);
    message.number(static_cast<std::uint64_t>(plugin.isolation.memory_megabytes));
    message.number(plugin.settings.size());
    for (const auto& [name, value] : plugin.settings) {
        message.text(name);
        write_setting(value, message);
    }
    message.number(plan.layers.size());
    for (const PlannedLayer& layer : plan.layers) {
        message.text(layer.schema.name);
        message.text(layer.producer);
        message.number(static_cast<std::uint64_t>(layer.schema.version));
        message.number(layer.schema.columns.size());
        for (const ColumnSchema& column : layer.schema.columns) {
            message.text(to_declaration(column));
        }
    }
    message.text(run_folder.string());
}

Job::Job(MessageReader message) {
    const std::filesystem::path file = message.text();
    found = examine_library(message.text());
    if (file != found.library) {
        const FoundPlugin host = found;
        found = examine_hosted(file).value();
        set_host(found, &host);
    }
    PlannedPlugin plugin;
    plugin.found = &found;
    plugin.stage = message.text();
    plugin.isolation.on = true;
    plugin.isolation.timeout_seconds = message.real();
    plugin.isolation.memory_megabytes = static_cast<std::int64_t>(message.number());
    for (std::uint64_t count = message.count(16); count > 0; --count) {
        const std::string name(message.text());
        plugin.settings[name] = read_setting(message);
    }
    for (std::uint64_t count = message.count(24); count > 0; --count) {
        PlannedLayer& layer = plan.layers.emplace_back();
        layer.schema.name = message.text();
        layer.producer = message.text();
        layer.schema.version = static_cast<int>(message.number());
        for (std::uint64_t columns = message.count(8); columns > 0; --columns) {
            layer.schema.columns.push_back(parse_column(message.text()).value());
        }
    }
    run_folder = message.text();
    plan.plugins_of(found.manifest.kind).push_back(std::move(plugin));
}

const PlannedPlugin& Job::plugin() const {
    for (const auto* plugins : {&plan.readers, &plan.annotators}) {
        if (!plugins->empty()) {
            return plugins->front();
        }
    }
    return plan.exporters.front();
}

std::vector<std::string> layers_to_lend(const PlannedPlugin& plugin, const Plan& plan) {
    std::set<std::string> names;
    for (const LayerUse& use : plugin.manifest().reads) {
        names.insert(use.name);
    }
    for (const LayerUse& use : plugin.manifest().writes) {
        for (const ColumnSchema& column : plan.find_layer(use.name)->schema.columns) {
            if (column.type == ATTACHE_REF) {
                names.insert(column.target);
            }
        }
    }
    return {names.begin(), names.end()};
}

namespace {

void write_document(Request request, const Document& document, const std::vector<std::string>& layers,
                    MessageWriter& message) {
    message.number(static_cast<std::uint64_t>(request));
    message.text(document.text());
    write_fields(document, message);
    std::vector<const Layer*> lent;
    for (const std::string& name : layers) {
        if (const Layer* layer = document.find(name)) {
            lent.push_back(layer);
        }
    }
    message.number(lent.size());
    for (const Layer* layer : lent) {
        write_layer(*layer, message);
    }
}

void read_document(MessageReader& request, const Plan& plan, Document& document) {
    document.set_text(request.text());
    read_fields(request, document);
    for (std::uint64_t count = request.count(16); count > 0; --count) {
        const PlannedLayer* planned = plan.find_layer(request.text());
        if (planned == nullptr) {
            throw BrokenMessage("a layer is unknown");
        }
        read_rows(request, document.add_layer(*planned), document, true);
    }
}

}  // namespace

void write_annotate(const Document& document, const std::vector<std::string>& layers, MessageWriter& message) {
    write_document(Request::Annotate, document, layers, message);
}

void write_consume(const Document& document, const std::vector<std::string>& layers, MessageWriter& message) {
    write_document(Request::Consume, document, layers, message);
}

void write_read(std::string_view record, const Document& document, MessageWriter& message) {
    message.number(static_cast<std::uint64_t>(Request::Read));
    message.text(record);
    write_fields(document, message);
}

void write_split(std::string_view data, bool at_end, MessageWriter& message) {
    message.number(static_cast<std::uint64_t>(Request::Split));
    message.text(data);
    message.number(at_end ? 1 : 0);
}

namespace {

void answer_annotate(MessageReader& request, Job& job, Instance& instance, Document& document, MessageWriter& answer) {
    read_document(request, job.plan, document);
    const CallResult result = instance.annotate(document);
    write_result(result, document, answer);
    if (result.ok()) {
        for (const LayerUse& use : job.plugin().manifest().writes) {
            write_layer(*document.find(use.name), answer);
        }
    }
}

void answer_read(MessageReader& request, Instance& instance, Document& document, MessageWriter& answer) {
    const std::string_view record = request.text();
    read_fields(request, document);
    const CallResult result = instance.read(record, document);
    write_result(result, document, answer);
    write_fields(document, answer);
    answer.text(document.text());
}

void answer_split(MessageReader& request, Instance& instance, Document& document, MessageWriter& answer) {
    const std::string_view data = request.text();
    const bool at_end = request.number() != 0;
    attache_record record{};
    write_result(instance.split(data, at_end, record), document, answer);
    answer.number(record.skip);
    answer.number(record.size);
    answer.number(static_cast<std::uint64_t>(record.found != 0));
}

void answer_consume(MessageReader& request, const Job& job, Instance& instance, Document& document,
                    MessageWriter& answer) {
    read_document(request, job.plan, document);
    Journal journal;
    const CallResult result = instance.consume(document, journal);
    write_result(result, document, answer);
    if (result.ok()) {
        journal.move_to(answer);
    }
}

}  // namespace

void answer(std::string_view request, Job& job, Instance& instance, Document& document, MessageWriter& answer) {
    MessageReader in(request);
    answer.clear();
    document.clear();
    switch (static_cast<Request>(in.number())) {
        case Request::Annotate:
            return answer_annotate(in, job, instance, document, answer);
        case Request::Read:
            return answer_read(in, instance, document, answer);
        case Request::Split:
            return answer_split(in, instance, document, answer);
        case Request::Consume:
            return answer_consume(in, job, instance, document, answer);
        case Request::Finish:
            break;
    }
    throw BrokenMessage("an unknown request");
}

CallResult take_annotated(std::string_view answer, const PlannedPlugin& plugin, const Plan& plan, Document& document) {
    MessageReader in(answer);
    CallResult result = read_result(in, plugin.manifest().name, &document);
    const std::size_t before = document.layers().size();
    try {
        for (const LayerUse& use : plugin.manifest().writes) {
            if (result.ok()) {
                Layer& layer = document.add_layer(*plan.find_layer(use.name));
                if (in.text() != use.name) {
                    throw BrokenMessage("a layer is missing");
                }
                read_rows(in, layer, document, false);
            }
        }
    } catch (...) {
        document.keep_layers(before);
        throw;
    }
    return result;
}

CallResult read_answer(std::string_view answer) {
    MessageReader in(answer);
    return read_result(in, "", nullptr);
}

CallResult take_read(std::string_view answer, const PlannedPlugin& plugin, Document& document) {
    MessageReader in(answer);
    CallResult result = read_result(in, plugin.manifest().name, &document);
    read_fields(in, document);
    const std::string_view text = valid(in.text());
    if (text.data() != nullptr) {
        document.set_text(text);
    } else if (result.ok()) {
        throw BrokenMessage("a document has no text");
    }
    return result;
}

CallResult take_consumed(std::string_view answer, const PlannedPlugin& plugin, ExporterServices& services) {
    MessageReader in(answer);
    const CallResult result = read_result(in, "", nullptr);
    return result.ok() ? grant(in, plugin.manifest(), services) : result;
}

CallResult take_split(std::string_view answer, std::size_t size, attache_record& record) {
    MessageReader in(answer);
    CallResult result = read_result(in, "", nullptr);
    record = {in.number(), in.number(), in.number() != 0 ? 1 : 0, 0};
    if (record.skip > size || (record.found != 0 && record.size > size - record.skip)) {
        throw BrokenMessage("a record lies outside of the data");
    }
    return result;
}

}  // namespace attache::core
