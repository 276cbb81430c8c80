// Walks over a large JSON file.
#include "json_walk.h"

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

}  // namespace

JsonWalk::JsonWalk(std::string_view json) : json_(json) {
    json = skip_space(json);
    rest_ = skip_space(json.starts_with('{') ? json.substr(1) : std::string_view());
    held_ = rest_.substr(0, 0);
}

std::optional<std::string_view> JsonWalk::next_member() {
    while (place_ == Place::Array) {
        next_element();
    }
    if (place_ == Place::Value) {
        value();
    }
    const std::string_view key = rest_.starts_with('"') ? take(string_size(rest_)) : std::string_view();
    if (key.size() < 2 || !rest_.starts_with(':')) {
        rest_ = {};
        return std::nullopt;
    }
    rest_ = skip_space(rest_.substr(1));
    place_ = Place::Value;
    return key.substr(1, key.size() - 2);
}

std::string_view JsonWalk::value() {
    place_ = Place::Key;
    const std::string_view value = take(value_size(rest_));
    rest_ = skip_space(rest_.starts_with(',') ? rest_.substr(1) : rest_);
    return value;
}

std::optional<std::string_view> JsonWalk::next_element() {
    if (place_ == Place::Value && rest_.starts_with('[')) {
        place_ = Place::Array;
        rest_ = skip_space(rest_.substr(1));
    }
    if (place_ != Place::Array) {
        return std::nullopt;
    }
    if (const std::string_view element = take(value_size(rest_)); !element.empty()) {
        rest_ = skip_space(rest_.starts_with(',') ? rest_.substr(1) : rest_);
        return element;
    }
    place_ = Place::Key;
    rest_ = skip_space(rest_.starts_with(']') ? rest_.substr(1) : std::string_view());
    rest_ = skip_space(rest_.starts_with(',') ? rest_.substr(1) : rest_);
    return std::nullopt;
}

std::string_view JsonWalk::around(std::string_view element) const {
    constexpr std::size_t reach = std::size_t{128} << 10;
    const auto start = static_cast<std::size_t>(element.data() - json_.data());
    const std::size_t first = start - std::min(start, reach);
    return json_.substr(first, start - first + element.size() + reach);
}

/// The next bytes; steps over the space after them too.
std::string_view JsonWalk::take(std::size_t bytes) {
    const std::string_view taken = rest_.substr(0, bytes);
    if (taken.empty()) {
        return taken;
    }
    held_ = std::string_view(held_.data(), static_cast<std::size_t>(taken.data() - held_.data()));
    if (held_.size() > bytes_in_memory) {
        let_go(held_);
        held_ = taken;
    }
    rest_ = skip_space(rest_.substr(taken.size()));
    return taken;
}

}  // namespace report
