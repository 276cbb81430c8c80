// Paragraphs from blank lines, list marks and the widths of lines.
#include "lines.h"

#include <algorithm>
#include <attache/utf8.hpp>
#include <bit>
#include <cstddef>
#include <cstring>
#include <span>

#include "characters.h"

namespace sentences {

namespace {

// Lines of running text are wrapped at no more than this many characters; longer ones are whole paragraphs.
constexpr std::size_t widest_wrap = 110;
// Below this, lines that begin with small letters are a list or verse rather than wrapped text.
constexpr std::size_t narrowest_wrap = 40;
// By how much a line may stay under the width of its block for want of hyphenation.
constexpr std::size_t ragged = 8;

/// How a line begins.
struct Opening {
    bool lower = false;
    bool after_blank = true;
};

bool has_space_at(std::string_view line, std::size_t at) {
    return at < line.size() && character_at(line, at).kind == Kind::Space;
}

/// "•", "-", "*" and their likes, then a space.
bool has_bullet(std::string_view line) {
    static constexpr std::uint32_t bullets[] = {'-',    '*',    0xB7,   0x2013, 0x2022, 0x2023, 0x2043, 0x204C, 0x2192,
                                                0x25A0, 0x25AA, 0x25B6, 0x25B8, 0x25BA, 0x25CB, 0x25CF, 0x25E6, 0x27A2};
    const Character first = character_at(line, 0);
    const bool bullet = std::find(std::begin(bullets), std::end(bullets), first.code) != std::end(bullets);
    return bullet && has_space_at(line, first.size);
}

/// "1.", "12)", "(3)", "(a)" or "b)", then a space.
bool has_number(std::string_view line) {
    std::size_t at = line.front() == '(' ? 1 : 0;
    const std::size_t digits = at;
    while (at < line.size() && at - digits < 2 && line[at] >= '0' && line[at] <= '9') {
        ++at;
    }
    const bool numbered = at > digits;
    if (!numbered && at < line.size() && line[at] >= 'a' && line[at] <= 'z') {
        ++at;
    }
    if (at == digits || at >= line.size()) {
        return false;
    }
    const bool closed = line[at] == ')' || (line[at] == '.' && numbered && line.front() != '(');
    return closed && has_space_at(line, at + 1);
}

bool ends_sentence(std::string_view line) {
    std::size_t end = line.size();
    while (end > 0) {
        const Character last = character_before(line, end);
        const Role role = role_of(last.code);
        if (role != Role::Quote && role != Role::OpenQuote && role != Role::Close) {
            return role != Role::None && role != Role::Open;
        }
        end -= last.size;
    }
    return false;
}

/// Past the ASCII at `at`, up to a control or what is not ASCII, which may end a line.
std::size_t past_printable(std::string_view text, std::size_t at) {
    constexpr std::uint64_t ones = 0x0101010101010101ULL;
    for (std::uint64_t word = 0; at + sizeof word <= text.size(); at += sizeof word) {
        std::memcpy(&word, text.data() + at, sizeof word);
        if (const std::uint64_t others = ((word - 0x20 * ones) | word) & (0x80 * ones); others != 0) {
            return at + static_cast<std::size_t>(std::countr_zero(others)) / 8;
        }
    }
    while (at < text.size() && static_cast<signed char>(text[at]) >= 0x20) {
        ++at;
    }
    return at;
}

/// Splits into lines and tells which follow a blank line.
class LineReader {
public:
    explicit LineReader(std::string_view text) : text_(text) {}

    void run() {
        std::size_t start = 0;
        for (std::size_t at = past_printable(text_, 0); at < text_.size(); at = past_printable(text_, at)) {
            const Character here = character_at(text_, at);
            if (here.kind == Kind::LineEnd) {
                add(start, at);
                const bool pair = here.code == '\r' && text_.substr(at + 1, 1) == "\n";
                blank_ = blank_ || here.code == 0x2029 || here.code == 0x0C;
                start = at + here.size + (pair ? 1 : 0);
                at = start;
                continue;
            }
            at += here.size;
        }
        add(start, text_.size());
    }

    std::vector<Line> lines;
    std::vector<Opening> openings;

private:
    void add(std::size_t start, std::size_t end) {
        const auto empty = [](Kind kind) { return kind == Kind::Space || kind == Kind::Format; };
        while (start < end && empty(character_at(text_, start).kind)) {
            start += character_at(text_, start).size;
        }
        while (start < end && empty(character_before(text_, end).kind)) {
            end -= character_before(text_, end).size;
        }
        if (start == end) {
            blank_ = true;
            return;
        }
        const std::string_view line = text_.substr(start, end - start);
        lines.push_back({static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end), true,
                         has_bullet(line) || has_number(line)});
        openings.push_back({character_at(line, 0).kind == Kind::Lower, blank_});
        blank_ = false;
    }

    std::string_view text_;
    bool blank_ = true;
};

/// Decides for the lines of one block, none of which but the first follows a blank line.
void mark_block(std::string_view text, std::span<Line> lines, std::span<const Opening> openings) {
    using attache::utf8::count;
    const auto written = [&](std::size_t i) { return text.substr(lines[i].start, lines[i].end - lines[i].start); };
    const auto continues = [&](std::size_t i) { return openings[i].lower && count(written(i - 1)) >= narrowest_wrap; };
    bool wrapped = false;
    for (std::size_t i = 1; i < lines.size() && !wrapped; ++i) {
        wrapped = continues(i);
    }
    std::size_t width = 0;
    for (std::size_t i = 0; i < lines.size() && wrapped; ++i) {
        width = std::max(width, count(written(i)));
        wrapped = width <= widest_wrap;
    }
    const auto had_no_room = [&](std::size_t i) {
        const std::string_view line = written(i);
        return count(written(i - 1)) + 1 + count(line.substr(0, line.find(' '))) + ragged > width;
    };
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const bool goes_on = (continues(i) && !ends_sentence(written(i - 1))) || (wrapped && had_no_room(i));
        lines[i].begins_paragraph = lines[i].is_list_item || !goes_on;
    }
}

}  // namespace

std::vector<Line> read_lines(std::string_view text) {
    LineReader reader(text);
    reader.run();
    std::size_t first = 0;
    for (std::size_t i = 1; i <= reader.lines.size(); ++i) {
        if (i == reader.lines.size() || reader.openings[i].after_blank) {
            mark_block(text, std::span(reader.lines).subspan(first, i - first),
                       std::span(reader.openings).subspan(first, i - first));
            first = i;
        }
    }
    return std::move(reader.lines);
}

}  // namespace sentences
