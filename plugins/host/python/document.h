// A document as scripts see it. Positions are code points, so that text[start:end] is what a row spans; only the
// columns `start` and `end`, which are the host's memory, are in UTF-8 bytes.
#pragma once

#include <pybind11/pybind11.h>

#include <attache/plugin.hpp>
#include <attache/utf8.hpp>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "column.h"
#include "lease.h"
#include "writer.h"

namespace attache::python {

class LayerView;

/// One row of a layer that is read.
struct Row {
    std::shared_ptr<const LayerView> layer;
    std::uint32_t number;

    std::size_t start() const;
    std::size_t end() const;
    pybind11::str text() const;
    pybind11::object value(const std::string& column) const;

    static void bind(pybind11::module_& module);
};

class LayerView : public std::enable_shared_from_this<LayerView> {
public:
    LayerView(const attache_layer& layer, std::string_view text, std::shared_ptr<const utf8::CodePoints> points,
              SharedLease lease)
        : layer_(layer), text_(text), points_(std::move(points)), lease_(std::move(lease)) {}

    std::uint32_t size() const { return layer_.rows; }
    std::string name() const { return std::string(detail::borrow(layer_.name)); }
    std::string producer() const;
    Row row(pybind11::ssize_t number) const;
    /// Throws pybind11::key_error if the layer has no such column.
    Column column(const std::string& name) const;
    Column start() const { return offsets("start", layer_.start); }
    Column end() const { return offsets("end", layer_.end); }

    static void bind(pybind11::module_& module);

private:
    friend struct Row;

    const attache_column& find(const std::string& name) const;
    Column offsets(const char* name, const std::uint32_t* values) const;
    std::size_t point(std::uint32_t offset) const { return points_->at(offset); }

    attache_layer layer_;
    std::string_view text_;
    std::shared_ptr<const utf8::CodePoints> points_;
    SharedLease lease_;
};

class DocumentView {
public:
    /// `writes` are the layers that the plugin writes. Both must outlive the lease.
    DocumentView(Document& document, const std::deque<LayerColumns>& writes, SharedLease lease)
        : document_(document), mutable_(&document), writes_(writes), lease_(std::move(lease)) {}
    DocumentView(const Document& document, const std::deque<LayerColumns>& writes, SharedLease lease)
        : document_(document), writes_(writes), lease_(std::move(lease)) {}

    pybind11::str text();
    pybind11::object field(const std::string& key) const;
    std::shared_ptr<LayerView> read(const std::string& layer);
    Writer& write(const std::string& layer);
    void remark(const std::string& message);
    void set_text(const std::string& text);
    void set_field(const std::string& key, const std::string& value);
    std::size_t position(std::size_t byte_offset);
    std::size_t byte_offset(std::size_t position);

    /// Hands the rows written to the host.
    void flush() const;

    static void bind(pybind11::module_& module);

private:
    std::string_view bytes() const;
    const std::shared_ptr<const utf8::CodePoints>& points();

    Document& writable() const;

    const Document& document_;
    Document* mutable_ = nullptr;  ///< null for exporters
    const std::deque<LayerColumns>& writes_;
    SharedLease lease_;
    std::optional<pybind11::str> text_;
    std::shared_ptr<const utf8::CodePoints> points_;
    std::deque<Writer> writers_;
};

}  // namespace attache::python
