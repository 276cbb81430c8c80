// What host and worker process say to each other.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "isolation/journal.h"
#include "isolation/message.h"
#include "loading/instance.h"

namespace attache::core {

/// The first message: which plugin, with which settings and limits, over which layers; and the folder that an exporter
/// may read files of, if there is one.
void write_job(const PlannedPlugin& plugin, const Plan& plan, const std::filesystem::path& run_folder,
               MessageWriter& message);

/// A job as the worker holds it. `plan` has the one plugin.
struct Job {
    FoundPlugin found;
    Plan plan;
    std::filesystem::path run_folder;
    explicit Job(MessageReader message);
    Job(const Job&) = delete;
    Job& operator=(const Job&) = delete;
    const PlannedPlugin& plugin() const;
};

/// The messages that follow, each answered by one. Finish begins a conversation: isolation/finishing.h.
enum class Request : std::uint64_t { Annotate = 1, Read = 2, Split = 3, Consume = 4, Finish = 5 };

/// The layers that a worker needs: those that the plugin reads, and those that rows of its own refer to.
std::vector<std::string> layers_to_lend(const PlannedPlugin& plugin, const Plan& plan);
/// A document as the plugin may see it: text, fields, and those layers.
void write_annotate(const Document& document, const std::vector<std::string>& layers, MessageWriter& message);
void write_consume(const Document& document, const std::vector<std::string>& layers, MessageWriter& message);
void write_read(std::string_view record, const Document& document, MessageWriter& message);
void write_split(std::string_view data, bool at_end, MessageWriter& message);

/// In the worker: does what the message asks for and writes the answer.
void answer(std::string_view request, Job& job, Instance& instance, Document& document, MessageWriter& answer);

/// How a call went, as every answer of a worker begins or ends. Reading one throws BrokenMessage.
void write_result(const CallResult& result, const Document& document, MessageWriter& answer);
CallResult read_result(MessageReader& answer, std::string_view plugin, Document* document);

/// In the host: takes an answer over into the document, holding it against the same rules as what a plugin in this
/// process writes. Throws BrokenMessage.
CallResult take_annotated(std::string_view answer, const PlannedPlugin& plugin, const Plan& plan, Document& document);
/// Only how the call went.
CallResult read_answer(std::string_view answer);
CallResult take_read(std::string_view answer, const PlannedPlugin& plugin, Document& document);
/// How the call went; what it asked for is granted if it succeeded.
CallResult take_consumed(std::string_view answer, const PlannedPlugin& plugin, ExporterServices& services);
CallResult take_split(std::string_view answer, std::size_t size, attache_record& record);

}  // namespace attache::core
