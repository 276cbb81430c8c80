#include "word_clusters.h"

#include <optional>
#include <stdexcept>

#include "../lines.h"
#include "numbered_lines.h"

namespace entities::train {

namespace {

std::optional<ClusteredWord> read_line(std::string_view line) {
    ClusteredWord read;
    Fields fields(line, '\t');
    fields.next();
    read.word = fields.field();
    for (std::uint16_t& cluster : read.path) {
        if (!fields.next()) {
            return std::nullopt;
        }
        cluster = whole_number<std::uint16_t>(fields.field()).value_or(0);
        if (cluster == 0) {
            return std::nullopt;
        }
    }
    return read.word.empty() || fields.next() ? std::nullopt : std::optional(std::move(read));
}

}  // namespace

std::vector<ClusteredWord> read_word_clusters(const std::filesystem::path& file) {
    std::vector<ClusteredWord> words;
    for_each_line(file, [&](std::string_view line) {
        if (line.starts_with("# ")) {
            return;
        }
        std::optional<ClusteredWord> word = read_line(line);
        if (!word) {
            throw std::runtime_error("should be a word and " + std::to_string(Clusters::grains) +
                                     " numbers from 1 to 65535, with tabs between");
        }
        words.push_back(std::move(*word));
    });
    return words;
}

}  // namespace entities::train
