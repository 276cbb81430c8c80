#include "isolation/channel.h"

#include <linux/futex.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <new>
#include <system_error>

namespace attache::core {

namespace {

constexpr std::uint64_t capacity = 1U << 20;
constexpr std::size_t cache_line = 64;

[[noreturn]] void fail(const char* what) {
    throw std::system_error(errno, std::generic_category(), what);
}

}  // namespace

/// Counters only grow; a position in `bytes` is a counter modulo the capacity.
struct Channel::Lane {
    alignas(cache_line) std::atomic<std::uint64_t> written;
    alignas(cache_line) std::atomic<std::uint64_t> read;
    alignas(cache_line) char bytes[capacity];
};

struct Channel::Bell {
    alignas(cache_line) std::atomic<std::uint32_t> count;
    std::atomic<std::uint32_t> asleep;
};

struct Channel::Shared {
    Bell host, worker;
    Lane requests, answers;
};

Channel::Channel() : side_(Side::Host), descriptor_(::memfd_create("attache", MFD_CLOEXEC)) {
    if (descriptor_ < 0 || ::ftruncate(descriptor_, sizeof(Shared)) != 0) {
        fail("shared memory");
    }
    map();
    new (shared_) Shared{};
}

Channel::Channel(int descriptor) : side_(Side::Worker), descriptor_(descriptor) {
    map();
}

void Channel::map() {
    void* memory = ::mmap(nullptr, sizeof(Shared), PROT_READ | PROT_WRITE, MAP_SHARED, descriptor_, 0);
    if (memory == MAP_FAILED) {
        fail("shared memory");
    }
    shared_ = static_cast<Shared*>(memory);
    const bool host = side_ == Side::Host;
    out_ = host ? &shared_->requests : &shared_->answers;
    in_ = host ? &shared_->answers : &shared_->requests;
    own_ = host ? &shared_->host : &shared_->worker;
    other_ = host ? &shared_->worker : &shared_->host;
}

Channel::~Channel() {
    ::munmap(shared_, sizeof(Shared));
    ::close(descriptor_);
}

std::uint64_t Channel::filled(const Lane& lane) {
    const std::uint64_t filled =
        lane.written.load(std::memory_order_acquire) - lane.read.load(std::memory_order_acquire);
    if (filled > capacity) {
        throw BrokenChannel("the counters of the shared memory were overwritten");
    }
    return filled;
}

std::size_t Channel::send(std::string_view bytes) {
    const std::uint64_t at = out_->written.load(std::memory_order_relaxed) % capacity;
    const std::size_t size = std::min<std::size_t>(bytes.size(), capacity - filled(*out_));
    const std::size_t first = std::min<std::size_t>(size, capacity - at);
    std::memcpy(out_->bytes + at, bytes.data(), first);
    std::memcpy(out_->bytes, bytes.data() + first, size - first);
    out_->written.fetch_add(size, std::memory_order_release);
    return size;
}

std::size_t Channel::receive(char* buffer, std::size_t size) {
    const std::uint64_t at = in_->read.load(std::memory_order_relaxed) % capacity;
    size = std::min<std::size_t>(size, filled(*in_));
    const std::size_t first = std::min<std::size_t>(size, capacity - at);
    std::memcpy(buffer, in_->bytes + at, first);
    std::memcpy(buffer + first, in_->bytes, size - first);
    in_->read.fetch_add(size, std::memory_order_release);
    return size;
}

bool Channel::has_incoming() {
    return filled(*in_) > 0;
}

bool Channel::is_half_full() const {
    return filled(*out_) > capacity / 2;
}

void Channel::ring() {
    other_->count.fetch_add(1);
    if (other_->asleep.exchange(0) != 0) {
        ::syscall(SYS_futex, &other_->count, FUTEX_WAKE, 1, nullptr, nullptr, 0);
    }
}

std::uint32_t Channel::bell_count() const {
    return own_->count.load();
}

void Channel::sleep(std::uint32_t count, std::chrono::microseconds longest) {
    own_->asleep.store(1);
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(longest);
    const struct timespec time { seconds.count(), std::chrono::nanoseconds(longest - seconds).count() };
    ::syscall(SYS_futex, &own_->count, FUTEX_WAIT, count, &time, nullptr, 0);
    own_->asleep.store(0);
}

}  // namespace attache::core
