#include "column.h"

#include <chrono>
#include <cmath>

namespace attache::python {

namespace py = pybind11;

namespace {

py::object date_of(std::int64_t days) {
    const std::chrono::year_month_day date{Day(std::chrono::days(days))};
    return py::module_::import("datetime")
        .attr("date")(static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                      static_cast<unsigned>(date.day()));
}

Column& column_of(PyObject* self) {
    return py::cast<Column&>(py::handle(self));
}

int buffer_of(PyObject* self, Py_buffer* view, int flags) {
    return column_of(self).get_buffer(self, view, flags);
}

void release_buffer_of(PyObject* self, Py_buffer*) {
    column_of(self).release_buffer();
}

}  // namespace

py::str to_str(std::string_view text) {
    return {text.data(), text.size()};
}

py::object to_python(std::uint32_t type, const void* values, std::uint32_t row) {
    switch (type) {
        case ATTACHE_TEXT: {
            const attache_str text = static_cast<const attache_str*>(values)[row];
            return text.data == nullptr ? py::object(py::none()) : to_str({text.data, text.size});
        }
        case ATTACHE_REAL: {
            const double real = static_cast<const double*>(values)[row];
            return std::isnan(real) ? py::object(py::none()) : py::float_(real);
        }
        case ATTACHE_REF: {
            const std::uint32_t number = static_cast<const std::uint32_t*>(values)[row];
            return number == ATTACHE_NO_ROW ? py::object(py::none()) : py::int_(number);
        }
        default: {
            const std::int64_t integer = static_cast<const std::int64_t*>(values)[row];
            if (integer == ATTACHE_NO_INT) {
                return py::none();
            }
            return type == ATTACHE_DAY ? date_of(integer) : py::int_(integer);
        }
    }
}

std::uint32_t row_number(py::ssize_t index, std::uint32_t rows) {
    const py::ssize_t row = index < 0 ? index + rows : index;
    if (row < 0 || row >= rows) {
        throw py::index_error("row " + std::to_string(index) + " of " + std::to_string(rows));
    }
    return static_cast<std::uint32_t>(row);
}

py::object Column::at(py::ssize_t row) const {
    lease_->check("a column");
    return to_python(type_, values_, row_number(row, rows_));
}

int Column::get_buffer(PyObject* self, Py_buffer* view, int flags) {
    const bool writable = (static_cast<unsigned>(flags) & static_cast<unsigned>(PyBUF_WRITABLE)) != 0;
    view->obj = nullptr;
    if (lease_->over() || type_ == ATTACHE_TEXT || writable) {
        const std::string why = lease_->over()          ? "is good only until the call that lent it returns"
                                : type_ == ATTACHE_TEXT ? "holds texts, which have no buffer; take its items"
                                                        : "is lent for reading only";
        PyErr_SetString(PyExc_BufferError, ("column \"" + name_ + "\" " + why).c_str());
        return -1;
    }
    static char nothing[sizeof(std::int64_t)];
    const bool is_ref = type_ == ATTACHE_REF;
    shape_ = rows_;
    stride_ = is_ref ? sizeof(std::uint32_t) : sizeof(std::int64_t);
    view->obj = Py_NewRef(self);
    view->buf = values_ != nullptr ? const_cast<void*>(values_) : nothing;
    view->len = shape_ * stride_;
    view->readonly = 1;
    view->itemsize = stride_;
    view->format = const_cast<char*>(is_ref ? "I" : type_ == ATTACHE_REAL ? "d" : "q");
    view->ndim = 1;
    view->shape = &shape_;
    view->strides = &stride_;
    view->suboffsets = nullptr;
    view->internal = nullptr;
    lease_->lend_buffer();
    return 0;
}

void Column::bind(py::module_& module) {
    py::class_<Column> column(module, "Column", py::buffer_protocol(),
                              "A column of a layer: a sequence of its values, None where there is none.\n\n"
                              "Numbers, days and references can also be had without copying, as\n"
                              "memoryview(column) or numpy.asarray(column), valid until the call returns:\n"
                              "int64 (days since 1970-01-01), float64, or uint32 for references, with\n"
                              "-2**63, NaN and 2**32-1 for \"no value\".");
    column.def("__len__", &Column::size).def("__getitem__", &Column::at, py::arg("row"));
    auto* const type = reinterpret_cast<PyHeapTypeObject*>(column.ptr());
    type->as_buffer.bf_getbuffer = buffer_of;
    type->as_buffer.bf_releasebuffer = release_buffer_of;
}

}  // namespace attache::python
