// Slot access.
#include "reading.h"

namespace dates {

const Sense::Given* Reading::given(Slot slot) const {
    const auto& found = sense_.given[static_cast<std::size_t>(slot)];
    return found && found->from == Slot::None ? &*found : nullptr;
}

const Capture* Reading::capture(Slot slot) const {
    const auto& found = sense_.given[static_cast<std::size_t>(slot)];
    const Slot from = found && found->from != Slot::None ? found->from : slot;
    const Capture& kept = match_.captures[static_cast<std::size_t>(from)];
    return kept.set ? &kept : nullptr;
}

std::optional<std::int32_t> Reading::number(Slot slot) const {
    if (const Sense::Given* fixed = given(slot)) {
        return fixed->number;
    }
    const Capture* kept = capture(slot);
    if (kept == nullptr) {
        return std::nullopt;
    }
    const Atom& atom = sentence_[kept->atom];
    if (kept->word_class < shape_names.size()) {
        return atom.numbers.number;
    }
    return atom.word->meaning(kept->word_class)->number;
}

std::string_view Reading::code(Slot slot) const {
    if (const Sense::Given* fixed = given(slot)) {
        return fixed->text;
    }
    const Capture* kept = capture(slot);
    if (kept == nullptr || kept->word_class < shape_names.size()) {
        return {};
    }
    return sentence_[kept->atom].word->meaning(kept->word_class)->code;
}

std::string_view Reading::written(Slot slot) const {
    const Atom* kept = atom(slot);
    return kept == nullptr ? std::string_view() : text_.substr(kept->start, kept->end - kept->start);
}

const Atom* Reading::atom(Slot slot) const {
    const Capture* kept = capture(slot);
    return kept == nullptr ? nullptr : &sentence_[kept->atom];
}

const Atom* Reading::shaped(Slot slot, Shape shape) const {
    const Capture* kept = capture(slot);
    return kept != nullptr && kept->word_class == static_cast<std::uint8_t>(shape) ? &sentence_[kept->atom] : nullptr;
}

}  // namespace dates
