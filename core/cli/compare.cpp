// attache compare: what two runs found differently, so that a change of settings or facts can be seen for what it did.
#include <rapidjson/document.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>

#include "cli/command.h"
#include "document/json_writer.h"

namespace attache::cli {

namespace {

using Json = rapidjson::Value;

std::string_view text_of(const Json& value) {
    return {value.GetString(), value.GetStringLength()};
}

/// On one line, without characters that control a terminal.
std::string printable(std::string_view text) {
    std::string line(text);
    std::replace_if(
        line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, ' ');
    return line;
}

/// The documents.jsonl of a run folder, line by line.
class Documents {
public:
    explicit Documents(const std::filesystem::path& folder) : path_(folder / "documents.jsonl"), file_(path_) {
        if (!file_) {
            throw UsageError("there is no " + path_.string() + "; each argument is the folder of a finished run");
        }
    }

    /// Null at the end.
    const rapidjson::Document* next() {
        std::string line;
        if (!std::getline(file_, line)) {
            return nullptr;
        }
        ++line_;
        document_ = rapidjson::Document();
        document_.Parse(line.data(), line.size());
        if (document_.HasParseError() || !document_.IsObject() || !document_.HasMember("id") ||
            !document_.HasMember("text")) {
            throw std::runtime_error(path_.string() + ":" + std::to_string(line_) +
                                     ": there is no annotated document; right would be a line as a run writes it");
        }
        return &document_;
    }

private:
    std::filesystem::path path_;
    std::ifstream file_;
    std::size_t line_ = 0;
    rapidjson::Document document_;
};

/// A row of a layer: its members but start and end, as text.
using Row = std::map<std::string, std::string, std::less<>>;

/// Where a row stands: layer, start, end, and which one of those with the same span.
struct Place {
    std::string layer;
    std::int64_t start = 0;
    std::int64_t end = 0;
    int number = 0;
    auto operator<=>(const Place&) const = default;
};

std::string shown(const Json& value) {
    if (value.IsString()) {
        return std::string(text_of(value));
    }
    std::string text;
    core::StringStream stream(text);
    rapidjson::Writer<core::StringStream> writer(stream);
    value.Accept(writer);
    return text;
}

std::map<Place, Row> rows_of(const rapidjson::Document& document) {
    std::map<Place, Row> rows;
    for (const auto& [name, layer] : document.GetObject()) {
        if (!layer.IsArray()) {
            continue;
        }
        for (const Json& item : layer.GetArray()) {
            if (!item.IsObject() || !item.HasMember("start") || !item.HasMember("end")) {
                continue;
            }
            Place place{std::string(text_of(name)), item["start"].GetInt64(), item["end"].GetInt64(), 0};
            while (rows.contains(place)) {
                ++place.number;
            }
            Row& row = rows[place];
            for (const auto& [key, value] : item.GetObject()) {
                if (text_of(key) != "start" && text_of(key) != "end") {
                    row.emplace(text_of(key), shown(value));
                }
            }
        }
    }
    return rows;
}

class Comparison {
public:
    /// False if the two differ.
    bool compare(const rapidjson::Document& one, const rapidjson::Document& other) {
        document_ = &one;
        named_ = false;
        const std::map<Place, Row> left = rows_of(one);
        const std::map<Place, Row> right = rows_of(other);
        for (const auto& [place, row] : left) {
            if (const auto same = right.find(place); same == right.end()) {
                report('-', place, members(row));
                ++removed_;
            } else if (same->second != row) {
                report('~', place, changes(row, same->second));
                ++changed_;
            }
        }
        for (const auto& [place, row] : right) {
            if (!left.contains(place)) {
                report('+', place, members(row));
                ++added_;
            }
        }
        return !named_;
    }

    std::string sum() const {
        return std::to_string(changed_) + " changed, " + std::to_string(added_) + " added, " +
               std::to_string(removed_) + " removed";
    }

private:
    static std::string members(const Row& row) {
        std::string text;
        for (const auto& [name, value] : row) {
            text += (text.empty() ? "" : ", ") + name + " " + value;
        }
        return text;
    }

    static std::string changes(const Row& before, const Row& after) {
        Row all = before;
        all.insert(after.begin(), after.end());
        std::string text;
        for (const auto& [name, value] : all) {
            const auto old_value = before.find(name);
            const auto new_value = after.find(name);
            const std::string from = old_value == before.end() ? "none" : old_value->second;
            const std::string to = new_value == after.end() ? "none" : new_value->second;
            if (from != to) {
                text += (text.empty() ? "" : ", ") + name + " " + from + " -> " + to;
            }
        }
        return text;
    }

    void report(char sign, const Place& place, const std::string& what) {
        if (!named_) {
            std::cout << printable(text_of((*document_)["id"])) << "\n";
            named_ = true;
        }
        std::cout << "  " << sign << " " << place.layer << " " << place.start << "-" << place.end << " \""
                  << printable(text_at(place)) << "\": " << printable(what) << "\n";
    }

    /// The beginning of what the row spans; offsets are code points.
    std::string text_at(const Place& place) const {
        constexpr std::int64_t most = 40;
        const std::string_view text = text_of((*document_)["text"]);
        std::string span;
        std::int64_t point = -1;
        for (const char c : text) {
            point += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
            if (point >= std::min(place.end, place.start + most)) {
                break;
            }
            if (point >= place.start) {
                span += c;
            }
        }
        return span + (place.end - place.start > most ? "…" : "");
    }

    const rapidjson::Document* document_ = nullptr;
    bool named_ = false;  ///< the document's id has been printed
    std::int64_t changed_ = 0;
    std::int64_t added_ = 0;
    std::int64_t removed_ = 0;
};

int compare(const Values& values) {
    Documents ones(values["RUN_DIR"].as<std::string>());
    Documents others(values["OTHER_RUN_DIR"].as<std::string>());
    Comparison comparison;
    std::int64_t documents = 0;
    std::int64_t different = 0;
    while (true) {
        const rapidjson::Document* one = ones.next();
        const rapidjson::Document* other = others.next();
        if (one == nullptr && other == nullptr) {
            break;
        }
        const bool same_document =
            one != nullptr && other != nullptr && (*one)["id"] == (*other)["id"] && (*one)["text"] == (*other)["text"];
        if (!same_document) {
            throw UsageError("document " + std::to_string(documents + 1) +
                             " of the two runs is not the same; compare runs over the same inputs");
        }
        ++documents;
        different += comparison.compare(*one, *other) ? 0 : 1;
    }
    std::cout << different << " of " << documents << " documents differ: " << comparison.sum() << "\n";
    return different == 0 ? AllDone : SomeDiffer;
}

}  // namespace

Command compare_command() {
    Command command;
    command.name = "compare";
    command.synopsis = "RUN_DIR OTHER_RUN_DIR";
    command.summary = "Lists what two runs over the same inputs found differently.";
    command.details = {
        "Shows what a change of settings, facts or plugins did. For each document whose annotations differ, `-` is a "
        "row "
        "that only the first run has, `+` one that only the second has, and `~` one whose values changed."};
    command.examples = {
        {"what own facts change",
         "attache run configs/diplomatic.toml news -o with --set 'entities.facts=[\"facts.tsv\"]' && attache compare "
         "without with"}};
    command.statuses[SomeDiffer] = "the runs differ";
    command.required = {"RUN_DIR", "OTHER_RUN_DIR"};
    command.run = compare;
    return command;
}

}  // namespace attache::cli
