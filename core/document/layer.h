// A layer of one document: rows as columns in the document's memory.
#pragma once

#include <attache/plugin.h>

#include <memory_resource>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "config/plan.h"

namespace attache::core {

/// Thrown when a text of a batch is not valid UTF-8; says which.
class InvalidText : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

class Layer {
public:
    /// `planned` must outlive the layer.
    Layer(const PlannedLayer& planned, std::pmr::memory_resource* memory);

    const LayerSchema& schema() const { return planned_->schema; }
    const PlannedLayer& planned() const { return *planned_; }
    std::uint32_t rows() const { return rows_; }

    /// The columns as plugins see them. Valid until the next append.
    attache_layer view() const;

    /// Appends the rows of a batch that `why_not` has nothing against; texts are copied into the document's memory.
    /// Throws InvalidText, and appends nothing, if one is not valid UTF-8.
    void append(const attache_layer& batch);

    std::uint32_t start(std::uint32_t row) const { return start_[row]; }
    std::uint32_t end(std::uint32_t row) const { return end_[row]; }
    const attache_column& column(std::size_t position) const { return columns_[position]; }

private:
    void make_room(std::uint32_t rows);
    void take_texts(const attache_column& column, std::uint32_t rows, attache_str* taken) const;
    attache_str copy(attache_str text) const;

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
