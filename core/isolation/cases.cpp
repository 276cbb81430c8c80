#include "isolation/cases.h"

#include <spdlog/spdlog.h>

#include <fstream>

#include "isolation/plugin_process.h"
#include "manifest/mapped_file.h"

namespace attache::core {

namespace {

constexpr std::string_view case_magic = "ATTACHE CASE 1\n\n";

}  // namespace

std::string keep_case(const std::filesystem::path& cases, const PlannedPlugin& plugin, const Plan& plan,
                      std::string_view request) {
    if (cases.empty()) {
        return "";
    }
    MessageWriter job;
    write_job(plugin, plan, {}, job);
    MessageWriter all;
    all.raw(case_magic.data(), case_magic.size());
    all.text(job.bytes());
    all.text(request);
    const std::string name =
        plugin.manifest().name + "-" + sha256(plugin.manifest().title() + std::string(request)).substr(0, 16) + ".case";
    std::filesystem::create_directories(cases);
    std::ofstream file(cases / name, std::ios::binary);
    file << all.bytes();
    if (!file.flush()) {
        spdlog::warn("cannot write {}", (cases / name).string());
        return "";
    }
    return "; to see it again: attache replay " + cases.filename().string() + "/" + name;
}

CallResult replay(const std::filesystem::path& file, bool in_this_process) {
    const MappedFile mapped(file);
    if (!mapped.bytes().starts_with(case_magic)) {
        throw std::runtime_error(file.string() + ": not a case that a run has kept");
    }
    MessageReader in(mapped.bytes().substr(case_magic.size()));
    Job job{MessageReader(in.text())};
    const std::string_view request = in.text();
    CallResult result;
    if (in_this_process) {
        Instance instance(job.plugin(), job.plan);
        Document document;
        MessageWriter out;
        answer(request, job, instance, document, out);
        return read_answer(out.bytes());
    }
    PluginProcess process(job.plugin(), job.plan);
    std::string failure;
    process.exchange(
        1, [&](std::size_t, MessageWriter& message) { message.raw(request.data(), request.size()); },
        [&](std::size_t, std::string_view answer) { result = read_answer(answer); }, failure);
    return failure.empty() ? result : CallResult{ATTACHE_ERROR, failure};
}

}  // namespace attache::core
