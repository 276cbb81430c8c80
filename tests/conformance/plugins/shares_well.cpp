// An annotator whose instances share memory in the ways that are allowed: atomics, a local static, a mutex.
#include <atomic>
#include <attache/plugin.hpp>
#include <cstdint>
#include <mutex>
#include <vector>

namespace {

struct SharesWell {
    static inline std::atomic<std::int64_t> documents = 0;
    static inline std::atomic<std::int64_t> newest = 0;
    static inline std::mutex mutex;
    static inline std::vector<std::int64_t> sizes;

    explicit SharesWell(const attache::Settings& /*settings*/) {}

    void annotate(attache::Document& document) const {
        static const std::vector<std::int64_t> lengths(1000, 1);
        const auto size = static_cast<std::int64_t>(document.text().size());
        documents.fetch_add(1, std::memory_order_relaxed);
        newest.store(size, std::memory_order_relaxed);
        {
            const std::lock_guard lock(mutex);
            sizes.assign(1, size);
        }
        auto& found = document.write("shares_well", {"length"});
        if (!document.text().empty() && newest.load(std::memory_order_relaxed) >= 0) {
            found.add(0, 1, lengths[17]);
        }
    }
};

}  // namespace

ATTACHE_PLUGIN(SharesWell)
