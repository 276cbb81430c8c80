// Ties persons to who held an office on the day of publication, by the facts.
#pragma once

#include <optional>

#include "day_range.h"
#include "facts.h"
#include "link_context.h"

namespace entities {

/// Without a date of publication only a name with an office and its country is enough: there is nothing to check the
/// days against.
void link_persons(const Facts& facts, const OfficeRoles& roles, std::optional<DayRange> published,
                  LinkContext& context);

}  // namespace entities
