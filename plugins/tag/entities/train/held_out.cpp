#include "held_out.h"

#include <fstream>
#include <stdexcept>

namespace entities::train {

HeldOut read_held_out(const std::filesystem::path& file) {
    std::ifstream in(file);
    if (!in) {
        throw std::runtime_error(file.string() + ": cannot be read");
    }
    HeldOut ids;
    std::size_t number = 0;
    for (std::string line; std::getline(in, line);) {
        ++number;
        if (line.empty() || line.front() == '#') {
            continue;
        }
        const auto first = line.find('\t');
        const auto second = line.find('\t', first + 1);
        if (first == line.npos || second == line.npos) {
            throw std::runtime_error(file.string() + ":" + std::to_string(number) +
                                     ": should be a set, an id and a part, with tabs between");
        }
        ids.insert(line.substr(first + 1, second - first - 1));
    }
    return ids;
}

}  // namespace entities::train
