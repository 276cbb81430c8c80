// Runs the whole pipeline over documents written down in a test, for the tests of exporters.
#pragma once

#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "testkit/testkit.h"

namespace attache::testkit {

/// The members of one line of JSON Lines input: "id", "text", "title", "published" …
using Fields = std::map<std::string, std::string>;

inline std::string json_line(const Fields& fields) {
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
    writer.StartObject();
    for (const auto& [key, value] : fields) {
        writer.Key(key.data(), static_cast<rapidjson::SizeType>(key.size()));
        writer.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
    }
    writer.EndObject();
    return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

/// The run folder of a run over these lines, which need not be JSON.
inline std::filesystem::path run_lines(const std::vector<std::string>& lines, const Set& settings = {}) {
    const std::filesystem::path folder = temporary_folder();
    std::ofstream(folder / "pipeline.toml") << R"(
[[stage]]
name = "ingest"
plugins = ["jsonl"]
[[stage]]
name = "tag"
plugins = ["sentences", "dates", "entities", "quotes", "events"]
[[stage]]
name = "summarize"
plugins = ["salience", "keyphrases"]
[[stage]]
name = "timeline"
plugins = ["timeline", "briefing", "report"]
)";
    std::filesystem::create_directory(folder / "input");
    std::ofstream input(folder / "input" / "documents.jsonl", std::ios::binary);
    for (const std::string& line : lines) {
        input << line;
    }
    input.close();
    return run(folder / "pipeline.toml", {folder / "input"}, settings);
}

inline std::filesystem::path run_documents(const std::vector<Fields>& documents, const Set& settings = {}) {
    std::vector<std::string> lines;
    for (const Fields& document : documents) {
        lines.push_back(json_line(document));
    }
    return run_lines(lines, settings);
}

/// The same document under another id.
inline Fields copy_of(Fields document, const std::string& id) {
    document["id"] = id;
    return document;
}

/// A JSON file. Throws if it is not sound.
inline rapidjson::Document read_json(const std::filesystem::path& file) {
    const std::string bytes = slurp(file);
    rapidjson::Document document;
    document.Parse<rapidjson::kParseValidateEncodingFlag>(bytes.data(), bytes.size());
    if (document.HasParseError()) {
        throw std::runtime_error(file.string() + " is not JSON");
    }
    return document;
}

/// What the timeline exporter writes of them.
inline rapidjson::Document timeline_of(const std::vector<Fields>& documents, const Set& settings = {}) {
    return read_json(run_documents(documents, settings) / "timeline.json");
}

/// The code points [start, end) of a text.
inline std::string slice(const std::string& text, std::size_t start, std::size_t end) {
    std::string slice;
    std::size_t point = 0;
    for (const char c : text) {
        if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) {
            ++point;
        }
        if (point > start && point <= end) {
            slice += c;
        }
    }
    return slice;
}

}  // namespace attache::testkit
