#include "silver.h"

#include <bit>

#include "../guesses.h"

namespace entities::train {

namespace {

bool is_inside(Allowed allowed) {
    return (allowed >> outside & 1U) == 0 && allowed != any_label;
}

bool begins_name(Allowed allowed) {
    return is_inside(allowed) && opens(static_cast<std::uint8_t>(std::countr_zero(allowed)));
}

Allowed label_in(const Mention& name, std::uint32_t word) {
    const Position position = name.last == name.first + 1 ? Position::Single
                              : word == name.first        ? Position::Begin
                              : word + 1 == name.last     ? Position::End
                                                          : Position::Inside;
    return 1U << label_of(name.type, position);
}

/// Leaves open what the annotation has over these words, also where it reaches out of them.
void open(std::vector<Allowed>& allowed, std::uint32_t first, std::uint32_t last) {
    while (first > 0 && is_inside(allowed[first]) && !begins_name(allowed[first])) {
        --first;
    }
    for (std::uint32_t i = first; i < allowed.size(); ++i) {
        if (i >= last && (!is_inside(allowed[i]) || begins_name(allowed[i]))) {
            break;
        }
        allowed[i] = any_label;
    }
}

}  // namespace

void correct_silver(Example& example, const Gazetteer& gazetteer) {
    for (const Mention& known : guess(*example.words, gazetteer)) {
        if (known.entry == nullptr || known.type == Type::None) {
            continue;
        }
        bool same = true;
        bool annotated = false;
        for (std::uint32_t i = known.first; i < known.last; ++i) {
            same = same && example.allowed[i] == label_in(known, i);
            annotated = annotated || is_inside(example.allowed[i]);
        }
        if (same) {
            continue;
        }
        const bool certain = known.last > known.first + 1 || known.kind == "nationality";
        if (certain || annotated) {
            open(example.allowed, known.first, known.last);
        }
        for (std::uint32_t i = known.first; certain && i < known.last; ++i) {
            example.allowed[i] = label_in(known, i);
        }
    }
}

}  // namespace entities::train
