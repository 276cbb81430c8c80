// What a plugin says of one of its settings, and whether a value fits it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "manifest/problem.h"
#include "manifest/toml_fwd.h"

namespace attache::core {

/// In the order of ATTACHE_SETTING_BOOL … ATTACHE_SETTING_TEXTS.
using SettingValue = std::variant<bool, std::int64_t, double, std::string, std::vector<std::string>>;

struct SettingSchema {
    std::string name;
    std::uint32_t type = 0;  ///< ATTACHE_SETTING_*
    SettingValue default_value;
    std::optional<double> min;
    std::optional<double> max;
    std::vector<std::string> choices;  ///< for texts; empty: any
    std::string help;
    bool files = false;  ///< texts that are paths of files, which the plugin may read as it reads its resources
};

/// The value as it would be written in TOML.
std::string to_text(const SettingValue& value);
/// "an integer from 1 to 50", "one of "a" and "b"" …
std::string expectation(const SettingSchema& schema);

/// The node's value if it fits the schema; otherwise nothing, and a problem is added that begins with `what`.
std::optional<SettingValue> fit(const toml::node& node, const SettingSchema& schema, const std::string& what,
                                const std::string& file, std::vector<Problem>& problems);

/// The settings that every plugin has beside those of its manifest: whether it runs in a process of its own, and what
/// it may use there. A manifest cannot declare these.
const std::vector<SettingSchema>& isolation_settings();
bool is_isolation_setting(std::string_view name);

/// Reads the tables under [setting] of a manifest.
std::vector<SettingSchema> read_settings(const toml::table& settings, const std::string& file,
                                         std::vector<Problem>& problems);

}  // namespace attache::core
