// The host of plugins written in Python: each instance of one is a Script; calls are passed on to its functions.
#include <pybind11/stl.h>

#include <attache/plugin.hpp>
#include <memory>
#include <optional>
#include <span>
#include <utility>

#include "document.h"
#include "interpreter.h"
#include "lease.h"
#include "output.h"
#include "script.h"

namespace attache::python {

namespace py = pybind11;

namespace {

class PythonPlugin {
public:
    explicit PythonPlugin(const Settings& settings) {
        start_interpreter();
        const attache_identity identity = settings.identity();
        for (const attache_str& layer : std::span(identity.writes, identity.write_count)) {
            const std::string name(detail::borrow(layer));
            writes_.push_back({name, settings.columns(name)});
        }
        const py::gil_scoped_acquire lock;
        const Loading loading(settings);
        script_.emplace(settings);
    }
    ~PythonPlugin() {
        const py::gil_scoped_acquire lock;
        script_.reset();
    }
    PythonPlugin(const PythonPlugin&) = delete;
    PythonPlugin& operator=(const PythonPlugin&) = delete;

    void annotate(Document& document) {
        const py::gil_scoped_acquire lock;
        Call call;
        const auto view = std::make_shared<DocumentView>(document, writes_, call.lease());
        script_->call("annotate", view);
        view->flush();
        call.succeed();
    }

    void read(std::string_view record, Document& document) {
        const py::gil_scoped_acquire lock;
        Call call;
        script_->call("read", py::bytes(record.data(), record.size()),
                      std::make_shared<DocumentView>(document, writes_, call.lease()));
        call.succeed();
    }

    std::optional<Record> split(std::string_view data, bool at_end) {
        const py::gil_scoped_acquire lock;
        const py::object found = script_->call("split", py::bytes(data.data(), data.size()), at_end);
        if (found.is_none()) {
            return std::nullopt;
        }
        try {
            const auto [skip, size] = found.cast<std::pair<std::uint64_t, std::uint64_t>>();
            return Record{skip, size};
        } catch (const py::cast_error&) {
            throw Error("split returns " + py::repr(found).cast<std::string>() +
                        "; it must be None, or the numbers of bytes to skip and of the record after them");
        }
    }

    void consume(const Document& document, Output& output) {
        const py::gil_scoped_acquire lock;
        Call call;
        script_->call("consume", std::make_shared<DocumentView>(document, writes_, call.lease()),
                      std::make_shared<OutputView>(output, call.lease()));
        call.succeed();
    }

    void finish(Output& output) {
        const py::gil_scoped_acquire lock;
        Call call;
        script_->call("finish", std::make_shared<OutputView>(output, call.lease()));
        call.succeed();
    }

private:
    std::deque<LayerColumns> writes_;
    std::optional<Script> script_;
};

}  // namespace

}  // namespace attache::python

ATTACHE_PLUGIN(attache::python::PythonPlugin)
