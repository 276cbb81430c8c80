// Joins tokens that touch each other into runs of text without white space, which Words cuts in its own way.
#pragma once

#include <vector>

#include "words.h"

namespace entities {

inline void join_run(std::vector<Range>& runs, Range token) {
    if (token.begin == token.end) {
        return;
    }
    if (!runs.empty() && runs.back().end == token.begin) {
        runs.back().end = token.end;
    } else {
        runs.push_back(token);
    }
}

}  // namespace entities
