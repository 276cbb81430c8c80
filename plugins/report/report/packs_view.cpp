// Reads packs.json.
#include "packs_view.h"

#include <rapidjson/document.h>

#include <stdexcept>

#include "pages/html.h"

namespace report {

namespace {

constexpr std::size_t longest_field = 200;

std::string field(const rapidjson::Value& pack, const char* key) {
    const auto found = pack.FindMember(key);
    return found != pack.MemberEnd() && found->value.IsString()
               ? in_brief({found->value.GetString(), found->value.GetStringLength()}, longest_field)
               : std::string();
}

/// What a file does not say of itself is said to be missing.
std::string said(std::string text) {
    return text.empty() ? "not stated" : text;
}

}  // namespace

std::string packs_html(std::string_view packs, const Parts& parts) {
    rapidjson::Document file;
    file.Parse<rapidjson::kParseValidateEncodingFlag | rapidjson::kParseIterativeFlag>(packs.data(), packs.size());
    if (file.HasParseError() || !file.IsObject() || !file.HasMember("packs") || !file["packs"].IsArray()) {
        throw std::runtime_error("packs.json has no list \"packs\"");
    }
    std::string rows;
    for (const rapidjson::Value& pack : file["packs"].GetArray()) {
        if (pack.IsObject()) {
            rows += parts.fill("pack-row", {{"file", field(pack, "file")},
                                            {"name", said(field(pack, "name"))},
                                            {"licence", said(field(pack, "licence"))},
                                            {"as_of", said(field(pack, "as_of"))},
                                            {"plugin", field(pack, "plugin")}});
        }
    }
    return rows.empty() ? rows : parts.fill("packs", {{"rows", rows}});
}

}  // namespace report
