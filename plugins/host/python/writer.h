// New rows of a layer, collected from Python values of the types that the layer's columns have.
#pragma once

#include <pybind11/pybind11.h>

#include <attache/plugin.hpp>
#include <attache/utf8.hpp>
#include <deque>
#include <string>
#include <variant>
#include <vector>

#include "lease.h"

namespace attache::python {

/// A layer that the plugin writes: its name, and the name and type of each column.
struct LayerColumns {
    std::string name;
    std::vector<std::pair<std::string, std::uint32_t>> columns;
};

class Writer {
public:
    /// Both must outlive it.
    Writer(const LayerColumns& layer, const utf8::CodePoints& points, std::size_t length, SharedLease lease);
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    /// Appends a row that spans [start, end) in code points, with values by column. Returns its number. Throws Error,
    /// or TypeError for a value that the column cannot hold; then the row is not there.
    std::uint32_t add(pybind11::ssize_t start, pybind11::ssize_t end, const pybind11::kwargs& values);

    /// Appends many rows at once: sequences or buffers of equal length; offsets are UTF-8 bytes. Throws as `add` does.
    void extend(const pybind11::object& start, const pybind11::object& end, const pybind11::kwargs& columns);

    std::uint32_t size() const { return static_cast<std::uint32_t>(start_.size()); }

    void flush(attache_document* document) const;

private:
    using Values = std::variant<std::vector<std::int64_t>, std::vector<double>, std::vector<attache_str>,
                                std::vector<std::uint32_t>>;

    void put(std::size_t column, pybind11::handle value);
    void put_all(std::size_t column, const pybind11::object& values);
    attache_str keep(pybind11::handle text);
    void check_names(const pybind11::kwargs& values) const;
    [[noreturn]] void wrong_type(std::size_t column, pybind11::handle value) const;
    std::uint32_t offset_of(pybind11::ssize_t point) const;
    void cut_back(std::size_t rows);

    const LayerColumns& layer_;
    const utf8::CodePoints& points_;
    std::size_t length_;  ///< of the text, in code points
    SharedLease lease_;
    std::vector<std::uint32_t> start_;
    std::vector<std::uint32_t> end_;
    std::vector<Values> values_;
    std::deque<std::string> texts_;
};

}  // namespace attache::python
