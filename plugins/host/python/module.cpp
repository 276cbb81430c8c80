// The Python module `attache`: all that a script sees of its host.
#include <pybind11/embed.h>
#include <pybind11/stl.h>

#include <attache/plugin.hpp>

#include "column.h"
#include "document.h"
#include "interpreter.h"
#include "output.h"

namespace attache::python {

namespace py = pybind11;

namespace {

/// `attache.settings`: those of the script that is being loaded.
struct SettingsView {
    static py::object get(const std::string& key) {
        Loading::current();
        const attache_setting value = Loading::current().value(key);
        switch (value.type) {
            case ATTACHE_SETTING_BOOL:
                return py::bool_(value.integer != 0);
            case ATTACHE_SETTING_INT:
                return py::int_(value.integer);
            case ATTACHE_SETTING_REAL:
                return py::float_(value.real);
            case ATTACHE_SETTING_TEXT:
                return to_str(detail::borrow(value.text));
            default:
                return py::cast(Loading::current().texts(key));
        }
    }
};

py::memoryview resource(const std::string& name) {
    const std::string_view bytes = Loading::current().resource(name);
    return py::memoryview::from_memory(bytes.data(), static_cast<py::ssize_t>(bytes.size()));
}

/// Levels of Python's logging as those of the host.
int level_of(int python) {
    return python >= 40   ? ATTACHE_LOG_ERROR
           : python >= 30 ? ATTACHE_LOG_WARNING
           : python >= 20 ? ATTACHE_LOG_INFO
                          : ATTACHE_LOG_DEBUG;
}

/// The lowest level of Python's logging that the host writes.
int log_level() {
    for (const int level : {10, 20, 30, 40}) {
        if (detail::host->log_enabled(level_of(level)) != 0) {
            return level;
        }
    }
    return 50;
}

/// Its `status` goes back to the host as it came.
void bind_host_failure(py::module_& module, const py::object& error) {
    static PyObject* type = nullptr;
    type = py::exception<detail::HostFailure>(module, "HostFailure", error).inc_ref().ptr();
    py::setattr(
        type, "__doc__",
        py::str("Raised when a call of the host failed; the host keeps the reason, and the document is rejected "
                "with it."));
    py::register_exception_translator([](std::exception_ptr thrown) {
        try {
            std::rethrow_exception(std::move(thrown));
        } catch (const detail::HostFailure& failure) {
            const py::object raised = py::handle(type)("the host refused the call");
            raised.attr("status") = failure.status();
            PyErr_SetObject(type, raised.ptr());
        }
    });
}

}  // namespace

PYBIND11_EMBEDDED_MODULE(attache, module) {
    module.doc() = "What a plugin written in Python sees of Attaché.";
    const auto error = py::register_exception<Error>(module, "Error");
    error.doc() = "Raised to reject the document at hand, or to refuse a setting, with just this message.";
    py::register_exception<Skip>(module, "Skip").doc() =
        "Raised by a reader when a record holds no document, by design; says why.";
    py::register_exception<Fatal>(module, "Fatal").doc() = "Raised when the run must not go on; says why.";
    bind_host_failure(module, error);
    Column::bind(module);
    Row::bind(module);
    LayerView::bind(module);
    DocumentView::bind(module);
    OutputView::bind(module);
    py::class_<SettingsView>(module, "Settings", "settings[\"name\"] while the script is loaded.")
        .def("__getitem__", [](const SettingsView&, const std::string& key) { return SettingsView::get(key); });
    module.attr("settings") = SettingsView();
    module.def("resource", resource, py::arg("name"),
               "While the script is loaded: the bytes of a file that the manifest lists under `resources`, mapped and\n"
               "good for the life of the process; str(resource(\"words.txt\"), \"utf-8\") is its text.");
    module.def("_log", [](int level, const std::string& message) { log(level_of(level), message); });
    module.def("_log_level", log_level);
}

}  // namespace attache::python
