// A straight mark opens if white space or a bracket stands before it and something else behind; else it closes.
#include "quotation.h"

#include <algorithm>
#include <array>
#include <attache/utf8.hpp>
#include <cstddef>

namespace summarize {
namespace {

struct Marks {
    std::string_view opening;
    std::string_view closing;
};

// „…“ is read after “…”, whose opening mark is the closing one here.
constexpr std::array<Marks, 5> kinds = {{{"\"", "\""}, {"“", "”"}, {"„", "“"}, {"«", "»"}, {"「", "」"}}};

bool opens(std::string_view text, std::size_t at) {
    constexpr std::string_view before = " \t\n([";
    const bool behind_space = at == 0 || before.find(text[at - 1]) != before.npos;
    return behind_space && at + 1 < text.size() && text[at + 1] != ' ';
}

/// False if no character of the text is a mark: most texts are known by that.
bool may_have_marks(std::string_view text) {
    return text.find('"') != text.npos || !attache::utf8::is_ascii(text);
}

bool has_opening_mark(std::string_view text) {
    return std::any_of(kinds.begin(), kinds.end(),
                       [&](const Marks& marks) { return text.find(marks.opening) != text.npos; });
}

/// Follows the marks of a paragraph.
class Quotation {
public:
    void end() { open_ = nullptr; }
    const Marks* open() const { return open_; }

    void read(std::string_view text) {
        for (std::size_t at = 0; at < text.size(); ++at) {
            if (text[at] == '"') {
                straight(opens(text, at));
            } else if (static_cast<unsigned char>(text[at]) >= 0x80) {
                paired(text.substr(at));
            }
        }
    }

private:
    void straight(bool opening) {
        if (opening && open_ == nullptr) {
            open_ = kinds.data();
        } else if (!opening && open_ == kinds.data()) {
            open_ = nullptr;
        }
    }

    void paired(std::string_view rest) {
        if (open_ != nullptr && rest.starts_with(open_->closing)) {
            open_ = nullptr;
            return;
        }
        const auto found = std::find_if(kinds.begin(), kinds.end(),
                                        [&](const Marks& marks) { return rest.starts_with(marks.opening); });
        if (found != kinds.end() && open_ == nullptr) {
            open_ = &*found;
        }
    }

    const Marks* open_ = nullptr;
};

}  // namespace

std::size_t quotation_mark_size(std::string_view text) {
    const auto found =
        std::find_if(kinds.begin(), kinds.end(), [&](const Marks& marks) { return text.starts_with(marks.opening); });
    return found == kinds.end() ? 0 : found->opening.size();
}

bool begins_with_quotation_mark(std::string_view text) {
    return quotation_mark_size(text) > 0;
}

bool is_quotation(std::string_view text) {
    return std::any_of(kinds.begin(), kinds.end(), [&](const Marks& marks) {
        return text.size() > marks.opening.size() && text.starts_with(marks.opening) &&
               text.find(marks.closing, marks.opening.size()) == text.size() - marks.closing.size();
    });
}

std::vector<MissingMarks> missing_marks(const std::vector<Sentence>& sentences) {
    std::vector<MissingMarks> missing;
    missing.reserve(sentences.size());
    Quotation quotation;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        // A paragraph that goes on with a quotation opens it once more.
        const bool anew = begins_with_quotation_mark(sentences[i].text) && opens(sentences[i].text, 0);
        if (anew || i == 0 || sentences[i].paragraph != sentences[i - 1].paragraph) {
            quotation.end();
        }
        MissingMarks marks;
        marks.opening = quotation.open() != nullptr ? quotation.open()->opening : std::string_view();
        marks.quotes = quotation.open() != nullptr;
        if (may_have_marks(sentences[i].text)) {
            marks.quotes = marks.quotes || has_opening_mark(sentences[i].text);
            quotation.read(sentences[i].text);
        }
        marks.closing = quotation.open() != nullptr ? quotation.open()->closing : std::string_view();
        missing.push_back(marks);
    }
    return missing;
}

}  // namespace summarize
