#include "isolation/plugin_process.h"

#include <fcntl.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <algorithm>
#include <sstream>

#include "isolation/serve.h"

namespace attache::core {

namespace {

using Clock = std::chrono::steady_clock;

/// A plugin may load a model when it is made.
constexpr double seconds_to_start = 60;
/// What a worker may send as one answer.
constexpr std::uint64_t most_in_answer = std::uint64_t{1} << 32;

std::string in_words(double number) {
    std::ostringstream text;
    text << number;
    return text.str();
}

}  // namespace

PluginProcess::PluginProcess(const PlannedPlugin& plugin, const Plan& plan, const std::filesystem::path& run_folder)
    : plugin_(plugin) {
    const int nothing = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    // Its standard output is our log: data never comes from there.
    process_ = std::make_unique<ChildProcess>(
        this_program(), std::vector<std::string>{"serve-plugin", std::to_string(::getpid())},
        std::vector<std::pair<int, int>>{
            {nothing, STDIN_FILENO}, {STDERR_FILENO, STDOUT_FILENO}, {channel_.descriptor(), channel_descriptor}},
        std::vector<std::pair<std::string, std::string>>{
            {"ATTACHE_LOG_LEVEL", std::string(spdlog::level::to_string_view(spdlog::get_level()).data())}});
    ::close(nothing);
    std::string failure;
    const std::size_t answered = exchange(
        1, [&](std::size_t, MessageWriter& request) { write_job(plugin, plan, run_folder, request); },
        [&](std::size_t, std::string_view answer) {
            MessageReader in(answer);
            failure = in.text();
            splits_ = in.number() != 0;
        },
        failure);
    if (answered == 0) {
        failure = "plugin \"" + plugin.manifest().name + "\" cannot start in a process of its own: it " + failure;
    }
    if (!failure.empty()) {
        throw std::runtime_error(failure);
    }
}

PluginProcess::~PluginProcess() {
    const std::uint64_t nothing = 0;
    if (!process_->poll()) {
        channel_.send({reinterpret_cast<const char*>(&nothing), sizeof nothing});
        channel_.ring();
        process_->wait(std::chrono::seconds(2));
    }
}

// One loop with all that may happen meanwhile reads better whole. NOLINTNEXTLINE(readability-function-size)
std::size_t PluginProcess::exchange(std::size_t count, const Ask& ask, const Take& take, std::string& failure,
                                    int timeouts) {
    constexpr std::chrono::microseconds shortest{1000};
    constexpr std::chrono::microseconds longest{50'000};
    const double timeout = timeouts * plugin_.isolation.timeout_seconds;
    const double patience = started_ ? timeout : std::max(timeout, seconds_to_start);
    asked_ = 0;
    answered_ = 0;
    auto last_answer = Clock::now();
    auto nap = shortest;
    try {
        while (answered_ < count) {
            const std::uint32_t bell = channel_.bell_count();
            bool moved = false;
            for (;;) {
                if (unsent_header_.empty() && unsent_.empty()) {
                    if (asked_ == count) {
                        break;
                    }
                    request_.clear();
                    ask(asked_++, request_);
                    size_out_ = request_.bytes().size();
                    unsent_header_ = {reinterpret_cast<const char*>(&size_out_), sizeof size_out_};
                    unsent_ = request_.bytes();
                }
                if (!push()) {
                    break;
                }
                moved = true;
            }
            if (moved) {
                channel_.ring();
            }
            const std::size_t before = answered_;
            if (pull(take, count)) {
                moved = true;
                channel_.ring();
            }
            if (answered_ > before) {
                last_answer = Clock::now();
                nap = shortest;
            }
            if (moved || answered_ == count) {
                continue;
            }
            channel_.sleep(bell, nap);
            if (channel_.has_incoming()) {
                continue;
            }
            nap = std::min(2 * nap, longest);
            if (const auto end = process_->poll(); end && !channel_.has_incoming()) {
                failure = why_ended(*end);
                return answered_;
            }
            if (std::chrono::duration<double>(Clock::now() - last_answer).count() > patience) {
                process_->kill();
                failure = "gave no answer within " + in_words(patience) + " s (" +
                          (timeouts > 1 ? in_words(timeouts) + " × timeout)" : "timeout)");
                return answered_;
            }
        }
    } catch (const BrokenMessage& error) {
        process_->kill();
        failure = std::string("gave an answer that is none: ") + error.what();
    } catch (const BrokenChannel& error) {
        process_->kill();
        failure = error.what();
    }
    started_ = true;
    return answered_;
}

/// Sends what is left of the request at hand; false if there is no room for all of it.
bool PluginProcess::push() {
    unsent_header_.remove_prefix(channel_.send(unsent_header_));
    if (unsent_header_.empty()) {
        unsent_.remove_prefix(channel_.send(unsent_));
    }
    return unsent_header_.empty() && unsent_.empty();
}

/// Takes the answers that have come; false if nothing has.
bool PluginProcess::pull(const Take& take, std::size_t count) {
    bool moved = false;
    while (answered_ < count) {
        if (received_ < sizeof size_in_) {
            const std::size_t got =
                channel_.receive(reinterpret_cast<char*>(&size_in_) + received_, sizeof size_in_ - received_);
            received_ += got;
            moved |= got > 0;
            if (received_ < sizeof size_in_) {
                return moved;
            }
            if (size_in_ > most_in_answer) {
                throw BrokenMessage("its size is " + std::to_string(size_in_));
            }
            answer_.clear();
        }
        // Memory is taken as the bytes come, not as they are announced.
        const std::size_t body = received_ - sizeof size_in_;
        const std::size_t wanted = std::min<std::size_t>(size_in_ - body, 1U << 20);
        if (wanted > 0) {
            answer_.resize((body + wanted + 7) / 8);
            const std::size_t got = channel_.receive(reinterpret_cast<char*>(answer_.data()) + body, wanted);
            received_ += got;
            moved |= got > 0;
            if (got == 0) {
                return moved;
            }
            if (body + got < size_in_) {
                continue;
            }
        }
        received_ = 0;
        take(answered_, {reinterpret_cast<const char*>(answer_.data()), size_in_});
        ++answered_;
        moved = true;
    }
    return moved;
}

std::string PluginProcess::why_ended(const ProcessEnd& end) const {
    if (end.signal == 0 && end.status == out_of_memory_status) {
        return "went over its memory limit of " + std::to_string(plugin_.isolation.memory_megabytes) + " MiB (memory)";
    }
    return (end.signal != 0 ? "crashed: " : "ended its process: ") + describe(end);
}

}  // namespace attache::core
