// Says what the expressions of a document mean: TIMEX3 value and days, each against its anchor.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar.h"
#include "context.h"
#include "document_signs.h"
#include "finder.h"
#include "rules.h"
#include "tense.h"

namespace dates {

/// A row of the layer. Texts are empty where there is no value.
struct Time {
    std::uint32_t start = 0;
    std::uint32_t end = 0;
    std::string type;
    std::string value;
    std::string mod;
    std::optional<Period> days;
    std::string anchor;
    std::string unresolved;
};

class Resolver {
public:
    Resolver(const Rules& rules, NumericOrder order) : rules_(rules), tense_(rules.vocabulary()), order_(order) {}

    /// `published` is the document's field, empty if it has none.
    std::vector<Time> resolve(std::string_view text, const Findings& findings, std::string_view published) const;

private:
    const Rules& rules_;
    TenseReader tense_;
    NumericOrder order_;
};

}  // namespace dates
