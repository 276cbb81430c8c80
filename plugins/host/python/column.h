// Columns of a layer as scripts see them: sequences of Python values, and, for numbers, buffers on the host's memory.
#pragma once

#include <pybind11/pybind11.h>

#include <attache/plugin.hpp>
#include <string>
#include <string_view>

#include "lease.h"

namespace attache::python {

/// One column, or the starts or ends of rows.
class Column {
public:
    Column(std::string name, std::uint32_t type, const void* values, std::uint32_t rows, SharedLease lease)
        : name_(std::move(name)), type_(type), values_(values), rows_(rows), lease_(std::move(lease)) {}

    std::uint32_t size() const { return rows_; }
    /// The value of a row, None for no value; negative numbers count from the end. Throws pybind11::index_error.
    pybind11::object at(pybind11::ssize_t row) const;

    /// Python's buffer protocol over the memory as it is: int64, double or uint32. Texts have no buffer.
    int get_buffer(PyObject* self, Py_buffer* view, int flags);
    void release_buffer() { lease_->take_buffer(); }

    /// Binds the class; no type of pybind11's counts its buffers, as the lease must.
    static void bind(pybind11::module_& module);

private:
    std::string name_;
    std::uint32_t type_;
    const void* values_;
    std::uint32_t rows_;
    pybind11::ssize_t shape_ = 0;
    pybind11::ssize_t stride_ = 0;
    SharedLease lease_;
};

/// A value of the C ABI as a Python object, None for no value.
pybind11::object to_python(std::uint32_t type, const void* values, std::uint32_t row);

pybind11::str to_str(std::string_view text);

/// The row that a Python index means. Throws pybind11::index_error if there is none.
std::uint32_t row_number(pybind11::ssize_t index, std::uint32_t rows);

}  // namespace attache::python
