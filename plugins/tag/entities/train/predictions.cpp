#include "predictions.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <fstream>
#include <stdexcept>

#include "../guesses.h"

namespace entities::train {

namespace {

/// Code points before each byte, and before the end.
std::vector<std::uint32_t> code_points(std::string_view text) {
    std::vector<std::uint32_t> counts;
    counts.reserve(text.size() + 1);
    std::uint32_t count = 0;
    for (const char c : text) {
        counts.push_back(count);
        count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    }
    counts.push_back(count);
    return counts;
}

}  // namespace

void write_predictions(const Labeller& labeller, const Gazetteer& gazetteer,
                       const std::vector<std::unique_ptr<Example>>& examples, const std::filesystem::path& file) {
    std::ofstream out(file);
    PartScores part_scores;
    for (const std::unique_ptr<Example>& example : examples) {
        const Words& words = *example->words;
        const std::vector<std::uint32_t> points = code_points(example->text);
        rapidjson::StringBuffer buffer;
        rapidjson::Writer json(buffer);
        json.StartObject();
        json.Key("id");
        json.String(example->id.c_str());
        json.Key("entities");
        json.StartArray();
        for (const Labelled& name : labeller.label(words, guess(words, gazetteer), part_scores)) {
            json.StartObject();
            json.Key("start");
            json.Uint(points[words[name.first].begin]);
            json.Key("end");
            json.Uint(points[words[name.last - 1].end]);
            json.Key("type");
            json.String(label(name.type).data());
            json.EndObject();
        }
        json.EndArray();
        json.EndObject();
        out << buffer.GetString() << '\n';
    }
    out.close();
    if (!out) {
        throw std::runtime_error(file.string() + ": cannot be written");
    }
}

}  // namespace entities::train
