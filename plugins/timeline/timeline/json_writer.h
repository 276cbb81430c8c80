// Small additions to RapidJSON's writer, for the files that are JSON.
#pragma once

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace timeline {

using JsonWriter = rapidjson::Writer<rapidjson::StringBuffer>;

inline void put(JsonWriter& writer, std::string_view text) {
    writer.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

inline void put(JsonWriter& writer, const char* key, std::string_view text) {
    writer.Key(key);
    put(writer, text);
}

inline void put_if_any(JsonWriter& writer, const char* key, std::string_view text) {
    if (!text.empty()) {
        put(writer, key, text);
    }
}

inline void put(JsonWriter& writer, const char* key, std::uint64_t number) {
    writer.Key(key);
    writer.Uint64(number);
}

inline std::string text_of(const rapidjson::StringBuffer& buffer) {
    return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace timeline
