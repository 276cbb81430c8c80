// The office that a text gives a person where it names them, and whose office that is: "Chinese Foreign Minister Wang
// Yi", "Wang Yi, the foreign minister of China".
#pragma once

#include <string>

#include "link_context.h"

namespace entities {

struct StatedOffice {
    std::string office;  ///< empty if the text gives none here
    std::string of;      ///< id of the country or organisation; empty if the text does not say it here
};

StatedOffice stated_office(const LinkContext& context, const Linked& person);

}  // namespace entities
