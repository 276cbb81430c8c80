// Which events the timeline is asked for: by class and by status.
#pragma once

#include <string>
#include <vector>

#include "article.h"

namespace timeline {

class EventFilter {
public:
    /// PLOVER classes and statuses, any of which will do; empty for all.
    EventFilter(std::vector<std::string> classes, std::vector<std::string> statuses)
        : classes_(std::move(classes)), statuses_(std::move(statuses)) {}

    /// Takes the events that are not wanted from the sentences, and the dates from those that are left without any, so
    /// that nothing is read from them. Leaves all as it is if nothing is asked for.
    void apply(Article& article) const;

    bool asks_for_events() const { return !classes_.empty() || !statuses_.empty(); }

private:
    std::vector<std::string> classes_;
    std::vector<std::string> statuses_;
};

}  // namespace timeline
