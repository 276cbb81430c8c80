// A clause as a text that can be read on its own.
#pragma once

#include <cstdint>
#include <string>

#include "roles.h"

namespace events {

/// Where the clause begins with its subject, which may be a list: "Britain, France and Germany accused …".
std::uint32_t first_word(const Reading& reading, const Clause& clause);

/// The clause as it stands, up to `reach_end`; where its subject stands elsewhere, that first.
std::string wording_of(const Reading& reading, const Clause& clause, const Roles& roles, std::uint32_t reach_end);

}  // namespace events
