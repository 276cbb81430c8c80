// Walks over the elements of an array in a large JSON file.
#include "json_items.h"

#include <algorithm>

#include "let_go.h"

namespace report {

namespace {

/// Of what was read.
constexpr std::size_t bytes_in_memory = std::size_t{2} << 20;

std::string_view skip_space(std::string_view json) {
    const std::size_t at = json.find_first_not_of(" \t\r\n");
    return at == json.npos ? std::string_view() : json.substr(at);
}

/// Bytes of the string that `json` starts with, quotes included; all of it if it is not closed.
std::size_t string_size(std::string_view json) {
    for (std::size_t at = 1; at < json.size(); ++at) {
        if (json[at] == '\\') {
            ++at;
        } else if (json[at] == '"') {
            return at + 1;
        }
    }
    return json.size();
}

/// Bytes of the value that `json` starts with. Of a long one only a part is held in memory at a time.
std::size_t value_size(std::string_view json) {
    std::size_t depth = 0;
    std::size_t held = 0;
    for (std::size_t at = 0; at < json.size(); ++at) {
        if (at - held > bytes_in_memory) {
            let_go(json.substr(held, at - held));
            held = at;
        }
        const char c = json[at];
        if (c == '"') {
            at += string_size(json.substr(at)) - 1;
        } else if (c == '{' || c == '[') {
            ++depth;
        } else if (c == '}' || c == ']') {
            if (depth == 0) {
                return at;
            }
            --depth;
        } else if (depth == 0 && (c == ',' || c == ':')) {
            return at;
        }
        if (depth == 0 && (c == '"' || c == '}' || c == ']')) {
            return std::min(at + 1, json.size());
        }
    }
    return json.size();
}

/// What follows `key` and its colon.
std::string_view from_value_of(std::string_view json, std::string_view key) {
    json = skip_space(json);
    json = skip_space(json.starts_with('{') ? json.substr(1) : std::string_view());
    while (json.starts_with('"')) {
        const std::string_view name = json.substr(0, value_size(json));
        json = skip_space(json.substr(name.size()));
        if (!json.starts_with(':')) {
            return {};
        }
        json = skip_space(json.substr(1));
        if (name.size() == key.size() + 2 && name.substr(1, key.size()) == key) {
            return json;
        }
        json = skip_space(json.substr(value_size(json)));
        json = skip_space(json.starts_with(',') ? json.substr(1) : std::string_view());
    }
    return {};
}

}  // namespace

std::string_view member_of(std::string_view json, std::string_view key) {
    const std::string_view value = from_value_of(json, key);
    return value.substr(0, value_size(value));
}

JsonItems::JsonItems(std::string_view json, std::string_view key) {
    const std::string_view array = from_value_of(json, key);
    rest_ = array.starts_with('[') ? array.substr(1) : std::string_view();
    held_ = rest_.substr(0, 0);
}

std::optional<std::string_view> JsonItems::next() {
    rest_ = skip_space(rest_);
    const std::string_view item = rest_.substr(0, value_size(rest_));
    if (item.empty()) {
        rest_ = {};
        return std::nullopt;
    }
    held_ = std::string_view(held_.data(), static_cast<std::size_t>(item.data() - held_.data()));
    if (held_.size() > bytes_in_memory) {
        let_go(held_);
        held_ = item;
    }
    rest_ = skip_space(rest_.substr(item.size()));
    rest_ = rest_.starts_with(',') ? rest_.substr(1) : std::string_view();
    return item;
}

}  // namespace report
