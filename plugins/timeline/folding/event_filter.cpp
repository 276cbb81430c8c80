// Which events the timeline is asked for.
#include "event_filter.h"

#include <algorithm>
#include <string_view>

namespace timeline {

namespace {

bool admit(const std::vector<std::string>& wanted, std::string_view given) {
    return wanted.empty() || std::find(wanted.begin(), wanted.end(), given) != wanted.end();
}

}  // namespace

void EventFilter::apply(Article& article) const {
    if (classes_.empty() && statuses_.empty()) {
        return;
    }
    for (Sentence& sentence : article.sentences) {
        std::erase_if(sentence.events, [&](const EventClause& event) {
            return !admit(classes_, event.label) || !admit(statuses_, event.status);
        });
        if (sentence.events.empty()) {
            sentence.times.clear();
        }
    }
}

}  // namespace timeline
