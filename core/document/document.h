// One article as it passes through a run: text, metadata fields and layers, in memory of its own.
#pragma once

#include <deque>
#include <memory>
#include <memory_resource>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/layer.h"

namespace attache::core {

struct Field {
    std::string_view key;
    std::string_view value;
};

struct Remark {
    std::string_view plugin;
    std::string_view message;
};

/// Made once a worker and cleared for each document, so that its memory is reused. One thread at a time.
class Document {
public:
    Document();
    Document(const Document&) = delete;
    Document& operator=(const Document&) = delete;

    /// Makes it empty again; all views become invalid.
    void clear();

    std::string_view text() const { return text_; }
    bool has_text() const { return text_.data() != nullptr; }
    /// Copies. The caller has checked that it is valid UTF-8.
    void set_text(std::string_view text);

    /// In the order in which they were first set.
    const std::pmr::vector<Field>& fields() const { return *fields_; }
    /// A view with null data() if there is none.
    std::string_view field(std::string_view key) const;
    void set_field(std::string_view key, std::string_view value);

    const std::pmr::vector<Remark>& remarks() const { return *remarks_; }
    void remark(std::string_view plugin, std::string_view message);

    /// In the order in which they were written.
    const std::pmr::deque<Layer>& layers() const { return *layers_; }
    const Layer* find(std::string_view layer) const;
    Layer& add_layer(const PlannedLayer& planned);
    /// Takes back the layers after the first `count`, when a plugin's call has failed.
    void keep_layers(std::size_t count);

private:
    std::string_view copy(std::string_view text);

    static constexpr std::size_t first_block = 256 * 1024;
    std::unique_ptr<std::byte[]> block_;
    std::optional<std::pmr::monotonic_buffer_resource> arena_;
    std::string_view text_;
    std::optional<std::pmr::vector<Field>> fields_;
    std::optional<std::pmr::vector<Remark>> remarks_;
    std::optional<std::pmr::deque<Layer>> layers_;
};

}  // namespace attache::core
