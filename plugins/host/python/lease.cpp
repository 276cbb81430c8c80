#include "lease.h"

#include <pybind11/pybind11.h>

#include <attache/plugin.hpp>

namespace attache::python {

void Lease::check(const char* what) const {
    if (over_) {
        throw Error(std::string(what) + " is good only until the call that lent it returns; keep what you need of it");
    }
}

void Lease::end() {
    over_ = true;
    if (buffers_ > 0) {
        pybind11::module_::import("gc").attr("collect")();  // they may only be waiting in a cycle
    }
    if (buffers_ > 0) {
        throw Error(
            "keeps " + std::to_string(buffers_) +
            " buffer(s) on columns of a layer after its call; keep a copy instead, as numpy.array(column) makes");
    }
}

Call::~Call() {
    try {
        lease_->end();
    } catch (const Error&) {
        // The first error is the one to tell.
    }
}

}  // namespace attache::python
