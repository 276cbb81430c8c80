#include "silver.h"

#include <algorithm>
#include <bit>

#include "../labels.h"

namespace entities::train {

namespace {

/// The word goes on with the annotated name of the word before it.
bool goes_on(Allowed allowed) {
    return std::has_single_bit(allowed) && !opens(static_cast<std::uint8_t>(std::countr_zero(allowed)));
}

}  // namespace

void open_disputed_names(Example& example, std::span<const std::uint8_t> labels) {
    std::vector<Allowed>& allowed = example.allowed;
    for_each_name(labels, [&](std::size_t first, std::size_t last) {
        bool agreed = true;
        for (std::size_t i = first; i < last; ++i) {
            agreed = agreed && (allowed[i] >> labels[i] & 1U) != 0;
        }
        if (agreed) {
            return;
        }
        while (first > 0 && goes_on(allowed[first])) {
            --first;
        }
        while (last < allowed.size() && goes_on(allowed[last])) {
            ++last;
        }
        std::fill(allowed.data() + first, allowed.data() + last, any_label);
    });
}

}  // namespace entities::train
