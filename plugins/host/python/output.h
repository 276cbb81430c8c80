// An exporter's way out as scripts see it.
#pragma once

#include <pybind11/pybind11.h>

#include <attache/plugin.hpp>
#include <string>
#include <utility>

#include "lease.h"

namespace attache::python {

class OutputView {
public:
    /// The output must outlive the lease.
    OutputView(Output& output, SharedLease lease) : output_(output), lease_(std::move(lease)) {}

    void write(const std::string& file, const std::string& bytes);
    pybind11::bytes read_file(const std::string& file);
    void put(const std::string& key, const std::string& value);
    /// The next record of the spool as two bytes objects. Throws pybind11::stop_iteration after the last.
    pybind11::tuple next();
    void figure(const std::string& name, std::int64_t value);

    static void bind(pybind11::module_& module);

private:
    Output& open() const;

    Output& output_;
    SharedLease lease_;
};

}  // namespace attache::python
