// The labels of words: a type and the word's place in its mention (the IOBES scheme).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "gazetteer.h"

namespace entities {

enum class Position : std::uint8_t { Begin, Inside, End, Single };

inline constexpr std::size_t mention_types = 4;
/// Labels that a word of a mention can have; the label of all other words, `outside`, comes after them.
inline constexpr std::size_t mention_labels = 4 * mention_types;
inline constexpr std::uint8_t outside = mention_labels;
inline constexpr std::size_t all_labels = mention_labels + 1;

/// Labels of one position are neighbours, so that the decoder takes those of all types at once.
constexpr std::uint8_t label_of(Type type, Position position) {
    return static_cast<std::uint8_t>((static_cast<std::size_t>(position) << 2U) | (static_cast<std::size_t>(type) - 1));
}
/// Of word `word` of a mention of the words [first, last).
constexpr std::uint8_t label_in(Type type, std::size_t word, std::size_t first, std::size_t last) {
    return label_of(type, last == first + 1  ? Position::Single
                          : word == first    ? Position::Begin
                          : word + 1 == last ? Position::End
                                             : Position::Inside);
}
constexpr Type type_of(std::uint8_t label) {
    return label == outside ? Type::None : static_cast<Type>((label & 3U) + 1);
}
constexpr Position position_of(std::uint8_t label) {
    return static_cast<Position>(label >> 2U);
}
/// A mention ends with this label, or there is none.
constexpr bool closes(std::uint8_t label) {
    return label == outside || position_of(label) >= Position::End;
}
constexpr bool opens(std::uint8_t label) {
    return label == outside || position_of(label) == Position::Begin || position_of(label) == Position::Single;
}
constexpr bool may_follow(std::uint8_t before, std::uint8_t label) {
    return closes(before) ? opens(label) : !opens(label) && type_of(before) == type_of(label);
}

/// Calls `use` with the first word of each name that the labels have, in order, and with the word after its last.
template <class Use>
void for_each_name(std::span<const std::uint8_t> labels, Use use) {
    for (std::size_t first = 0; first < labels.size();) {
        std::size_t last = first + 1;
        if (labels[first] != outside) {
            while (last < labels.size() && !opens(labels[last])) {
                ++last;
            }
            use(first, last);
        }
        first = last;
    }
}

}  // namespace entities
