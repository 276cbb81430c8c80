// What a layer looks like: its name, version and typed columns.
#pragma once

#include <attache/plugin.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "manifest/problem.h"
#include "manifest/toml_fwd.h"

namespace attache::core {

struct ColumnSchema {
    std::string name;
    std::uint32_t type = 0;  ///< ATTACHE_INT … ATTACHE_REF
    std::string target;      ///< the layer that an ATTACHE_REF points into
    friend bool operator==(const ColumnSchema&, const ColumnSchema&) = default;
};

struct LayerSchema {
    std::string name;
    int version = 1;
    std::string json;  ///< key in documents.jsonl; "" keeps the layer out of it
    std::string help;
    std::vector<ColumnSchema> columns;

    /// Position of the column, or nothing.
    std::optional<std::size_t> find(std::string_view column) const;
    friend bool operator==(const LayerSchema&, const LayerSchema&) = default;
};

/// "int", "text", "ref sentence" …
std::string type_name(const ColumnSchema& column);
/// "name: type", the form in which manifests declare columns.
std::string to_declaration(const ColumnSchema& column);
/// Parses "name: type"; nothing if it has another form.
std::optional<ColumnSchema> parse_column(std::string_view declaration);

/// Reads the tables under [layer]. Problems are added to `problems`.
std::vector<LayerSchema> read_layers(const toml::table& layers, const std::string& file,
                                     std::vector<Problem>& problems);

/// The layers of core/include/attache/layers.toml.
const std::vector<LayerSchema>& standard_layers();
const LayerSchema* find_layer(const std::vector<LayerSchema>& layers, std::string_view name);

/// Letters, digits, "_" and "-", a lower-case letter first.
bool is_name(std::string_view text);

}  // namespace attache::core
