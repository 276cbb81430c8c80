#include "numbered_lines.h"

#include <fstream>
#include <stdexcept>
#include <string>

namespace entities::train {

void for_each_line(const std::filesystem::path& file, const std::function<void(std::string_view line)>& use) {
    std::ifstream in(file, std::ios::binary);
    if (!in) {
        throw std::runtime_error(file.string() + ": cannot be read");
    }
    std::size_t number = 0;
    for (std::string line; std::getline(in, line);) {
        ++number;
        try {
            use(line);
        } catch (const std::runtime_error& error) {
            throw std::runtime_error(file.string() + ":" + std::to_string(number) + ": " + error.what());
        }
    }
}

}  // namespace entities::train
