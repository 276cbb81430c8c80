// attache schema
#include <array>
#include <iostream>
#include <string_view>
#include <utility>

#include "cli/command.h"
#include "manifest/problem.h"

// The files of core/schema, put into the program by core/CMakeLists.txt.
extern "C" {
extern const char attache_documents_schema[], attache_documents_schema_end[];
extern const char attache_packs_schema[], attache_packs_schema_end[];
extern const char attache_rejected_schema[], attache_rejected_schema_end[];
extern const char attache_run_schema[], attache_run_schema_end[];
extern const char attache_timeline_schema[], attache_timeline_schema_end[];
}

namespace attache::cli {

namespace {

using Schema = std::pair<std::string_view, std::string_view>;

std::array<Schema, 5> schemas() {
    const auto text = [](const char* begin, const char* end) {
        return std::string_view(begin, static_cast<std::size_t>(end - begin));
    };
    return {{{"documents", text(attache_documents_schema, attache_documents_schema_end)},
             {"packs", text(attache_packs_schema, attache_packs_schema_end)},
             {"rejected", text(attache_rejected_schema, attache_rejected_schema_end)},
             {"run", text(attache_run_schema, attache_run_schema_end)},
             {"timeline", text(attache_timeline_schema, attache_timeline_schema_end)}}};
}

int print_schema(const Values& values) {
    const std::string wanted = values["NAME"].as<std::string>();
    std::vector<std::string> names;
    for (const auto& [name, text] : schemas()) {
        if (name == wanted) {
            std::cout << text;
            return AllDone;
        }
        names.emplace_back(name);
    }
    throw UsageError("there is no schema \"" + wanted + "\"" + core::did_you_mean(wanted, names) + "; there are " +
                     core::listed(names));
}

}  // namespace

Command schema_command() {
    Command command;
    command.name = "schema";
    command.synopsis = "documents|packs|rejected|run|timeline";
    command.summary = "Prints the JSON Schema of a file that a run leaves.";
    command.details = {"`documents` and `rejected` describe one line of their .jsonl file."};
    command.examples = {{"what a line of documents.jsonl holds", "attache schema documents"}};
    command.required = {"NAME"};
    for (const auto& [name, text] : schemas()) {
        command.choices["NAME"].emplace_back(name);
    }
    command.run = print_schema;
    return command;
}

}  // namespace attache::cli
