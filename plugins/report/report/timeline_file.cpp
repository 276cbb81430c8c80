// timeline.json, read in one walk.
#include "timeline_file.h"

#include <algorithm>
#include <charconv>

#include "json_values.h"
#include "json_walk.h"

namespace report {

TimelineFile read_timeline(std::string_view json, std::size_t most_entries, std::size_t most_undated) {
    TimelineFile file;
    JsonWalk walk(json);
    while (const auto key = walk.next_member()) {
        if (*key == "made_by") {
            file.producer = text(parse(walk.value()), "timeline");
        } else if (*key == "entries") {
            file.entries = Timeline(walk, most_entries);
        } else if (*key == "undated") {
            file.undated = Undated(walk, most_undated);
        } else if (*key == "undated_count") {
            const std::string_view count = walk.value();
            std::from_chars(count.data(), count.data() + count.size(), file.undated_count);
        }
    }
    file.undated_count = std::max(file.undated_count, file.undated.listed());
    return file;
}

}  // namespace report
