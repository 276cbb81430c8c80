#include "isolation/exporter.h"

#include "isolation/cases.h"
#include "isolation/finishing.h"
#include "isolation/renewed_process.h"

namespace attache::core {

namespace {

/// Documents under way at once when they are given once more.
constexpr std::size_t most_in_batch = 32;
/// An exporter whose process ends at each document, such as one that holds them all in memory, would be given all
/// before it once more for each.
constexpr std::size_t most_lost_in_a_row = 32;
/// `finish` is about all documents and may be silent for longer than at one of them.
constexpr int timeouts_to_finish = 10;

class ExporterInThisProcess : public Exporter {
public:
    ExporterInThisProcess(const PlannedPlugin& plugin, const Plan& plan) : instance_(plugin, plan) {}

    const PlannedPlugin& plugin() const override { return instance_.plugin(); }

    std::vector<CallResult> consume(std::span<const Document* const> documents, ExporterServices& services) override {
        std::vector<CallResult> results;
        results.reserve(documents.size());
        for (const Document* document : documents) {
            Journal journal;
            CallResult result = instance_.consume(*document, journal);
            MessageReader asked(journal.bytes());
            results.push_back(result.ok() ? grant(asked, plugin().manifest(), services) : result);
        }
        return results;
    }
    CallResult finish(ExporterServices& services) override { return instance_.finish(services); }

private:
    Instance instance_;
};

class ExporterInItsOwnProcess : public Exporter {
public:
    ExporterInItsOwnProcess(const PlannedPlugin& plugin, const Plan& plan, const std::filesystem::path& run_folder,
                            const EachDocument& each_document)
        : layers_(layers_to_lend(plugin, plan)),
          each_document_(each_document),
          process_(plugin, plan, {run_folder / cases_folder, run_folder},
                   [this](PluginProcess& process) { catch_up(process); }) {}

    const PlannedPlugin& plugin() const override { return process_.plugin(); }

    std::vector<CallResult> consume(std::span<const Document* const> documents, ExporterServices& services) override {
        std::vector<CallResult> results = process_.all(
            documents.size(),
            [&](std::size_t i, MessageWriter& request) { write_consume(*documents[i], layers_, request); },
            [&](std::size_t i, std::string_view answer) {
                CallResult result = take_consumed(answer, plugin(), services);
                note_answered(given_ + i);
                return result;
            });
        given_ += documents.size();
        if (given_ - answered_to_ >= most_lost_in_a_row) {
            throw std::runtime_error(name() + " ended its process at each of the last " +
                                     std::to_string(given_ - answered_to_) +
                                     " documents, the last time so: " + results.back().message);
        }
        return results;
    }

    CallResult finish(ExporterServices& services) override {
        MessageWriter request;
        write_finish(request);
        std::optional<CallResult> result;
        while (!result) {
            MessageWriter reply;
            const std::string failure = process_.once(
                [&](std::size_t, MessageWriter& message) {
                    message.raw(request.bytes().data(), request.bytes().size());
                },
                [&](std::size_t, std::string_view said) { result = take_finishing(said, plugin(), services, reply); },
                timeouts_to_finish);
            if (!failure.empty()) {
                return {ATTACHE_ERROR, failure};
            }
            request = std::move(reply);
        }
        return *result;
    }

private:
    std::string name() const { return "exporter \"" + plugin().manifest().name + "\""; }

    /// Those passed over are the ones at which the process ended.
    void note_answered(std::size_t number) {
        for (; answered_to_ < number; ++answered_to_) {
            lost_.push_back(answered_to_);
        }
        answered_to_ = number + 1;
    }

    /// Exporters do the same with the same documents, so a new process comes to where the old one was. What it asks of
    /// the services has been granted already.
    void catch_up(PluginProcess& process) {
        std::vector<std::string> requests;
        auto lost = lost_.begin();
        std::size_t number = 0;
        each_document_([&](const Document& document) {
            if (number == answered_to_) {
                return false;
            }
            if (lost != lost_.end() && *lost == number) {
                ++lost;
            } else {
                MessageWriter request;
                write_consume(document, layers_, request);
                requests.emplace_back(request.bytes());
            }
            if (++number == answered_to_ || requests.size() == most_in_batch) {
                give_again(requests, process);
            }
            return true;
        });
    }

    void give_again(std::vector<std::string>& requests, PluginProcess& process) {
        std::string failure;
        process.exchange(
            requests.size(),
            [&](std::size_t i, MessageWriter& message) { message.raw(requests[i].data(), requests[i].size()); },
            [](std::size_t, std::string_view) {}, failure);
        if (!failure.empty()) {
            throw std::runtime_error(name() + " is not the same twice: given once more what it had taken before, it " +
                                     failure);
        }
        requests.clear();
    }

    const std::vector<std::string> layers_;
    const EachDocument& each_document_;
    std::size_t given_ = 0;
    std::size_t answered_to_ = 0;  ///< the number after that of the last document with an answer
    std::vector<std::size_t> lost_;
    RenewedProcess process_;
};

}  // namespace

std::unique_ptr<Exporter> make_exporter(const PlannedPlugin& plugin, const Plan& plan,
                                        const std::filesystem::path& run_folder, const EachDocument& each_document) {
    if (plugin.isolation.on) {
        return std::make_unique<ExporterInItsOwnProcess>(plugin, plan, run_folder, each_document);
    }
    return std::make_unique<ExporterInThisProcess>(plugin, plan);
}

}  // namespace attache::core
