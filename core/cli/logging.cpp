#include "cli/logging.h"

#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/base_sink.h>
#include <spdlog/spdlog.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <memory>

#include "cli/command.h"
#include "document/json_writer.h"

namespace attache::cli {

namespace {

/// Writes to stderr; on a terminal it first takes away the progress bar, which draws itself again.
class StderrSink : public spdlog::sinks::base_sink<std::mutex> {
protected:
    void sink_it_(const spdlog::details::log_msg& message) override {
        spdlog::memory_buf_t line;
        formatter_->format(message, line);
        if (terminal_) {
            std::fputs("\r\033[K", stderr);
        }
        std::fwrite(line.data(), 1, line.size(), stderr);
    }
    void flush_() override { std::fflush(stderr); }

private:
    const bool terminal_ = ::isatty(STDERR_FILENO) != 0;
};

/// One JSON object a line: time (UTC, ISO 8601), level, message.
class JsonFormatter : public spdlog::formatter {
public:
    void format(const spdlog::details::log_msg& message, spdlog::memory_buf_t& out) override {
        spdlog::memory_buf_t time;
        time_.format(message, time);
        std::string line;
        core::StringStream stream(line);
        core::JsonWriter json(stream);
        json.StartObject();
        json.member("time", std::string_view(time.data(), time.size()));
        const auto level = spdlog::level::to_string_view(message.level);
        json.member("level", std::string_view(level.data(), level.size()));
        json.member("message", std::string_view(message.payload.data(), message.payload.size()));
        json.EndObject();
        line += '\n';
        out.append(line.data(), line.data() + line.size());
    }
    std::unique_ptr<spdlog::formatter> clone() const override { return std::make_unique<JsonFormatter>(); }

private:
    spdlog::pattern_formatter time_{"%Y-%m-%dT%H:%M:%S.%eZ", spdlog::pattern_time_type::utc, ""};
};

}  // namespace

const std::vector<std::string>& log_levels() {
    static const std::vector<std::string> levels{"trace", "debug", "info", "warning", "error", "off"};
    return levels;
}

void set_up_logging(const std::string& level, bool json) {
    const std::vector<std::string>& levels = log_levels();
    if (std::find(levels.begin(), levels.end(), level) == levels.end()) {
        throw UsageError("--log-level is \"" + level + "\"; it must be trace, debug, info, warning, error or off");
    }
    auto sink = std::make_shared<StderrSink>();
    if (json) {
        sink->set_formatter(std::make_unique<JsonFormatter>());
    } else {
        sink->set_pattern("%H:%M:%S %l: %v");
    }
    auto logger = std::make_shared<spdlog::logger>("attache", std::move(sink));
    logger->set_level(spdlog::level::from_str(level));
    logger->flush_on(spdlog::level::warn);
    spdlog::set_default_logger(std::move(logger));
}

}  // namespace attache::cli
