// Messages between two processes through shared memory: a ring of bytes each way, and a bell (futex) on each side.
//
// Neither side believes the other: what it reads of the shared counters and sizes is checked before it is used.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string_view>

namespace attache::core {

/// Thrown when the other side has written what cannot be.
class BrokenChannel : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// One thread at a time on each side.
class Channel {
public:
    enum class Side : std::uint8_t { Host, Worker };

    /// The host makes the memory, the worker maps what it was handed. Throws std::system_error.
    Channel();
    explicit Channel(int descriptor);
    ~Channel();
    Channel(const Channel&) = delete;
    Channel& operator=(const Channel&) = delete;

    int descriptor() const { return descriptor_; }

    /// Takes as many of the bytes as there is room for; says how many.
    std::size_t send(std::string_view bytes);
    /// Fills as much of the buffer as there are bytes; says how many.
    std::size_t receive(char* buffer, std::size_t size);
    bool has_incoming();
    bool is_half_full() const;

    /// Wakes the other side if it sleeps.
    void ring();

    /// To sleep without missing a ring: take the bell's count, look whether there is anything to do, then sleep.
    std::uint32_t bell_count() const;
    void sleep(std::uint32_t count, std::chrono::microseconds longest);

private:
    struct Lane;
    struct Bell;
    struct Shared;
    static std::uint64_t filled(const Lane& lane);
    void map();

    Side side_;
    int descriptor_;
    Shared* shared_ = nullptr;
    Lane* out_ = nullptr;
    Lane* in_ = nullptr;
    Bell* own_ = nullptr;
    Bell* other_ = nullptr;
};

}  // namespace attache::core
