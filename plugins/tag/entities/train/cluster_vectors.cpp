#include "cluster_vectors.h"

#include <optional>
#include <stdexcept>
#include <string>

#include "../lines.h"
#include "numbered_lines.h"

namespace entities::train {

namespace {

/// What a number of the table is multiplied by.
constexpr float unit = 0.001F;

/// The numbers of a line; none if it has anything else.
std::vector<int> numbers_of(std::string_view line) {
    std::vector<int> numbers;
    for (Fields fields(line, '\t'); fields.next();) {
        const std::optional<int> number = whole_number<int>(fields.field());
        if (!number) {
            return {};
        }
        numbers.push_back(*number);
    }
    return numbers;
}

}  // namespace

ClusterVectors::ClusterVectors(const std::filesystem::path& file) {
    std::size_t grain = 0;
    for_each_line(file, [&](std::string_view line) {
        if (line.starts_with("# ")) {
            return;
        }
        const std::vector<int> numbers = numbers_of(line);
        if (numbers.size() < 3 || (dimensions_ != 0 && numbers.size() != dimensions_ + 2)) {
            throw std::runtime_error(
                "should be the numbers of a clustering and a cluster, and a vector as long as those before, with tabs "
                "between");
        }
        dimensions_ = numbers.size() - 2;
        if (numbers[0] == static_cast<int>(grain + 2)) {
            ++grain;
        }
        if (numbers[0] != static_cast<int>(grain + 1) || grain >= Clusters::grains ||
            numbers[1] != static_cast<int>(sizes_[grain] + 1)) {
            throw std::runtime_error("has cluster " + std::to_string(numbers[1]) + " of clustering " +
                                     std::to_string(numbers[0]) + "; there should be " +
                                     std::to_string(Clusters::grains) +
                                     " clusterings, each with its clusters from 1 on");
        }
        ++sizes_[grain];
        for (std::size_t i = 2; i < numbers.size(); ++i) {
            vectors_[grain].push_back(unit * static_cast<float>(numbers[i]));
        }
    });
}

}  // namespace entities::train
