#include "conformance/subject.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <utility>

#include "conformance/checking_host.h"
#include "document/codec.h"
#include "document/json.h"
#include "manifest/mapped_file.h"
#include "run/output_files.h"
#include "run/packs.h"

namespace attache::core::conformance {

namespace fs = std::filesystem;

namespace {

PlannedPlugin with_defaults(const FoundPlugin& found) {
    return {&found, "check", {}, default_settings(found.manifest)};
}

std::string slurp(const fs::path& file) {
    return std::string(MappedFile(file).bytes());
}

std::string value_of(const attache_column& column, std::uint32_t row) {
    switch (column.type) {
        case ATTACHE_REAL: {
            std::ostringstream out;
            out.precision(17);
            out << static_cast<const double*>(column.values)[row];
            return std::move(out).str();
        }
        case ATTACHE_TEXT: {
            const attache_str text = static_cast<const attache_str*>(column.values)[row];
            return text.data == nullptr ? "none" : "\"" + std::string(borrow(text)) + "\"";
        }
        case ATTACHE_REF:
            return std::to_string(static_cast<const std::uint32_t*>(column.values)[row]);
        default:
            return std::to_string(static_cast<const std::int64_t*>(column.values)[row]);
    }
}

/// One line a field, row and remark, of the layers from `first` on.
std::string describe(const Document& document, std::size_t first) {
    std::string out;
    for (const Field& field : document.fields()) {
        out += "field " + std::string(field.key) + ": " + std::string(field.value) + "\n";
    }
    for (std::size_t i = first; i < document.layers().size(); ++i) {
        const Layer& layer = document.layers()[i];
        for (std::uint32_t row = 0; row < layer.rows(); ++row) {
            out += "layer " + layer.schema().name + ", row " + std::to_string(row) + ": " +
                   std::to_string(layer.start(row)) + "-" + std::to_string(layer.end(row));
            for (std::size_t c = 0; c < layer.schema().columns.size(); ++c) {
                out += " " + layer.schema().columns[c].name + "=" + value_of(layer.column(c), row);
            }
            out += "\n";
        }
    }
    for (const Remark& remark : document.remarks()) {
        out += "remark: " + std::string(remark.message) + "\n";
    }
    return out;
}

/// Valid rows over the words of the text, for a layer whose writer is not at hand.
void fill(Document& document, const PlannedLayer& planned) {
    std::vector<std::uint32_t> start;
    std::vector<std::uint32_t> end;
    const std::string_view text = document.text();
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t word = text.find_first_not_of(" \n", at);
        if (word == text.npos) {
            break;
        }
        at = std::min(text.find_first_of(" \n", word), text.size());
        start.push_back(static_cast<std::uint32_t>(word));
        end.push_back(static_cast<std::uint32_t>(at));
    }
    const std::size_t rows = start.size();
    std::vector<std::int64_t> integers(rows);
    for (std::size_t i = 0; i < rows; ++i) {
        integers[i] = static_cast<std::int64_t>(i);
    }
    const std::vector<double> reals(rows, 0.5);
    const std::vector<attache_str> texts(rows, lend("something"));
    const std::vector<std::uint32_t> references(rows, ATTACHE_NO_ROW);
    std::vector<attache_column> columns;
    for (const ColumnSchema& column : planned.schema.columns) {
        const void* values = column.type == ATTACHE_TEXT   ? static_cast<const void*>(texts.data())
                             : column.type == ATTACHE_REAL ? static_cast<const void*>(reals.data())
                             : column.type == ATTACHE_REF  ? static_cast<const void*>(references.data())
                                                           : static_cast<const void*>(integers.data());
        columns.push_back({lend(column.name), column.type, 0, values});
    }
    attache_layer batch{};
    batch.head = ATTACHE_HEAD(attache_layer);
    batch.name = lend(planned.schema.name);
    batch.rows = static_cast<std::uint32_t>(rows);
    batch.column_count = static_cast<std::uint32_t>(columns.size());
    batch.start = start.data();
    batch.end = end.data();
    batch.columns = columns.data();
    document.add_layer(planned).append(batch);
}

/// A folder of its own, removed at the end.
struct TemporaryFolder {
    fs::path path;
    TemporaryFolder() {
        std::string name = (fs::temp_directory_path() / "attache-check-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) {
            throw std::runtime_error("cannot make a folder in " + fs::temp_directory_path().string());
        }
        path = name;
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        fs::remove_all(path, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
};

std::string shortened(const std::string& line) {
    return line.size() <= 120 ? line : line.substr(0, 120) + "…";
}

}  // namespace

std::string difference(const Outcome& first, const Outcome& second) {
    if (first == second) {
        return "";
    }
    const auto verdict = [](const Outcome& outcome) {
        return outcome.status == ATTACHE_OK ? std::string("taken") : "\"" + outcome.message + "\"";
    };
    if (first.status != second.status || first.message != second.message) {
        return verdict(first) + ", then " + verdict(second);
    }
    std::istringstream one(first.content);
    std::istringstream two(second.content);
    std::string left;
    std::string right;
    while (true) {
        const bool more_left = static_cast<bool>(std::getline(one, left));
        const bool more_right = static_cast<bool>(std::getline(two, right));
        left = more_left ? left : "nothing more";
        right = more_right ? right : "nothing more";
        if (left != right || !more_left) {
            return "“" + shortened(left) + "”, then “" + shortened(right) + "”";
        }
    }
}

Subject::Subject(const FoundPlugin& plugin, const Catalog& catalog, std::vector<fs::path> inputs) {
    chain_for(plugin.manifest, catalog);
    std::vector<PlannedPlugin>& list = plan_.plugins_of(plugin.manifest.kind);
    list.push_back(with_defaults(plugin));
    planned_ = &list.back();
    for (const LayerSchema& schema : made_up_) {
        plan_.layers.push_back({schema, "made up by check"});
    }
    for (const PlannedPlugin& annotator : plan_.annotators) {
        plan_layers(annotator);
    }
    find_inputs(std::move(inputs));
}

/// Finds, and puts before the plugin, those that write what it reads.
void Subject::chain_for(const Manifest& manifest, const Catalog& catalog) {
    const auto writes = [](const FoundPlugin& plugin, const std::string& layer) {
        return std::any_of(plugin.manifest.writes.begin(), plugin.manifest.writes.end(),
                           [&](const LayerUse& use) { return use.name == layer; });
    };
    const auto planned = [](const std::vector<PlannedPlugin>& list, const FoundPlugin& plugin) {
        return std::any_of(list.begin(), list.end(), [&](const PlannedPlugin& one) { return one.found == &plugin; });
    };
    for (const LayerUse& use : manifest.reads) {
        const auto writer = std::find_if(catalog.plugins().begin(), catalog.plugins().end(), [&](const auto& found) {
            return found.manifest.name != manifest.name && writes(found, use.name);
        });
        if (writer != catalog.plugins().end()) {
            if (!planned(plan_.annotators, *writer)) {
                chain_for(writer->manifest, catalog);
                plan_.annotators.push_back(with_defaults(*writer));
            }
            continue;
        }
        const LayerSchema* schema = manifest.find_layer(use.name);
        if (schema == nullptr && !use.optional) {
            throw std::runtime_error("it reads layer \"" + use.name +
                                     "\", which no plugin found writes; name its folder with --plugin-path");
        }
        if (schema != nullptr && find_layer(made_up_, use.name) == nullptr) {
            made_up_.push_back(*schema);
        }
    }
    for (const std::string& file : manifest.reads_files) {
        for (const FoundPlugin& found : catalog.plugins()) {
            const auto& files = found.manifest.files;
            if (found.manifest.name != manifest.name && !planned(plan_.exporters, found) &&
                std::find(files.begin(), files.end(), file) != files.end()) {
                chain_for(found.manifest, catalog);
                plan_.exporters.push_back(with_defaults(found));
                break;
            }
        }
    }
}

void Subject::plan_layers(const PlannedPlugin& plugin) {
    for (const LayerUse& use : plugin.manifest().writes) {
        if (plan_.find_layer(use.name) == nullptr) {
            plan_.layers.push_back({*plugin.manifest().find_layer(use.name), plugin.manifest().title()});
        }
    }
}

void Subject::find_inputs(std::vector<fs::path> given) {
    for (const char* beside : {"tests", "samples"}) {
        const fs::path folder = planned_->found->folder() / beside;
        if (!given.empty() || !fs::is_directory(folder)) {
            continue;
        }
        for (const auto& entry : fs::directory_iterator(folder)) {
            const auto& suffixes = manifest().extensions;
            const bool ours = is(Kind::Reader) ? std::find(suffixes.begin(), suffixes.end(),
                                                           entry.path().extension()) != suffixes.end()
                                               : entry.path().extension() == ".txt";
            if (entry.is_regular_file() && ours) {
                given.push_back(entry.path());
            }
        }
    }
    std::sort(given.begin(), given.end());
    has_inputs_ = !given.empty();
    for (const fs::path& file : given) {
        ordinary_.push_back({file.filename().string(), slurp(file)});
    }
    if (ordinary_.empty()) {
        ordinary_ = ordinary_texts();
    }
}

std::vector<Prepared> Subject::prepare(const std::vector<Sample>& samples) const {
    std::vector<Prepared> prepared;
    if (is(Kind::Reader)) {
        for (const Sample& sample : samples) {
            prepared.push_back({sample.name, sample.text});
        }
        return prepared;
    }
    std::vector<std::unique_ptr<Instance>> before;
    for (const PlannedPlugin& plugin : plan_.annotators) {
        if (&plugin != planned_) {
            before.push_back(std::make_unique<Instance>(plugin, plan_));
        }
    }
    Document document;
    for (const Sample& sample : samples) {
        document.clear();
        document.set_field("id", sample.name);
        document.set_field("source", sample.name);
        document.set_field("title", "Ministers meet");
        document.set_field("published", "2024-03-05");
        document.set_field("language", "en");
        document.set_text(sample.text);
        for (const LayerSchema& schema : made_up_) {
            fill(document, *plan_.find_layer(schema.name));
        }
        const bool taken = std::all_of(before.begin(), before.end(),
                                       [&](const auto& instance) { return instance->annotate(document).ok(); });
        if (taken) {
            prepared.push_back({sample.name, encode(document, plan_.layers)});
        }
    }
    return prepared;
}

PlannedPlugin Subject::with_setting(const std::string& name, SettingValue value) const {
    PlannedPlugin changed = *planned_;
    changed.settings[name] = std::move(value);
    return changed;
}

/// An exporter's folder and its way there.
struct Session::Output {
    TemporaryFolder folder;
    OutputFiles files{folder.path};
};

Session::Session(const Subject& subject, const PlannedPlugin& planned, Watcher watcher)
    : subject_(subject), watcher_(std::move(watcher)), instance_(planned, subject.plan(), checking_host()) {
    end_of_call();
    if (subject.is(Kind::Exporter)) {
        output_ = std::make_shared<Output>();
    }
}

Session::~Session() {
    if (watcher_) {
        watcher_("destroying the instance");
    }
}

Outcome Session::process(const Prepared& document) {
    if (watcher_) {
        watcher_(document.name);
    }
    switch (subject_.manifest().kind) {
        case Kind::Reader:
            return read(document);
        case Kind::Annotator:
            return annotate(document);
        default:
            return consume(document);
    }
}

/// All records of the input, as one outcome.
Outcome Session::read(const Prepared& input) {
    Outcome outcome{input.name, "", ATTACHE_OK, ""};
    Document document;
    const auto read_record = [&](std::string_view record) {
        document.clear();
        document.set_field("id", input.name);
        document.set_field("source", input.name);
        const CallResult result = instance_.read(guarded(record, "the record"), document);
        end_of_call();
        if (result.ok()) {
            outcome.content += describe(document, 0) + "text: " + std::string(document.text()) + "\n";
        } else {
            outcome.content += "refused: " + result.message + "\n";
            outcome.message = result.message;
            // The worst of all records: that a record holds no document is no error of its input.
            outcome.status = result.status == ATTACHE_SKIP ? outcome.status : std::min(outcome.status, result.status);
        }
    };
    if (!instance_.splits()) {
        read_record(input.bytes);
        return outcome;
    }
    for (std::string_view rest = input.bytes;;) {
        attache_record record{};
        const CallResult result = instance_.split(guarded(rest, "the bytes to be split"), true, record);
        end_of_call();
        if (!result.ok()) {
            return {input.name, outcome.content, result.status, result.message};
        }
        if (record.found == 0) {
            return outcome;
        }
        if (record.skip + record.size == 0) {
            return {input.name, outcome.content, ATTACHE_ERROR,
                    "finds a record of no bytes after none, and so would never come to an end"};
        }
        read_record(rest.substr(record.skip, record.size));
        rest.remove_prefix(record.skip + record.size);
    }
}

Outcome Session::annotate(const Prepared& prepared) {
    Document document;
    decode(prepared.bytes, subject_.plan().layers, document);
    const std::size_t before = document.layers().size();
    const CallResult result = instance_.annotate(document);
    end_of_call();
    return {prepared.name, result.ok() ? describe(document, before) : "", result.status, result.message};
}

Outcome Session::consume(const Prepared& prepared) {
    consumed_.push_back(prepared);
    Document document;
    decode(prepared.bytes, subject_.plan().layers, document);
    const CallResult result = instance_.consume(document, output_->files);
    end_of_call();
    return {prepared.name, "", result.status, result.message};
}

std::vector<Outcome> Session::finish() {
    if (!subject_.is(Kind::Exporter)) {
        return {};
    }
    if (watcher_) {
        watcher_("the end of all documents");
    }
    std::ofstream(output_->folder.path / "rejected.jsonl").close();
    std::ofstream(output_->folder.path / "packs.json") << packs_json({});
    std::ofstream lines(output_->folder.path / "documents.jsonl", std::ios::binary);
    Document document;
    for (const Prepared& prepared : consumed_) {
        std::string line;
        decode(prepared.bytes, subject_.plan().layers, document);
        write_json(document, line);
        lines << line << "\n";
        document.clear();
    }
    lines.close();
    for (const PlannedPlugin& plugin : subject_.plan().exporters) {
        if (&plugin != &subject_.planned()) {
            Instance before(plugin, subject_.plan());
            OutputFiles files(output_->folder.path);
            for (const Prepared& prepared : consumed_) {
                document.clear();
                decode(prepared.bytes, subject_.plan().layers, document);
                before.consume(document, files);
            }
            before.finish(files);
            files.finish();
        }
    }
    const CallResult result = instance_.finish(output_->files);
    end_of_call();
    std::vector<Outcome> outcomes{{"the end of all documents", "", result.status, result.message}};
    if (result.ok()) {
        output_->files.finish();
        for (const std::string& file : subject_.manifest().files) {
            const fs::path path = output_->folder.path / file;
            if (fs::exists(path)) {
                outcomes.push_back({file, slurp(path), ATTACHE_OK, ""});
            }
        }
    }
    return outcomes;
}

std::vector<Outcome> Session::run(const std::vector<Prepared>& documents) {
    std::vector<Outcome> outcomes;
    for (const Prepared& document : documents) {
        outcomes.push_back(process(document));
    }
    for (Outcome& outcome : finish()) {
        outcomes.push_back(std::move(outcome));
    }
    return outcomes;
}

}  // namespace attache::core::conformance
