#include "memory.h"

#include <utility>

namespace entities {

std::unique_ptr<Memory> MemoryPool::take() {
    const std::lock_guard lock(mutex_);
    if (idle_.empty()) {
        return std::make_unique<Memory>(lexicon_, clusters_);
    }
    std::unique_ptr<Memory> memory = std::move(idle_.back());
    idle_.pop_back();
    return memory;
}

void MemoryPool::give_back(std::unique_ptr<Memory> memory) {
    memory->forms.trim();
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(memory));
}

}  // namespace entities
