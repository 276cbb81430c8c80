// The page's templates.
#include "templates.h"

#include <algorithm>
#include <stdexcept>

#include "html.h"

namespace report {

namespace {

std::string_view trim(std::string_view text) {
    const std::size_t start = text.find_first_not_of(" \n");
    return start == text.npos ? std::string_view() : text.substr(start, text.find_last_not_of(" \n") - start + 1);
}

}  // namespace

Template::Template(std::string_view text) {
    while (true) {
        const std::size_t open = text.find("{{");
        pieces_.push_back({text.substr(0, open)});
        if (open == text.npos) {
            return;
        }
        const bool is_html = text.substr(open).starts_with("{{{");
        const std::string_view closing = is_html ? "}}}" : "}}";
        const std::size_t name = open + closing.size();
        const std::size_t close = text.find(closing, name);
        if (close == text.npos) {
            throw std::runtime_error("a slot of a template is not closed");
        }
        pieces_.push_back({text.substr(name, close - name), true, is_html});
        text.remove_prefix(close + closing.size());
    }
}

void Template::render(const Write& write, const Fill& fill) const {
    const Write write_escaped = [&](std::string_view text) { write(escape(text)); };
    for (const Piece& piece : pieces_) {
        if (piece.is_slot) {
            fill(piece.text, piece.is_html ? write : write_escaped);
        } else {
            write(piece.text);
        }
    }
}

Parts::Parts(std::string_view file) {
    constexpr std::string_view mark = "<!-- part ";
    constexpr std::string_view mark_end = " -->\n";
    std::size_t at = file.find(mark);
    while (at != file.npos) {
        const std::size_t name = at + mark.size();
        const std::size_t end = file.find(mark_end, name);
        if (end == file.npos) {
            throw std::runtime_error("a part of the templates has no name");
        }
        const std::size_t body = end + mark_end.size();
        at = file.find(mark, body);
        const std::size_t size = at == file.npos ? file.npos : at - body;
        parts_.emplace(file.substr(name, end - name), Template(trim(file.substr(body, size))));
    }
}

std::string Parts::fill(std::string_view part, std::initializer_list<Slot> slots) const {
    const auto found = parts_.find(part);
    if (found == parts_.end()) {
        throw std::logic_error("the templates have no part \"" + std::string(part) + "\"");
    }
    std::string html;
    const auto fill_slot = [&](std::string_view name, const Template::Write& write) {
        const auto* slot =
            std::find_if(slots.begin(), slots.end(), [&](const Slot& given) { return given.name == name; });
        if (slot == slots.end()) {
            throw std::logic_error("nothing is given for the slot \"" + std::string(name) + "\"");
        }
        write(slot->value);
    };
    found->second.render([&](std::string_view text) { html += text; }, fill_slot);
    return html;
}

}  // namespace report
