#include "isolation/executor.h"

#include <spdlog/spdlog.h>

#include <fstream>
#include <optional>

#include "isolation/plugin_process.h"
#include "manifest/mapped_file.h"

namespace attache::core {

namespace {

constexpr std::string_view case_magic = "ATTACHE CASE 1\n\n";

class InThisProcess : public Executor {
public:
    InThisProcess(const PlannedPlugin& plugin, const Plan& plan) : instance_(plugin, plan) {}

    const PlannedPlugin& plugin() const override { return instance_.plugin(); }

    std::vector<CallResult> annotate(std::span<Document* const> documents) override {
        std::vector<CallResult> results;
        results.reserve(documents.size());
        for (Document* document : documents) {
            results.push_back(instance_.annotate(*document));
        }
        return results;
    }
    std::vector<CallResult> read(std::span<const Reading> readings) override {
        std::vector<CallResult> results;
        results.reserve(readings.size());
        for (const Reading& reading : readings) {
            results.push_back(instance_.read(reading.record, *reading.document));
        }
        return results;
    }
    bool splits() const override { return instance_.splits(); }
    CallResult split(std::string_view data, bool at_end, attache_record& record) override {
        return instance_.split(data, at_end, record);
    }

private:
    Instance instance_;
};

class InItsOwnProcess : public Executor {
public:
    InItsOwnProcess(const PlannedPlugin& plugin, const Plan& plan, std::filesystem::path cases)
        : plugin_(plugin), plan_(plan), layers_(layers_to_lend(plugin, plan)), cases_(std::move(cases)) {
        start();
    }

    const PlannedPlugin& plugin() const override { return plugin_; }

    std::vector<CallResult> annotate(std::span<Document* const> documents) override {
        return all(
            documents.size(),
            [&](std::size_t i, MessageWriter& request) { write_annotate(*documents[i], layers_, request); },
            [&](std::size_t i, std::string_view answer) {
                return take_annotated(answer, plugin_, plan_, *documents[i]);
            });
    }
    std::vector<CallResult> read(std::span<const Reading> readings) override {
        return all(
            readings.size(),
            [&](std::size_t i, MessageWriter& request) {
                write_read(readings[i].record, *readings[i].document, request);
            },
            [&](std::size_t i, std::string_view answer) { return take_read(answer, plugin_, *readings[i].document); });
    }
    bool splits() const override { return process_->splits(); }
    CallResult split(std::string_view data, bool at_end, attache_record& record) override {
        record = {};
        return all(
                   1, [&](std::size_t, MessageWriter& request) { write_split(data, at_end, request); },
                   [&](std::size_t, std::string_view answer) { return take_split(answer, data.size(), record); })
            .front();
    }

private:
    using TakeResult = std::function<CallResult(std::size_t, std::string_view)>;

    void start() { process_ = std::make_unique<PluginProcess>(plugin_, plan_); }

    /// Asks for all. The request at which the process ended is tried once more alone in a new one, since what it died
    /// of may have been done by one before it; if it ends that one too, it is given up.
    std::vector<CallResult> all(std::size_t count, const PluginProcess::Ask& ask, const TakeResult& take) {
        std::vector<CallResult> results(count);
        std::size_t done = 0;
        std::optional<std::size_t> suspect;
        while (done < count) {
            if (!process_) {
                start();
            }
            const std::size_t from = done;
            const std::size_t many = suspect == done ? 1 : count - done;
            std::string failure;
            done += process_->exchange(
                many, [&](std::size_t i, MessageWriter& request) { ask(from + i, request); },
                [&](std::size_t i, std::string_view answer) { results[from + i] = take(from + i, answer); }, failure);
            if (failure.empty()) {
                continue;
            }
            process_.reset();
            if (suspect != done) {
                suspect = done;
                continue;
            }
            MessageWriter request;
            ask(done, request);
            results[done] = {ATTACHE_ERROR, failure + keep(request.bytes())};
            ++done;
        }
        return results;
    }

    /// Writes the case, under a name that depends on nothing but the plugin and what it was given; says how to see it
    /// again.
    std::string keep(std::string_view request) {
        if (cases_.empty()) {
            return "";
        }
        MessageWriter job;
        write_job(plugin_, plan_, job);
        MessageWriter all;
        all.raw(case_magic.data(), case_magic.size());
        all.text(job.bytes());
        all.text(request);
        const std::string name = plugin_.manifest().name + "-" +
                                 sha256(plugin_.manifest().title() + std::string(request)).substr(0, 16) + ".case";
        std::filesystem::create_directories(cases_);
        std::ofstream file(cases_ / name, std::ios::binary);
        file << all.bytes();
        if (!file.flush()) {
            spdlog::warn("cannot write {}", (cases_ / name).string());
            return "";
        }
        return "; to see it again: attache replay " + cases_.filename().string() + "/" + name;
    }

    const PlannedPlugin& plugin_;
    const Plan& plan_;
    const std::vector<std::string> layers_;
    std::filesystem::path cases_;
    std::unique_ptr<PluginProcess> process_;
};

}  // namespace

std::unique_ptr<Executor> make_executor(const PlannedPlugin& plugin, const Plan& plan,
                                        const std::filesystem::path& cases) {
    if (plugin.isolation.on) {
        return std::make_unique<InItsOwnProcess>(plugin, plan, cases);
    }
    return std::make_unique<InThisProcess>(plugin, plan);
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
