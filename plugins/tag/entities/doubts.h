// What makes the names of a whole document less sure than their own confidence says.
#pragma once

#include <string>

#include "words.h"

namespace entities {

/// One sentence for the record of the run about a text that is no English prose: all in capitals or without any, in
/// another script or language, a table or a list. Empty for others, and for texts too short to tell.
std::string doubt_about(const Words& words);

}  // namespace entities
