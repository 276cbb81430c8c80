// What members of a parsed JSON object hold; nothing of another type than asked for.
#pragma once

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace report {

/// An element of timeline.json. Throws std::runtime_error if it is not an object.
inline rapidjson::Document parse(std::string_view json) {
    rapidjson::Document document;
    document.Parse<rapidjson::kParseValidateEncodingFlag | rapidjson::kParseIterativeFlag>(json.data(), json.size());
    if (document.HasParseError() || !document.IsObject()) {
        throw std::runtime_error(std::string("timeline.json has an element that is not an object: ") +
                                 rapidjson::GetParseError_En(document.GetParseError()));
    }
    return document;
}

inline std::string_view text(const rapidjson::Value& object, const char* key) {
    const auto found = object.FindMember(key);
    return found != object.MemberEnd() && found->value.IsString()
               ? std::string_view(found->value.GetString(), found->value.GetStringLength())
               : std::string_view();
}

inline std::uint64_t number(const rapidjson::Value& object, const char* key) {
    const auto found = object.FindMember(key);
    return found != object.MemberEnd() && found->value.IsUint64() ? found->value.GetUint64() : 0;
}

inline std::vector<const rapidjson::Value*> objects(const rapidjson::Value& object, const char* key) {
    std::vector<const rapidjson::Value*> items;
    const auto found = object.FindMember(key);
    if (found != object.MemberEnd() && found->value.IsArray()) {
        for (const rapidjson::Value& item : found->value.GetArray()) {
            if (item.IsObject()) {
                items.push_back(&item);
            }
        }
    }
    return items;
}

}  // namespace report
