#include "run/progress.h"

#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string>

namespace attache::core {

namespace {

std::string clock_time(double seconds) {
    const auto whole = std::lround(seconds);
    char text[32];
    std::snprintf(text, sizeof text, "%ld:%02ld:%02ld", whole / 3600, whole / 60 % 60, whole % 60);
    return text;
}

}  // namespace

Progress::Progress(Style style, std::uint64_t total_bytes)
    : style_(style), total_bytes_(total_bytes), next_(begun_ + std::chrono::seconds(style == Style::Bar ? 1 : 10)) {}

Progress::~Progress() {
    if (style_ == Style::Bar) {
        std::fputs("\r\033[K", stderr);
        std::fflush(stderr);
    }
}

void Progress::update(std::uint64_t records, std::uint64_t bytes) {
    if (style_ == Style::Silent) {
        return;
    }
    const Clock::time_point now = Clock::now();
    if (now < next_) {
        return;
    }
    next_ = now + std::chrono::milliseconds(style_ == Style::Bar ? 200 : 10'000);
    draw(records, bytes, std::chrono::duration<double>(now - begun_).count());
}

void Progress::draw(std::uint64_t records, std::uint64_t bytes, double seconds) const {
    const double rate = static_cast<double>(records) / seconds;
    std::string line = std::to_string(records) + " documents, " + std::to_string(static_cast<long>(rate)) + "/s";
    if (total_bytes_ > 0 && bytes > 0) {
        const double done = std::min(1.0, static_cast<double>(bytes) / static_cast<double>(total_bytes_));
        line = std::to_string(static_cast<int>(done * 100)) + " %  " + line + ", " +
               clock_time(seconds * (1 - done) / done) + " left";
        if (style_ == Style::Bar) {
            constexpr int width = 30;
            const int filled = static_cast<int>(done * width);
            line = "[" + std::string(static_cast<std::size_t>(filled), '#') +
                   std::string(static_cast<std::size_t>(width - filled), '.') + "] " + line;
        }
    }
    std::fprintf(stderr, style_ == Style::Bar ? "\r\033[K%s" : "%s\n", line.c_str());
    std::fflush(stderr);
}

Progress::Style Progress::style_for_stderr() {
    return ::isatty(STDERR_FILENO) != 0 ? Style::Bar : Style::Plain;
}

}  // namespace attache::core
