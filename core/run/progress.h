// How far a run is: a line that redraws itself on a terminal, a plain line now and then elsewhere.
#pragma once

#include <chrono>
#include <cstdint>

namespace attache::core {

class Progress {
public:
    enum class Style : std::uint8_t { Silent, Plain, Bar };

    /// `total_bytes` 0: unknown. Writes to stderr.
    Progress(Style style, std::uint64_t total_bytes);
    /// Takes the bar away.
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    /// Called after each record; writes at most a few times a second. One thread at a time.
    void update(std::uint64_t records, std::uint64_t bytes);

    /// Plain, or Bar if stderr is a terminal.
    static Style style_for_stderr();

private:
    void draw(std::uint64_t records, std::uint64_t bytes, double seconds) const;

    using Clock = std::chrono::steady_clock;
    const Style style_;
    const std::uint64_t total_bytes_;
    const Clock::time_point begun_ = Clock::now();
    Clock::time_point next_;
};

}  // namespace attache::core
