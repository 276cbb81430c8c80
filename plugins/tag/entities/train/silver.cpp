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
    for (std::size_t first = 0; first < labels.size();) {
        std::size_t last = first + 1;
        bool agreed = (allowed[first] >> labels[first] & 1U) != 0;
        while (last < labels.size() && !opens(labels[last])) {
            agreed = agreed && (allowed[last] >> labels[last] & 1U) != 0;
            ++last;
        }
        if (labels[first] != outside && !agreed) {
            std::size_t begin = first;
            while (begin > 0 && goes_on(allowed[begin])) {
                --begin;
            }
            std::size_t end = last;
            while (end < allowed.size() && goes_on(allowed[end])) {
                ++end;
            }
            std::fill(allowed.data() + begin, allowed.data() + end, any_label);
        }
        first = last;
    }
}

}  // namespace entities::train
