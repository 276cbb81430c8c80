#include "output.h"

namespace attache::python {

namespace py = pybind11;

Output& OutputView::open() const {
    lease_->check("the output");
    return output_;
}

void OutputView::write(const std::string& file, const std::string& bytes) {
    open().write(file, bytes);
}

py::bytes OutputView::read_file(const std::string& file) {
    const std::string_view bytes = open().read_file(file);
    return {bytes.data(), bytes.size()};
}

void OutputView::put(const std::string& key, const std::string& value) {
    open().put(key, value);
}

py::tuple OutputView::next() {
    const auto record = open().next();
    if (!record) {
        throw py::stop_iteration();
    }
    return py::make_tuple(py::bytes(record->key.data(), record->key.size()),
                          py::bytes(record->value.data(), record->value.size()));
}

void OutputView::figure(const std::string& name, std::int64_t value) {
    open().figure(name, value);
}

void OutputView::bind(py::module_& module) {
    py::class_<OutputView, std::shared_ptr<OutputView>>(
        module, "Output",
        "An exporter's files, spool and figures. Keys, values and what is written are str or bytes.\n"
        "In `finish`, iterating gives what was put into the spool as (key, value), in bytes, ordered\n"
        "by key, equal keys in the order in which they were put.")
        .def("write", &OutputView::write, py::arg("file"), py::arg("data"),
             "Appends to a file that the manifest lists under `files`.")
        .def("read_file", &OutputView::read_file, py::arg("file"),
             "In `finish`: the bytes of a file that the manifest lists under `reads_files`.")
        .def("put", &OutputView::put, py::arg("key"), py::arg("value"),
             "Keeps a record on disk, so that memory does not grow with the run.")
        .def("figure", &OutputView::figure, py::arg("name"), py::arg("value"),
             "A number for the table at the end of the run.")
        .def("__iter__", [](const py::object& self) { return self; })
        .def("__next__", &OutputView::next);
}

}  // namespace attache::python
