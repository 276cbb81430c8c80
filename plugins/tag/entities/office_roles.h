// What an office is, however it is named: "Minister of Foreign Affairs", "Foreign Secretary" and "foreign minister" are
// one role.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace entities {

/// The roles of one office as a text or a fact names it.
struct Roles {
    std::vector<std::string> all;  ///< "deputy head of government", "foreign minister"
    bool past = false;             ///< "former", "then"
    bool telling = false;  ///< one of them is such that who holds it is told apart by it: a minister, not an envoy
};

class OfficeRoles {
public:
    /// Adds the rows "role TAB name|name …" of a table.
    void add(std::string_view table);

    /// Of a name such as "Deputy Prime Minister and Minister of Foreign Affairs".
    Roles roles_of(std::string_view office) const;

private:
    std::unordered_map<std::string, std::string> role_of_;
};

}  // namespace entities
