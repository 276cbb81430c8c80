#include "speakers.h"

namespace quotes {

using words::none;
using words::one_of;
using words::Span;

Speakers::Speakers(const words::Words& words, const attache::Document& document)
    : words_(words), entities_(document.read("entity")), types_(entities_.texts("type")) {}

std::uint32_t Speakers::in(Span span) const {
    std::uint32_t found = none;
    for (std::uint32_t at = span.first; at < span.last; ++at) {
        const std::uint32_t mention = words_[at].mention;
        if (mention == none || !speaks(mention, span)) {
            continue;
        }
        if (is_person(mention)) {
            return mention;
        }
        if (found == none) {
            found = mention;
        }
    }
    return found;
}

bool Speakers::speaks(std::uint32_t mention, Span span) const {
    constexpr std::string_view where[] = {"in",   "at",   "near", "on",       "from", "about", "outside",
                                          "into", "over", "to",   "visiting", "with", "after", "than"};
    std::uint32_t at = words_.mentions()[mention].first;
    while (at > span.first && !one_of(words_[at - 1].lower, where)) {
        --at;
        // What stands before a comma has no hold on the mention.
        if (words_[at].is(",") || words_[at].is("of") || words_[at].is("for")) {
            return true;
        }
    }
    return at == span.first;
}

}  // namespace quotes
