// What a word's form tells of the word itself, and of the words beside it. It depends on little else, so that scores of
// it are kept from one document to the next.
#pragma once

#include <cstdint>

#include "features.h"
#include "forms.h"
#include "hashing.h"

namespace entities {

/// Templates of what a neighbour tells.
struct NeighbourNumbers {
    unsigned code;
    unsigned shape;
    unsigned suffix;
    unsigned path;  ///< and the two after it
    unsigned classes;
    unsigned class_of;
};
constexpr NeighbourNumbers before_numbers{4, 11, 28, 33, 51, 61};
constexpr NeighbourNumbers after_numbers{5, 12, 29, 36, 52, 62};

/// Decides what `add_own` adds. Texts of one key differ in little.
inline Hash own_key(const Form& form, Hash state) {
    return mixed(form.code, state * 4 + (form.letters ? 2U : 0U) + (form.capital ? 1U : 0U));
}

/// What the word and its state in the sentence tell; `first`: it is the first one.
void add_own(FeatureWriter& writer, const Form& form, Hash state, bool first);

/// Decides what `add_neighbour` adds.
inline Hash neighbour_key(const Form& form, Hash shape) {
    return mixed(form.code + (form.letters ? 1U : 0U), shape);
}

/// What a neighbour tells of a word of this shape.
void add_neighbour(FeatureWriter& writer, const NeighbourNumbers& numbers, const Form& form, Hash shape);

/// Each class by itself.
void add_classes(FeatureWriter& writer, unsigned number, std::uint32_t classes, Hash with);

}  // namespace entities
