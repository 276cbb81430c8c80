// Reads a wire: many dispatches in one input, in a format made up for this example. Shows `split` over a stream that
// may be damaged, parsing without copies, and the four ways to say that something is wrong or odd.
//
//     ZCZC NDW0412 URGENT               start mark, number, priority
//     SLUG: ferry-accord                headers; SENT and EMBARGO are times in UTC
//     SENT: 2024-03-05T11:20Z
//                                       an empty line
//     Two ministries have settled …     the text
//     NNNN                              end mark
//
// The marks stand nowhere else. What lies between an end mark and the next start mark is noise of the line.
#include <algorithm>
#include <array>
#include <attache/plugin.hpp>
#include <chrono>

namespace {

constexpr std::string_view start_mark = "ZCZC ";
constexpr std::string_view end_mark = "NNNN";

std::string_view without_line_break(std::string_view line) {
    while (line.ends_with('\n') || line.ends_with('\r')) {
        line.remove_suffix(1);
    }
    return line;
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view white = " \t\r\n";
    const auto first = text.find_first_not_of(white);
    return first == text.npos ? std::string_view() : text.substr(first, text.find_last_not_of(white) - first + 1);
}

/// Cuts the first line off `text` and returns it without its line break.
std::string_view take_line(std::string_view& text) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    return without_line_break(line);
}

/// Cuts the first word off `line` and returns it.
std::string_view take_word(std::string_view& line) {
    line = trimmed(line);
    const std::string_view word = line.substr(0, line.find(' '));
    line.remove_prefix(word.size());
    return word;
}

std::string quoted(std::string_view text) {
    std::string out(1, '"');
    out += text.substr(0, 60);
    return out + (text.size() > 60 ? "…\"" : "\"");
}

/// Times have this one form, so that they can be compared as they stand.
bool is_time(std::string_view text) {
    constexpr std::string_view form = "0000-00-00T00:00Z";
    const auto fits = [](char c, char wanted) { return wanted == '0' ? c >= '0' && c <= '9' : c == wanted; };
    if (!std::equal(text.begin(), text.end(), form.begin(), form.end(), fits)) {
        return false;
    }
    const auto number = [&](std::size_t at) {
        return static_cast<unsigned>((text[at] - '0') * 10 + text[at + 1] - '0');
    };
    const std::chrono::year_month_day day{std::chrono::year(static_cast<int>(number(0) * 100 + number(2))),
                                          std::chrono::month(number(5)), std::chrono::day(number(8))};
    return day.ok() && number(11) < 24 && number(14) < 60;
}

/// A line of a dispatch. Becomes words only when there is something to say of it, so that the usual dispatch makes
/// none.
struct Place {
    std::string_view number;
    std::size_t line;
    std::string text() const { return "dispatch " + std::string(number) + ", line " + std::to_string(line) + ": "; }
};

struct Header {
    std::string_view key;
    std::string_view field;  ///< of the document
    bool is_time;
};
constexpr std::array headers{Header{"SLUG", "slug", false}, Header{"TITLE", "title", false},
                             Header{"DATELINE", "dateline", false}, Header{"SENT", "published", true},
                             Header{"EMBARGO", "embargo", true}};
constexpr std::array<std::string_view, 3> priorities{"FLASH", "URGENT", "ROUTINE"};

/// One per process serves all workers (`instance = "all"` in plugin.toml): every method is const, so that the compiler
/// sees to it that calls at the same time cannot disturb each other.
class WireDispatches {
public:
    explicit WireDispatches(const attache::Settings& settings) : as_of_(settings.text("as_of")) {
        if (!as_of_.empty() && !is_time(as_of_)) {
            throw attache::Error("\"as_of\" is " + quoted(as_of_) +
                                 "; it must be a time in UTC such as \"2024-03-05T18:00Z\", or empty");
        }
    }

    /// Called with all bytes from the end of the last record to what has been read so far; if that holds no whole
    /// record, again with about twice as many. So it keeps nothing between calls, and looks at each byte a few times at
    /// most. What it finds must not depend on where the bytes happen to end: a mark may be cut in two there.
    ///
    /// Whatever is damaged costs itself alone. A start mark within a dispatch tells that the end mark before it is
    /// lost: the piece up to there is a record, which `read` then refuses by name. An end mark on its own is one, too.
    std::optional<attache::Record> split(std::string_view data, bool at_end) const {
        // `find` is a few instructions for many bytes, where a loop over characters or lines would be many for one.
        const std::size_t start = data.find(start_mark);
        if (const std::size_t lone = data.substr(0, start).find(end_mark); lone != data.npos) {
            return attache::Record{lone, end_mark.size()};
        }
        if (start == data.npos) {
            // Noise is let go at once, so that an hour of it does not fill the memory; but for what may begin a mark.
            return attache::Record{data.size() - std::min(data.size(), start_mark.size() - 1), 0, false};
        }
        const std::string_view dispatch = data.substr(start);
        const std::size_t end = dispatch.find(end_mark);
        const std::string_view inside = dispatch.substr(0, end);
        if (const std::size_t next = inside.find(start_mark, start_mark.size()); next != inside.npos) {
            return attache::Record{start, next};
        }
        if (end != dispatch.npos) {
            return attache::Record{start, end + end_mark.size()};
        }
        return attache::Record{start, at_end ? dispatch.size() : 0, at_end};
    }

    /// All that is passed on is a view into `record`; the only copies are those that the host makes for the document.
    void read(std::string_view record, attache::Document& document) const {
        std::string_view rest = record.substr(0, record.find(end_mark));
        std::string_view first = take_line(rest);
        if (!first.starts_with(start_mark)) {
            throw attache::Error("there is an end mark (NNNN) and no start: the dispatch that it ends is lost");
        }
        first.remove_prefix(start_mark.size());
        const std::string_view number = take_word(first);
        const std::string_view priority = take_word(first);
        const Place place{number, 1};
        if (priority.empty() || !trimmed(first).empty()) {
            throw attache::Error(place.text() + "it begins with " + quoted(record.substr(0, record.find('\n'))) +
                                 " and not with ZCZC NUMBER PRIORITY");
        }
        if (std::find(priorities.begin(), priorities.end(), priority) == priorities.end()) {
            // Odd, but no reason to lose the document: the remark goes into the record of the run.
            document.remark(place.text() + "the priority " + quoted(priority) +
                            " is none of FLASH, URGENT and ROUTINE");
        }
        document.set_field("id", number);
        document.set_field("priority", priority);
        const std::string_view text = trimmed(read_headers(rest, number, document));
        if (!record.ends_with(end_mark)) {
            const auto last = static_cast<std::size_t>(std::count(record.begin(), record.end(), '\n')) + 1;
            throw attache::Error(Place{number, last}.text() + "no end mark (NNNN) follows; the text may be cut off");
        }
        // The host checks that it is UTF-8 and refuses the document if not: to do so here would be a second pass.
        document.set_text(text);
    }

private:
    /// Reads the headers that begin `rest`, and returns what follows the empty line after them.
    std::string_view read_headers(std::string_view rest, std::string_view number, attache::Document& document) const {
        for (Place place{number, 2};; ++place.line) {
            if (rest.empty()) {
                throw attache::Error(place.text() + "it ends before the empty line after the headers");
            }
            const std::string_view line = take_line(rest);
            if (line.empty()) {
                return rest;
            }
            const auto colon = line.find(':');
            if (colon == line.npos) {
                throw attache::Error(place.text() + quoted(line) +
                                     " is neither a header (KEY: VALUE) nor the empty line before the text");
            }
            read_header(line.substr(0, colon), trimmed(line.substr(colon + 1)), place, document);
        }
    }

    void read_header(std::string_view key, std::string_view value, const Place& place,
                     attache::Document& document) const {
        if (key == "KILLS") {
            // No document and no error: the run counts it as skipped, with this reason.
            throw attache::Skip("a notice that withdraws dispatch " + std::string(value));
        }
        const auto* header =
            std::find_if(headers.begin(), headers.end(), [&](const Header& h) { return h.key == key; });
        if (header == headers.end()) {
            document.remark(place.text() + "there is no header " + quoted(key));
            return;
        }
        if (header->is_time && !is_time(value)) {
            throw attache::Error(place.text() + std::string(key) + " is " + quoted(value) +
                                 "; it must be a time in UTC such as 2024-03-05T11:20Z");
        }
        if (key == "EMBARGO" && !as_of_.empty() && value > as_of_) {
            throw attache::Skip("under embargo until " + std::string(value));
        }
        document.set_field(header->field, value);
    }

    std::string as_of_;
};

}  // namespace

ATTACHE_PLUGIN(WireDispatches)
