// Who the subject of each clause of a sentence is.
#pragma once

#include <vector>

#include "clauses.h"

namespace events {

/// Fills `subject` and `own_subject` of the clauses of one sentence, from left to right.
void find_subjects(const Reading& reading, const std::vector<Speech>& speeches, std::vector<Clause>& clauses);

}  // namespace events
