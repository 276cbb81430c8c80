#include "isolation/executor.h"

#include "isolation/renewed_process.h"

namespace attache::core {

namespace {

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
    InItsOwnProcess(const PlannedPlugin& plugin, const Plan& plan, const std::filesystem::path& cases)
        : plan_(plan), layers_(layers_to_lend(plugin, plan)), process_(plugin, plan, {cases}) {}

    const PlannedPlugin& plugin() const override { return process_.plugin(); }

    std::vector<CallResult> annotate(std::span<Document* const> documents) override {
        return process_.all(
            documents.size(),
            [&](std::size_t i, MessageWriter& request) { write_annotate(*documents[i], layers_, request); },
            [&](std::size_t i, std::string_view answer) {
                return take_annotated(answer, plugin(), plan_, *documents[i]);
            });
    }
    std::vector<CallResult> read(std::span<const Reading> readings) override {
        return process_.all(
            readings.size(),
            [&](std::size_t i, MessageWriter& request) {
                write_read(readings[i].record, *readings[i].document, request);
            },
            [&](std::size_t i, std::string_view answer) { return take_read(answer, plugin(), *readings[i].document); });
    }
    bool splits() const override { return process_.splits(); }
    CallResult split(std::string_view data, bool at_end, attache_record& record) override {
        record = {};
        return process_
            .all(
                1, [&](std::size_t, MessageWriter& request) { write_split(data, at_end, request); },
                [&](std::size_t, std::string_view answer) { return take_split(answer, data.size(), record); })
            .front();
    }

private:
    const Plan& plan_;
    const std::vector<std::string> layers_;
    RenewedProcess process_;
};

}  // namespace

std::unique_ptr<Executor> make_executor(const PlannedPlugin& plugin, const Plan& plan,
                                        const std::filesystem::path& cases) {
    if (plugin.isolation.on) {
        return std::make_unique<InItsOwnProcess>(plugin, plan, cases);
    }
    return std::make_unique<InThisProcess>(plugin, plan);
}

}  // namespace attache::core
