// Directions by words and verbs.
#include "direction.h"

namespace dates {

Direction direction_of(const Reading& reading, const Place& place) {
    const std::string_view given = reading.code(Slot::Direction);
    if (given == "last") {
        return Direction::Before;
    }
    if (given == "next" || given == "coming") {
        return Direction::After;
    }
    if (given == "this" || given == "told" || given == "play") {
        return Direction::Same;
    }
    if (given == "from") {
        return Direction::Future;
    }
    if (given == "since") {
        return Direction::Past;
    }
    if (given == "by") {
        return place.tense() == Tense::Past ? Direction::Past : Direction::Future;
    }
    if (given == "ended") {
        return place.tense() == Tense::Future ? Direction::Future : Direction::Before;
    }
    switch (place.tense()) {
        case Tense::Past:
            return Direction::Past;
        case Tense::Future:
            return Direction::Future;
        case Tense::Unknown:
        case Tense::Present:
            break;
    }
    return Direction::Nearest;
}

}  // namespace dates
