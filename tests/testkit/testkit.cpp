#include "testkit/testkit.h"

#include <spdlog/spdlog.h>

#include <attache/utf8.hpp>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "document/day.h"
#include "process/child_process.h"
#include "run/run.h"
#include "run/worker.h"

namespace attache::testkit {

namespace fs = std::filesystem;

namespace {

// Tests that want a document rejected would fill the output with warnings.
const bool quiet = (spdlog::set_level(spdlog::level::err), true);

// Worker processes are the program, not the test.
const bool program = (core::set_this_program(fs::path(ATTACHE_BUILD_FOLDER) / "attache"), true);

const core::Catalog& built_plugins() {
    static const core::Catalog catalog({fs::path(ATTACHE_BUILD_FOLDER) / "plugins"});
    return catalog;
}

fs::path write_config(const std::vector<std::string>& plugins) {
    fs::path file = temporary_folder() / "config.toml";
    std::ofstream out(file);
    out << "[[stage]]\nname = \"test\"\nplugins = [";
    for (const std::string& plugin : plugins) {
        out << '"' << plugin << "\", ";
    }
    out << "]\n";
    return file;
}

/// The plan of a pipeline of these plugins; a plan needs a reader, whatever the test is about.
core::Plan plan_of(const std::vector<std::string>& plugins, const Set& settings) {
    return core::make_plan(write_config(plugins), settings, built_plugins());
}

std::string value_of(const attache_column& column, std::uint32_t row) {
    switch (column.type) {
        case ATTACHE_REAL: {
            std::ostringstream out;
            out << static_cast<const double*>(column.values)[row];
            return out.str();
        }
        case ATTACHE_TEXT:
            return std::string(core::borrow(static_cast<const attache_str*>(column.values)[row]));
        case ATTACHE_REF:
            return std::to_string(static_cast<const std::uint32_t*>(column.values)[row]);
        case ATTACHE_DAY:
            return core::iso_day(static_cast<const std::int64_t*>(column.values)[row]);
        default:
            return std::to_string(static_cast<const std::int64_t*>(column.values)[row]);
    }
}

bool has_value(const attache_column& column, std::uint32_t row) {
    switch (column.type) {
        case ATTACHE_REAL: {
            const double value = static_cast<const double*>(column.values)[row];
            return value == value;
        }
        case ATTACHE_TEXT:
            return static_cast<const attache_str*>(column.values)[row].data != nullptr;
        case ATTACHE_REF:
            return static_cast<const std::uint32_t*>(column.values)[row] != ATTACHE_NO_ROW;
        default:
            return static_cast<const std::int64_t*>(column.values)[row] != ATTACHE_NO_INT;
    }
}

std::vector<Row> rows_of(const core::Layer& layer, std::string_view text) {
    std::vector<Row> rows;
    for (std::uint32_t i = 0; i < layer.rows(); ++i) {
        Row row{
            std::string(text.substr(layer.start(i), layer.end(i) - layer.start(i))), layer.start(i), layer.end(i), {}};
        for (std::size_t c = 0; c < layer.schema().columns.size(); ++c) {
            if (has_value(layer.column(c), i)) {
                row.columns[layer.schema().columns[c].name] = value_of(layer.column(c), i);
            }
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

Result result_of(const core::Document& document) {
    Result result;
    for (const core::Field& field : document.fields()) {
        result.fields[std::string(field.key)] = field.value;
    }
    result.text = document.text();
    for (const core::Layer& layer : document.layers()) {
        result.layers[layer.schema().name] = rows_of(layer, document.text());
    }
    for (const core::Remark& remark : document.remarks()) {
        result.remarks.emplace_back(remark.message);
    }
    return result;
}

}  // namespace

const std::string& Row::operator[](const std::string& column) const {
    static const std::string none;
    const auto found = columns.find(column);
    return found == columns.end() ? none : found->second;
}

namespace {

std::vector<Result> annotate_all(const std::vector<std::string>& plugins, const std::vector<Article>& articles,
                                 const Set& settings) {
    std::vector<std::string> all{"jsonl"};
    all.insert(all.end(), plugins.begin(), plugins.end());
    const core::Plan plan = plan_of(all, settings);
    std::vector<std::unique_ptr<core::Instance>> annotators;
    for (const core::PlannedPlugin& plugin : plan.annotators) {
        annotators.push_back(std::make_unique<core::Instance>(plugin, plan));
    }
    std::vector<Result> results;
    for (const Article& article : articles) {
        core::Document document;
        for (const auto& [key, value] : article.fields) {
            document.set_field(key, value);
        }
        document.set_text(article.text);
        core::CallResult outcome;
        for (const auto& annotator : annotators) {
            outcome = annotator->annotate(document);
            if (!outcome.ok()) {
                break;
            }
        }
        results.push_back(outcome.ok() ? result_of(document) : Result{});
        results.back().rejected = outcome.ok() ? "" : outcome.message;
    }
    return results;
}

}  // namespace

std::string field(const Result& result, const std::string& name) {
    const auto found = result.fields.find(name);
    return found == result.fields.end() ? "" : found->second;
}

Result annotate(const std::vector<std::string>& plugins, const Article& article, const Set& settings) {
    return annotate_all(plugins, {article}, settings).front();
}

std::vector<Result> annotate(const std::vector<std::string>& plugins, const std::vector<Article>& articles) {
    return annotate_all(plugins, articles, {});
}

std::vector<Result> read(const std::string& plugin, const std::string& file_name, const std::string& bytes,
                         const Set& settings) {
    const fs::path file = temporary_folder() / file_name;
    std::ofstream(file, std::ios::binary) << bytes;
    const core::Plan plan = plan_of({plugin}, settings);
    core::RecordStream records(plan, {file.string()});
    core::Instance instance(plan.readers.front(), plan);
    std::vector<Result> results;
    while (const auto record = records.next()) {
        Result result;
        core::Document document;
        if (record->rejected.empty() && record->skipped.empty()) {
            document.set_field("id", record->source);
            document.set_field("source", record->source);
            const core::CallResult outcome = instance.read(record->bytes, document);
            if (outcome.ok()) {
                result = result_of(document);
            } else {
                (outcome.status == ATTACHE_SKIP ? result.skipped : result.rejected) = outcome.message;
            }
        } else {
            result.rejected = record->rejected;
            result.skipped = record->skipped;
        }
        results.push_back(std::move(result));
    }
    return results;
}

fs::path run(const fs::path& config, const std::vector<fs::path>& inputs, const Set& settings) {
    const core::Plan plan = core::make_plan(config, settings, built_plugins());
    core::RunOptions options;
    for (const fs::path& input : inputs) {
        options.inputs.push_back(input.string());
    }
    options.folder = temporary_folder();
    options.jobs = 2;
    core::run(plan, options);
    return options.folder;
}

std::vector<std::string> split(const std::string& text, const std::string& separator) {
    std::vector<std::string> parts;
    std::size_t begin = 0;
    for (auto at = text.find(separator); at != std::string::npos; at = text.find(separator, begin)) {
        parts.push_back(text.substr(begin, at - begin));
        begin = at + separator.size();
    }
    parts.push_back(text.substr(begin));
    return parts;
}

std::string slurp(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream out;
    if (!in || !(out << in.rdbuf())) {
        if (in && fs::file_size(file) == 0) {
            return "";
        }
        throw std::runtime_error("cannot read " + file.string());
    }
    return out.str();
}

fs::path temporary_folder() {
    /// Removes what tests made when the program ends.
    struct Root {
        fs::path path;
        Root() {
            std::string name = (fs::temp_directory_path() / "attache-test-XXXXXX").string();
            if (::mkdtemp(name.data()) == nullptr) {
                throw std::runtime_error("cannot make " + name);
            }
            path = name;
        }
        ~Root() {
            std::error_code ignored;
            fs::remove_all(path, ignored);
        }
        Root(const Root&) = delete;
        Root& operator=(const Root&) = delete;
    };
    static const Root root;
    static int count = 0;
    fs::path folder = root.path / std::to_string(++count);
    fs::create_directory(folder);
    return folder;
}

fs::path source_folder() {
    return ATTACHE_SOURCE_FOLDER;
}

}  // namespace attache::testkit
