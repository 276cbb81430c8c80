// A layer of one document: rows as columns in the document's memory.
#pragma once

#include <attache/plugin.h>

#include <memory_resource>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "config/plan.h"

namespace attache::core {

class Layer {
public:
    /// `planned` must outlive the layer.
    Layer(const PlannedLayer& planned, std::pmr::memory_resource* memory);

    const LayerSchema& schema() const { return planned_->schema; }
    const PlannedLayer& planned() const { return *planned_; }
    std::uint32_t rows() const { return rows_; }

    /// The columns as plugins see them. Valid until the next append.
    attache_layer view() const;

    /// Appends the rows of a checked batch; texts are copied into the document's memory.
    void append(const attache_layer& batch);

    std::uint32_t start(std::uint32_t row) const { return start_[row]; }
    std::uint32_t end(std::uint32_t row) const { return end_[row]; }
    const attache_column& column(std::size_t position) const { return columns_[position]; }

private:
    void make_room(std::uint32_t rows);
    void keep(std::span<const attache_str> texts, attache_str* kept);
    attache_str keep(attache_str text);

    const PlannedLayer* planned_;
    std::pmr::memory_resource* memory_;
    std::uint32_t rows_ = 0;
    std::uint32_t room_ = 0;  ///< rows that the arrays have memory for
    std::uint32_t* start_ = nullptr;
    std::uint32_t* end_ = nullptr;
    std::pmr::vector<void*> values_;  ///< of each column
    std::pmr::vector<attache_column> columns_;
};

inline attache_str lend(std::string_view text) {
    return {text.data() != nullptr ? text.data() : "", text.size()};
}
inline std::string_view borrow(attache_str text) {
    return {text.data, text.size};
}
/// True for the same bytes in the same place. Without a branch, which could not be foretold.
inline bool is_same(attache_str left, attache_str right) {
    return (left.data == right.data) & (left.size == right.size);
}

}  // namespace attache::core
