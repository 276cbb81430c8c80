// A layer of one document: rows as columns in the document's memory.
#pragma once

#include <attache/plugin.h>

#include <memory_resource>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "config/plan.h"

namespace attache::core {

class Layer {
public:
    /// `planned` must outlive the layer.
    Layer(const PlannedLayer& planned, std::pmr::memory_resource* memory);

    const LayerSchema& schema() const { return planned_->schema; }
    const PlannedLayer& planned() const { return *planned_; }
    std::uint32_t rows() const { return static_cast<std::uint32_t>(start_.size()); }

    /// The columns as plugins see them. Valid until the next append.
    attache_layer view() const;

    /// Appends the rows of a checked batch; texts are copied into the document's memory.
    void append(const attache_layer& batch);

    std::uint32_t start(std::uint32_t row) const { return start_[row]; }
    std::uint32_t end(std::uint32_t row) const { return end_[row]; }
    const attache_column& column(std::size_t position) const { return columns_[position]; }

private:
    using Values = std::variant<std::pmr::vector<std::int64_t>, std::pmr::vector<double>, std::pmr::vector<attache_str>,
                                std::pmr::vector<std::uint32_t>>;

    void append_values(Values& values, const attache_column* given, std::uint32_t rows);
    attache_str keep(attache_str text);

    const PlannedLayer* planned_;
    std::pmr::memory_resource* memory_;
    std::pmr::vector<std::uint32_t> start_;
    std::pmr::vector<std::uint32_t> end_;
    std::pmr::vector<Values> values_;
    std::pmr::vector<attache_column> columns_;
};

attache_str lend(std::string_view text);
std::string_view borrow(attache_str text);
/// True for the same bytes in the same place.
inline bool is_same(attache_str left, attache_str right) {
    return left.data == right.data && left.size == right.size;
}

}  // namespace attache::core
