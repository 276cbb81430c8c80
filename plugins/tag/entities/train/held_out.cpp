#include "held_out.h"

#include <stdexcept>

#include "numbered_lines.h"

namespace entities::train {

HeldOut read_held_out(const std::filesystem::path& file) {
    HeldOut ids;
    for_each_line(file, [&](std::string_view line) {
        if (line.empty() || line.front() == '#') {
            return;
        }
        const auto first = line.find('\t');
        const auto second = line.find('\t', first + 1);
        if (first == line.npos || second == line.npos) {
            throw std::runtime_error("should be a set, an id and a part, with tabs between");
        }
        ids.emplace(line.substr(first + 1, second - first - 1));
    });
    return ids;
}

}  // namespace entities::train
