// RapidJSON's writer, appending to a std::string and taking views.
#pragma once

#include <cstdint>
#include <rapidjson/prettywriter.h>
#include <rapidjson/writer.h>
#include <string>
#include <string_view>

namespace attache::core {

class StringStream {
public:
    using Ch = char;
    explicit StringStream(std::string& out) : out_(out) {}
    void Put(char c) { out_ += c; }
    void Flush() {}

private:
    std::string& out_;
};

template <class Writer>
class BasicJsonWriter : public Writer {
public:
    using Writer::Writer;
    void key(std::string_view key) { this->Key(key.data(), static_cast<rapidjson::SizeType>(key.size())); }
    void text(std::string_view text) {
        this->String(text.data() != nullptr ? text.data() : "", static_cast<rapidjson::SizeType>(text.size()));
    }
    void member(std::string_view name, std::string_view value) {
        key(name);
        text(value);
    }
    void member(std::string_view name, std::int64_t value) {
        key(name);
        this->Int64(value);
    }
};

/// On one line.
using JsonWriter = BasicJsonWriter<rapidjson::Writer<StringStream>>;
/// Indented, for people.
using PrettyJsonWriter = BasicJsonWriter<rapidjson::PrettyWriter<StringStream>>;

}  // namespace attache::core
