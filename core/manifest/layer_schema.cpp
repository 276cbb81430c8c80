#include "manifest/layer_schema.h"

#include <algorithm>
#include <array>
#include <utility>

#include "manifest/toml_reader.h"

// The bytes of core/include/attache/layers.toml, put into the program by layers_toml.c.
extern "C" {
extern const char attache_layers_toml[];
extern const char attache_layers_toml_end[];
}

namespace attache::core {

namespace {

constexpr std::array<std::pair<std::string_view, std::uint32_t>, 4> plain_types{
    {{"int", ATTACHE_INT}, {"day", ATTACHE_DAY}, {"real", ATTACHE_REAL}, {"text", ATTACHE_TEXT}}};

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(' ');
    return first == text.npos ? std::string_view{} : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

LayerSchema read_layer(const std::string& name, const toml::table& table, const std::string& file,
                       std::vector<Problem>& problems) {
    TomlReader reader(table, "[layer." + name + "]", file, problems);
    LayerSchema layer;
    layer.name = name;
    layer.version = static_cast<int>(reader.integer("version").value_or(1));
    layer.json = reader.text("json").value_or("");
    layer.help = reader.required_text("help");
    for (const std::string& declaration : reader.texts("columns")) {
        const std::optional<ColumnSchema> column = parse_column(declaration);
        if (!column) {
            reader.wrong("columns",
                         "has \"" + declaration +
                             "\"; a column is \"NAME: TYPE\", where TYPE is int, real, text, day or ref LAYER");
        } else if (layer.find(column->name)) {
            reader.wrong("columns", "has \"" + column->name + "\" twice");
        } else if (column->name == "start" || column->name == "end") {
            reader.wrong("columns", "must not declare \"" + column->name + "\": every row has it");
        } else {
            layer.columns.push_back(*column);
        }
    }
    reader.finish();
    return layer;
}

}  // namespace

std::optional<std::size_t> LayerSchema::find(std::string_view column) const {
    const auto found = std::find_if(columns.begin(), columns.end(), [&](const auto& c) { return c.name == column; });
    return found == columns.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - columns.begin()));
}

std::string type_name(const ColumnSchema& column) {
    for (const auto& [name, type] : plain_types) {
        if (type == column.type) {
            return std::string(name);
        }
    }
    return "ref " + column.target;
}

std::string to_declaration(const ColumnSchema& column) {
    return column.name + ": " + type_name(column);
}

std::optional<ColumnSchema> parse_column(std::string_view declaration) {
    const auto colon = declaration.find(':');
    if (colon == declaration.npos) {
        return std::nullopt;
    }
    const std::string_view name = trimmed(declaration.substr(0, colon));
    const std::string_view type = trimmed(declaration.substr(colon + 1));
    if (!is_name(name)) {
        return std::nullopt;
    }
    for (const auto& [plain, code] : plain_types) {
        if (type == plain) {
            return ColumnSchema{std::string(name), code, ""};
        }
    }
    if (type.starts_with("ref ") && is_name(trimmed(type.substr(4)))) {
        return ColumnSchema{std::string(name), ATTACHE_REF, std::string(trimmed(type.substr(4)))};
    }
    return std::nullopt;
}

std::vector<LayerSchema> read_layers(const toml::table& layers, const std::string& file,
                                     std::vector<Problem>& problems) {
    std::vector<LayerSchema> schemas;
    for (const auto& [key, node] : layers) {
        const std::string name(key.str());
        if (!is_name(name)) {
            problems.push_back({place_of(node, file), "layer \"" + name +
                                                          "\": a name has lower-case letters, digits, \"_\" and "
                                                          "\"-\", a letter first"});
        } else if (!node.is_table()) {
            problems.push_back({place_of(node, file), "[layer." + name + "] must be a table"});
        } else {
            schemas.push_back(read_layer(name, *node.as_table(), file, problems));
        }
    }
    return schemas;
}

const std::vector<LayerSchema>& standard_layers() {
    static const std::vector<LayerSchema> layers = [] {
        const std::string file = "layers.toml";
        const std::string_view text(attache_layers_toml,
                                    static_cast<std::size_t>(attache_layers_toml_end - attache_layers_toml));
        const toml::table table = parse_toml(text, file);
        std::vector<Problem> problems;
        std::vector<LayerSchema> read = read_layers(*table["layer"].as_table(), file, problems);
        if (!problems.empty()) {
            throw Problems(problems);
        }
        return read;
    }();
    return layers;
}

const LayerSchema* find_layer(const std::vector<LayerSchema>& layers, std::string_view name) {
    const auto found =
        std::find_if(layers.begin(), layers.end(), [&](const auto& layer) { return layer.name == name; });
    return found == layers.end() ? nullptr : &*found;
}

bool is_name(std::string_view text) {
    const auto lower = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto inner = [&](char c) { return lower(c) || (c >= '0' && c <= '9') || c == '_' || c == '-'; };
    return !text.empty() && lower(text.front()) && std::all_of(text.begin(), text.end(), inner);
}

}  // namespace attache::core
