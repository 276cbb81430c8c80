#include "document.h"

#include <algorithm>
#include <span>

namespace attache::python {

namespace py = pybind11;

std::size_t Row::start() const {
    layer->lease_->check("a row");
    return layer->point(layer->layer_.start[number]);
}

std::size_t Row::end() const {
    layer->lease_->check("a row");
    return layer->point(layer->layer_.end[number]);
}

py::str Row::text() const {
    layer->lease_->check("a row");
    const std::uint32_t from = layer->layer_.start[number];
    return to_str(layer->text_.substr(from, layer->layer_.end[number] - from));
}

py::object Row::value(const std::string& column) const {
    layer->lease_->check("a row");
    const attache_column& found = layer->find(column);
    return to_python(found.type, found.values, number);
}

void Row::bind(py::module_& module) {
    py::class_<Row>(module, "Row", "One row of a layer; row[\"column\"] is its value there, None if it has none.")
        .def_readonly("number", &Row::number, "From 0.")
        .def_property_readonly("start", &Row::start, "Position in document.text, which counts characters.")
        .def_property_readonly("end", &Row::end, "Position after the last character.")
        .def_property_readonly("text", &Row::text, "What the row spans.")
        .def("__getitem__", &Row::value, py::arg("column"));
}

std::string LayerView::producer() const {
    lease_->check("a layer");
    return std::string(detail::borrow(layer_.producer));
}

Row LayerView::row(py::ssize_t number) const {
    lease_->check("a layer");
    return {shared_from_this(), row_number(number, layer_.rows)};
}

const attache_column& LayerView::find(const std::string& name) const {
    lease_->check("a layer");
    const std::span columns(layer_.columns, layer_.column_count);
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [&](const attache_column& column) { return detail::borrow(column.name) == name; });
    if (found == columns.end()) {
        throw py::key_error("layer \"" + this->name() + "\" has no column \"" + name + "\"");
    }
    return *found;
}

Column LayerView::column(const std::string& name) const {
    const attache_column& found = find(name);
    return {name, found.type, found.values, layer_.rows, lease_};
}

Column LayerView::offsets(const char* name, const std::uint32_t* values) const {
    lease_->check("a layer");
    return {name, ATTACHE_REF, values, layer_.rows, lease_};
}

void LayerView::bind(py::module_& module) {
    py::class_<LayerView, std::shared_ptr<LayerView>>(
        module, "Layer", "The rows of a layer: layer[0] is a Row, layer[\"column\"] a Column.")
        .def("__len__", &LayerView::size)
        .def("__getitem__", &LayerView::row, py::arg("row"))
        .def("__getitem__", &LayerView::column, py::arg("column"))
        .def_property_readonly("name", &LayerView::name)
        .def_property_readonly("producer", &LayerView::producer, "\"NAME VERSION\" of the plugin that wrote it.")
        .def_property_readonly("start", &LayerView::start, "A Column of offsets in UTF-8 bytes, as the host has them.")
        .def_property_readonly("end", &LayerView::end, "A Column of offsets in UTF-8 bytes, as the host has them.");
}

std::string_view DocumentView::bytes() const {
    lease_->check("a document");
    return document_.text();
}

py::str DocumentView::text() {
    lease_->check("a document");
    if (!text_) {
        text_ = to_str(document_.text());
    }
    return *text_;
}

const std::shared_ptr<const utf8::CodePoints>& DocumentView::points() {
    if (!points_) {
        points_ = std::make_shared<const utf8::CodePoints>(bytes());
    }
    return points_;
}

py::object DocumentView::field(const std::string& key) const {
    lease_->check("a document");
    const std::string_view value = document_.field(key);
    return value.data() == nullptr ? py::object(py::none()) : to_str(value);
}

std::shared_ptr<LayerView> DocumentView::read(const std::string& layer) {
    lease_->check("a document");
    return std::make_shared<LayerView>(document_.read(layer).table(), bytes(), points(), lease_);
}

Writer& DocumentView::write(const std::string& layer) {
    lease_->check("a document");
    const auto found = std::find_if(writes_.begin(), writes_.end(),
                                    [&](const LayerColumns& columns) { return columns.name == layer; });
    if (found == writes_.end()) {
        throw Error("writes layer \"" + layer + "\", which its manifest does not list under \"writes\"");
    }
    return writers_.emplace_back(*found, *points(), points()->at(bytes().size()), lease_);
}

Document& DocumentView::writable() const {
    lease_->check("a document");
    if (mutable_ == nullptr) {
        throw Error("an exporter cannot change a document");
    }
    return *mutable_;
}

void DocumentView::remark(const std::string& message) {
    writable().remark(message);
}

void DocumentView::set_text(const std::string& text) {
    writable().set_text(text);
}

void DocumentView::set_field(const std::string& key, const std::string& value) {
    writable().set_field(key, value);
}

std::size_t DocumentView::position(std::size_t byte_offset) {
    if (!utf8::is_boundary(bytes(), byte_offset)) {
        throw Error("byte " + std::to_string(byte_offset) + " is outside of the text or within a character");
    }
    return points()->at(byte_offset);
}

std::size_t DocumentView::byte_offset(std::size_t position) {
    if (position > points()->at(bytes().size())) {
        throw Error("position " + std::to_string(position) + " is outside of the text");
    }
    return points()->offset_of(position);
}

void DocumentView::flush() const {
    for (const Writer& writer : writers_) {
        writer.flush(writable().handle());
    }
}

void DocumentView::bind(py::module_& module) {
    py::class_<Writer>(module, "Writer", "Collects rows of a layer; the host takes all or none when the call returns.")
        .def("add", &Writer::add, py::arg("start"), py::arg("end"),
             "Appends a row over document.text[start:end], with a value for each column named; returns its number.")
        .def("extend", &Writer::extend, py::arg("start"), py::arg("end"),
             "Appends many rows: equally long sequences or NumPy arrays. Offsets are UTF-8 bytes, as in layer.start.")
        .def("__len__", &Writer::size);
    py::class_<DocumentView, std::shared_ptr<DocumentView>>(
        module, "Document", "One document, good until the call that was given it returns.")
        .def_property_readonly("text", &DocumentView::text, "The text; all positions count its characters.")
        .def("field", &DocumentView::field, py::arg("key"), "A metadata field such as \"title\", or None.")
        .def("read", &DocumentView::read, py::arg("layer"), "A Layer that the manifest lists under `reads`.")
        .def("write", &DocumentView::write, py::arg("layer"), py::return_value_policy::reference_internal,
             "A Writer for a layer that the manifest lists under `writes`.")
        .def("remark", &DocumentView::remark, py::arg("message"),
             "Leaves a remark in the run's record: something odd that did not stop the plugin.")
        .def("position", &DocumentView::position, py::arg("byte_offset"), "The position at a UTF-8 byte offset.")
        .def("byte_offset", &DocumentView::byte_offset, py::arg("position"), "The UTF-8 byte offset of a position.")
        .def("set_text", &DocumentView::set_text, py::arg("text"), "Readers: sets the text, once.")
        .def("set_field", &DocumentView::set_field, py::arg("key"), py::arg("value"),
             "Readers: sets a metadata field.");
}

}  // namespace attache::python
