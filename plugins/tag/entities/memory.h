// What is remembered from one document to the next, so that little is worked out again.
#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "clusters.h"
#include "forms.h"
#include "lexicon.h"
#include "part_scores.h"

namespace entities {

/// Of one model. For one thread at a time. What it knows changes no result.
struct Memory {
    Memory(const Lexicon& lexicon, const Clusters& clusters) : forms(lexicon, clusters) {}

    Forms forms;
    PartScores part_scores;
};

/// Hands out memories to as many threads as ask. They come back with all that they know.
class MemoryPool {
public:
    /// Keeps the lexicon by reference, the clusters by their view.
    MemoryPool(const Lexicon& lexicon, const Clusters& clusters) : lexicon_(lexicon), clusters_(clusters) {}

    /// Is given back when it goes.
    class Lease {
    public:
        explicit Lease(MemoryPool& pool) : pool_(pool), memory_(pool.take()) {}
        ~Lease() { pool_.give_back(std::move(memory_)); }
        Lease(const Lease&) = delete;
        Lease& operator=(const Lease&) = delete;
        Memory* operator->() const { return memory_.get(); }

    private:
        MemoryPool& pool_;
        std::unique_ptr<Memory> memory_;
    };

private:
    std::unique_ptr<Memory> take();
    void give_back(std::unique_ptr<Memory> memory);

    const Lexicon& lexicon_;
    const Clusters& clusters_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<Memory>> idle_;
};

}  // namespace entities
