// Reads a TOML table key by key, keeps what is wrong at its line and column, and knows which keys nobody asked for.
#pragma once

#include <toml++/toml.h>

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "manifest/problem.h"

namespace attache::core {

/// Where a node stands in its file.
Place place_of(const toml::node& node, const std::string& file);

/// "an integer", "text", "a table" …
std::string describe(toml::node_type type);

/// Parses; throws Problems with the parser's own words if it is not TOML.
toml::table parse_toml(std::string_view text, const std::string& file);

class TomlReader {
public:
    /// `what` names the table in messages: "the manifest", "[plugin.salience]". All arguments must outlive the reader.
    TomlReader(const toml::table& table, std::string what, const std::string& file, std::vector<Problem>& problems)
        : table_(table), what_(std::move(what)), file_(file), problems_(problems) {}

    std::optional<std::string> text(const std::string& key);
    std::optional<std::int64_t> integer(const std::string& key);
    std::optional<double> real(const std::string& key);
    std::optional<bool> flag(const std::string& key);
    std::vector<std::string> texts(const std::string& key);
    const toml::table* table(const std::string& key);
    const toml::array* tables(const std::string& key);
    /// The node as it is, or null.
    const toml::node* node(const std::string& key);

    std::string required_text(const std::string& key);

    /// Reports every key that was not asked for.
    void finish();

    /// Reports a problem with a key's value, or with the table if it has no such key.
    void wrong(const std::string& key, const std::string& message);

private:
    template <class Node>
    const Node* typed(const std::string& key, const char* expected);

    const toml::table& table_;
    std::string what_;
    const std::string& file_;
    std::vector<Problem>& problems_;
    std::set<std::string, std::less<>> known_;
};

}  // namespace attache::core
