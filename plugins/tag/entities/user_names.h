// What users say of names, carried out on a document: add, merge, never merge.
#pragma once

#include "facts.h"
#include "link_context.h"

namespace entities {

/// Makes a mention of every occurrence of an added name, in place of what it overlaps.
void add_names(const Facts& facts, LinkContext& context);

/// Makes one thing of two, or two of one. Names are compared with the text of mentions and with the names of things.
void merge_names(const Facts& facts, LinkContext& context);
void keep_names_apart(const Facts& facts, LinkContext& context);

}  // namespace entities
