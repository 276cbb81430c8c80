#include "writer.h"

#include <algorithm>
#include <chrono>
#include <cstring>
#include <limits>
#include <type_traits>
#include <utility>

#include "document.h"

namespace attache::python {

namespace py = pybind11;

namespace {

const char* type_name(std::uint32_t type) {
    switch (type) {
        case ATTACHE_INT:
            return "int";
        case ATTACHE_DAY:
            return "datetime.date";
        case ATTACHE_REAL:
            return "float";
        case ATTACHE_TEXT:
            return "str";
        default:
            return "int or Row, a row of the layer referred to";
    }
}

std::int64_t day_of(py::handle date) {
    const std::chrono::year_month_day day{std::chrono::year(date.attr("year").cast<int>()),
                                          std::chrono::month(date.attr("month").cast<unsigned>()),
                                          std::chrono::day(date.attr("day").cast<unsigned>())};
    return Day(day).time_since_epoch().count();
}

bool is_date(py::handle value) {
    return py::isinstance(value, py::module_::import("datetime").attr("date"));
}

/// An integer of any kind that has __index__, such as NumPy's; null if it is none, or a bool, which is hardly meant.
py::object as_int(py::handle value) {
    if (PyBool_Check(value.ptr()) != 0 || PyIndex_Check(value.ptr()) == 0) {
        return {};
    }
    return py::reinterpret_steal<py::object>(PyNumber_Index(value.ptr()));
}

/// The numbers of a buffer, such as a NumPy array, appended without making Python objects of them. False if it is no
/// buffer of numbers that a column of this type could hold.
template <class Number>
bool take_buffer(const py::object& given, std::vector<Number>& to) {
    if (PyObject_CheckBuffer(given.ptr()) == 0) {
        return false;
    }
    const py::buffer_info info = py::reinterpret_borrow<py::buffer>(given).request();
    if (info.ndim != 1) {
        return false;
    }
    const auto take = [&]<class Given>(Given) {
        if (!py::detail::compare_buffer_info<Given>::compare(info)) {
            return false;
        }
        const char* at = static_cast<const char*>(info.ptr);
        for (py::ssize_t i = 0; i < info.size; ++i, at += info.strides[0]) {
            Given value{};
            std::memcpy(&value, at, sizeof value);
            if constexpr (std::is_integral_v<Number>) {
                if (!std::in_range<Number>(value)) {
                    throw Error(std::to_string(value) + " is out of range");
                }
            }
            to.push_back(static_cast<Number>(value));
        }
        return true;
    };
    if constexpr (std::is_integral_v<Number>) {
        return take(std::int64_t{}) || take(std::uint32_t{}) || take(std::int32_t{}) || take(std::uint64_t{});
    } else {
        return take(double{}) || take(float{}) || take(std::int64_t{});
    }
}

}  // namespace

Writer::Writer(const LayerColumns& layer, const utf8::CodePoints& points, std::size_t length, SharedLease lease)
    : layer_(layer), points_(points), length_(length), lease_(std::move(lease)) {
    for (const auto& [name, type] : layer.columns) {
        switch (type) {
            case ATTACHE_REAL:
                values_.emplace_back(std::vector<double>());
                break;
            case ATTACHE_TEXT:
                values_.emplace_back(std::vector<attache_str>());
                break;
            case ATTACHE_REF:
                values_.emplace_back(std::vector<std::uint32_t>());
                break;
            default:
                values_.emplace_back(std::vector<std::int64_t>());
        }
    }
}

void Writer::check_names(const py::kwargs& values) const {
    for (const auto& [key, value] : values) {
        const auto name = key.cast<std::string>();
        const auto is_called = [&](const auto& column) { return column.first == name; };
        if (std::none_of(layer_.columns.begin(), layer_.columns.end(), is_called)) {
            std::string known;
            for (const auto& [column, type] : layer_.columns) {
                known += (known.empty() ? "" : ", ") + column;
            }
            throw Error("layer \"" + layer_.name + "\" has no column \"" + name + "\"; it has " +
                        (known.empty() ? "none" : known));
        }
    }
}

void Writer::wrong_type(std::size_t column, py::handle value) const {
    throw py::type_error("layer \"" + layer_.name + "\": column \"" + layer_.columns[column].first + "\" takes " +
                         type_name(layer_.columns[column].second) + " or None, not " +
                         py::str(py::type::handle_of(value).attr("__name__")).cast<std::string>());
}

attache_str Writer::keep(py::handle text) {
    py::ssize_t size = 0;
    const char* const bytes = PyUnicode_AsUTF8AndSize(text.ptr(), &size);
    if (bytes == nullptr) {
        throw py::error_already_set();  // a lone surrogate has no UTF-8
    }
    const std::string& copy = texts_.emplace_back(bytes, static_cast<std::size_t>(size));
    return {copy.data(), copy.size()};
}

void Writer::put(std::size_t column, py::handle value) {
    const std::uint32_t type = layer_.columns[column].second;
    Values& values = values_[column];
    const bool none = value.is_none();
    switch (type) {
        case ATTACHE_TEXT: {
            if (!none && PyUnicode_Check(value.ptr()) == 0) {
                wrong_type(column, value);
            }
            std::get<std::vector<attache_str>>(values).push_back(none ? attache_str{nullptr, 0} : keep(value));
            break;
        }
        case ATTACHE_REAL: {
            if (!none && (PyBool_Check(value.ptr()) != 0 || PyNumber_Check(value.ptr()) == 0)) {
                wrong_type(column, value);
            }
            std::get<std::vector<double>>(values).push_back(none ? std::numeric_limits<double>::quiet_NaN()
                                                                 : value.cast<double>());
            break;
        }
        case ATTACHE_DAY: {
            if (!none && !is_date(value)) {
                wrong_type(column, value);
            }
            std::get<std::vector<std::int64_t>>(values).push_back(none ? ATTACHE_NO_DAY : day_of(value));
            break;
        }
        default: {
            const bool is_ref = type == ATTACHE_REF;
            const py::object number = none                                   ? py::none()
                                      : is_ref && py::isinstance<Row>(value) ? py::object(value.attr("number"))
                                                                             : as_int(value);
            if (!number) {
                wrong_type(column, value);
            }
            if (is_ref) {
                std::get<std::vector<std::uint32_t>>(values).push_back(none ? ATTACHE_NO_ROW
                                                                            : number.cast<std::uint32_t>());
            } else {
                std::get<std::vector<std::int64_t>>(values).push_back(none ? ATTACHE_NO_INT
                                                                           : number.cast<std::int64_t>());
            }
        }
    }
}

void Writer::put_all(std::size_t column, const py::object& values) {
    const auto take = [&]<class Value>(std::vector<Value>& all) {
        if constexpr (std::is_arithmetic_v<Value>) {
            return take_buffer(values, all);
        }
        return false;
    };
    if (!std::visit(take, values_[column])) {
        for (const py::handle value : values) {
            put(column, value);
        }
    }
}

std::uint32_t Writer::offset_of(py::ssize_t point) const {
    if (point < 0 || static_cast<std::size_t>(point) > length_) {
        throw Error("layer \"" + layer_.name + "\": position " + std::to_string(point) +
                    " is outside of the text, which has " + std::to_string(length_) + " characters");
    }
    return static_cast<std::uint32_t>(points_.offset_of(static_cast<std::size_t>(point)));
}

void Writer::cut_back(std::size_t rows) {
    start_.resize(rows);
    end_.resize(rows);
    for (Values& values : values_) {
        std::visit([&](auto& all) { all.resize(rows); }, values);
    }
}

std::uint32_t Writer::add(py::ssize_t start, py::ssize_t end, const py::kwargs& values) {
    lease_->check("a writer");
    check_names(values);
    const std::uint32_t row = size();
    try {
        start_.push_back(offset_of(start));
        end_.push_back(offset_of(end));
        for (std::size_t i = 0; i < layer_.columns.size(); ++i) {
            const py::str name(layer_.columns[i].first);
            put(i, values.contains(name) ? py::object(values[name]) : py::none());
        }
    } catch (...) {
        cut_back(row);
        throw;
    }
    return row;
}

void Writer::extend(const py::object& start, const py::object& end, const py::kwargs& columns) {
    lease_->check("a writer");
    check_names(columns);
    const std::uint32_t before = size();
    const std::size_t rows = py::len(start);
    const auto offsets = [&](const py::object& given, std::vector<std::uint32_t>& to) {
        if (take_buffer(given, to)) {
            return;
        }
        for (const py::handle offset : given) {
            const py::object number = as_int(offset);
            if (!number) {
                throw py::type_error("layer \"" + layer_.name + "\": offsets are int");
            }
            to.push_back(number.cast<std::uint32_t>());
        }
    };
    try {
        offsets(start, start_);
        offsets(end, end_);
        for (std::size_t i = 0; i < layer_.columns.size(); ++i) {
            const py::str name(layer_.columns[i].first);
            if (columns.contains(name)) {
                put_all(i, columns[name]);
            } else {
                for (std::size_t row = 0; row < rows; ++row) {
                    put(i, py::none());
                }
            }
            const std::size_t given = std::visit([](const auto& all) { return all.size(); }, values_[i]) - before;
            if (given != rows) {
                throw Error("layer \"" + layer_.name + "\": " + std::to_string(rows) + " starts and " +
                            std::to_string(given) + " values of column \"" + layer_.columns[i].first +
                            "\"; there must be as many of each");
            }
        }
        if (end_.size() != start_.size()) {
            throw Error("layer \"" + layer_.name + "\": " + std::to_string(rows) + " starts and " +
                        std::to_string(end_.size() - before) + " ends; there must be as many of each");
        }
    } catch (...) {
        cut_back(before);
        throw;
    }
}

void Writer::flush(attache_document* document) const {
    std::vector<attache_column> columns;
    for (std::size_t i = 0; i < values_.size(); ++i) {
        const void* const first = std::visit([](const auto& all) -> const void* { return all.data(); }, values_[i]);
        columns.push_back({detail::lend(layer_.columns[i].first), layer_.columns[i].second, 0, first});
    }
    detail::append(document, layer_.name, start_, end_, columns);
}

}  // namespace attache::python
