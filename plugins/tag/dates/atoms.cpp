// Tokens to atoms.
#include "atoms.h"

#include <algorithm>

namespace dates {

namespace {

/// Length of a hyphen or dash at `at`; 0 if there is none.
std::size_t hyphen_at(std::string_view text, std::size_t at) {
    if (text[at] == '-') {
        return 1;
    }
    if (text[at] != '\xE2') {
        return 0;
    }
    const std::string_view three = text.substr(at, 3);
    return three == "\u2010" || three == "\u2011" || three == "\u2013" || three == "\u2014" ? 3 : 0;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_letter(char c) {
    return (static_cast<unsigned char>(c) | 0x20U) >= 'a' && (static_cast<unsigned char>(c) | 0x20U) <= 'z';
}

constexpr std::uint32_t any_shape = 1U << static_cast<unsigned>(Shape::Any);
constexpr std::uint32_t capital_shape = 1U << static_cast<unsigned>(Shape::Capital);
constexpr std::uint32_t whole_shapes =
    (1U << static_cast<unsigned>(Shape::IsoDay)) | (1U << static_cast<unsigned>(Shape::IsoMonth)) |
    (1U << static_cast<unsigned>(Shape::IsoWeek)) | (1U << static_cast<unsigned>(Shape::DottedDay)) |
    (1U << static_cast<unsigned>(Shape::SlashedDay));

}  // namespace

AtomReader::AtomReader(const Vocabulary& vocabulary)
    : vocabulary_(vocabulary), counting_(vocabulary.class_named("counting")) {}

void AtomReader::append(std::string_view text, Piece token, std::vector<Atom>& atoms) const {
    const std::string_view written = text.substr(token.start, token.end - token.start);
    Numbers numbers;
    const std::uint32_t shapes = is_digit(written.front()) ? shapes_of(written, numbers) : 0;
    if ((shapes & whole_shapes) != 0) {
        atoms.push_back({token.start, token.end, shapes | any_shape, nullptr, numbers});
        return;
    }
    std::uint32_t start = 0;
    const auto cut = [&](std::size_t at) {
        if (at > start) {
            append_piece(text, {token.start + start, token.start + static_cast<std::uint32_t>(at)}, atoms);
        }
        start = static_cast<std::uint32_t>(at);
    };
    const bool numeric = is_digit(written.front());
    for (std::size_t i = 1; i < written.size(); ++i) {
        if (const std::size_t hyphen = hyphen_at(written, i)) {
            cut(i);
            cut(i + hyphen);
            i += hyphen - 1;
        } else if (numeric && written[i] == '/') {
            cut(i);
            cut(i + 1);
        }
    }
    cut(written.size());
}

void AtomReader::append_piece(std::string_view text, Piece piece, std::vector<Atom>& atoms) const {
    const std::string_view written = text.substr(piece.start, piece.end - piece.start);
    Atom atom{piece.start, piece.end, 0, nullptr, {}};
    if (is_digit(written.front())) {
        atom.classes = shapes_of(written, atom.numbers);
        const auto letter = std::find_if(written.begin(), written.end(), is_letter);
        if (atom.classes == 0 && letter != written.end()) {
            // "10am", "8pm"
            const auto digits = static_cast<std::uint32_t>(letter - written.begin());
            append_piece(text, {piece.start, piece.start + digits}, atoms);
            piece.start += digits;
            append_piece(text, piece, atoms);
            return;
        }
    } else {
        atom.classes = hyphen_at(written, 0) > 0 ? shapes_of(written, atom.numbers) : 0;
    }
    const bool capital = written.front() >= 'A' && written.front() <= 'Z';
    atom.classes |= any_shape | (capital ? capital_shape : 0);
    atom.word = vocabulary_.find(written);
    if (atom.word != nullptr) {
        atom.classes |= capital ? atom.word->classes : atom.word->classes_in_lower;
    }
    atoms.push_back(atom);
}

std::size_t AtomReader::joined_number(std::vector<Atom>& atoms, std::size_t at) const {
    const auto value = [&](std::size_t i) -> std::int32_t {
        if (i >= atoms.size() || (atoms[i].classes & bit_of(counting_)) == 0) {
            return 0;
        }
        return atoms[i].word->meaning(counting_)->number;
    };
    const auto below_hundred = [&](std::size_t from, std::int32_t& sum) {
        const std::int32_t first = value(from);
        sum += first;
        const bool dash = from + 1 < atoms.size() && atoms[from + 1].numbers.number == 0 && value(from + 1) == 0 &&
                          (atoms[from + 1].classes & bit_of(static_cast<std::uint8_t>(Shape::Dash))) != 0;
        const std::size_t next = from + (dash ? 2 : 1);
        const bool ones = first >= 20 && first < 100 && value(next) > 0 && value(next) < 10;
        sum += ones ? value(next) : 0;
        return ones ? next + 1 : from + 1;
    };
    std::int32_t sum = 0;
    std::size_t end = below_hundred(at, sum);
    for (const std::int32_t scale : {100, 1000}) {
        if (value(end) != scale) {
            continue;
        }
        sum *= scale;
        ++end;
        const bool and_word = end < atoms.size() && atoms[end].word != nullptr && atoms[end].word->text == "and";
        const std::size_t rest = end + (and_word ? 1 : 0);
        if (value(rest) > 0 && value(rest) < 100) {
            end = below_hundred(rest, sum);
        }
    }
    atoms[at].numbers.number = sum;
    atoms[at].end = atoms[end - 1].end;
    return end;
}

void AtomReader::join_number_words(std::vector<Atom>& atoms, std::size_t first) const {
    std::size_t to = first;
    for (std::size_t at = first; at < atoms.size();) {
        std::size_t next = at + 1;
        if ((atoms[at].classes & bit_of(counting_)) != 0) {
            next = joined_number(atoms, at);
            atoms[at].classes |= bit_of(static_cast<std::uint8_t>(Shape::Number));
        }
        if (to != at) {
            atoms[to] = atoms[at];
        }
        ++to;
        at = next;
    }
    atoms.resize(to);
}

}  // namespace dates
