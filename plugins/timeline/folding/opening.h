// What an article begins with, to tell of the day of its publication by.
#pragma once

#include <optional>

#include "article.h"
#include "reports.h"

namespace timeline {

/// The first sentence that says anything, told under the day of publication. None if there is a date in it, or if the
/// day is unknown.
std::optional<Report> opening_of(const Article& article);

}  // namespace timeline
