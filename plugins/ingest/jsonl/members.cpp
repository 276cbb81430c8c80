// RapidJSON reads in its iterative mode, so that depth of nesting costs heap and not stack.
#include "members.h"

#include <rapidjson/error/en.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <array>
#include <attache/json.hpp>
#include <attache/plugin.hpp>
#include <attache/utf8.hpp>
#include <cstring>

#include "../article/refusals.h"

namespace ingest_jsonl {
namespace {

/// Strings are decoded where they stand, in a copy of the line. A type of its own, as RapidJSON reads from a copy of
/// those that it knows, which would not tell the handler where it is.
class Stream : public rapidjson::InsituStringStream {
public:
    explicit Stream(std::string& line) : rapidjson::InsituStringStream(line.data()), end_(line.data() + line.size()) {}

    /// Takes all characters of a string up to an escape or its end.
    void take_plain() {
        const std::size_t size = attache::json::plain_prefix({src_, static_cast<std::size_t>(end_ - src_)});
        if (dst_ != src_) {
            std::memmove(dst_, src_, size);
        }
        src_ += size;
        dst_ += size;
    }

private:
    const char* end_;
};

/// UTF-8 that has been checked: when RapidJSON asks for a character to be checked and taken, many can be.
struct CheckedUtf8 : rapidjson::UTF8<> {
    template <class Output>  // the line itself
    static bool Validate(Stream& line, Output&) {
        line.take_plain();
        return true;
    }
};

/// Collects the members of the outermost object; of nested values only where they begin and end.
class Collector : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Collector> {
public:
    Collector(std::string_view line, Stream& stream, std::vector<Member>& members)
        : line_(line), stream_(stream), members_(members) {}

    bool Null() { return scalar(Kind::Nothing, "null"); }
    bool Bool(bool value) { return scalar(Kind::Flag, value ? "true" : "false"); }
    bool RawNumber(const char*, rapidjson::SizeType size, bool) {
        return scalar(Kind::Number, line_.substr(stream_.Tell() - size, size));  // RapidJSON's own pointer is past it
    }
    bool String(const char* text, rapidjson::SizeType size, bool) {
        refuse_lone_surrogate({text, size});
        return scalar(Kind::Text, {text, size});
    }
    bool Key(const char* text, rapidjson::SizeType size, bool) {
        refuse_lone_surrogate({text, size});
        if (depth_ == 1) {
            key_.assign(text, size);
        }
        return true;
    }
    bool StartObject() { return open(Kind::Object); }
    bool EndObject(rapidjson::SizeType) { return close(Kind::Object); }
    bool StartArray() { return open(Kind::Array); }
    bool EndArray(rapidjson::SizeType) { return close(Kind::Array); }

private:
    bool scalar(Kind kind, std::string_view value) {
        if (depth_ == 0) {
            refuse_root(kind);
        }
        if (depth_ == 1) {
            members_.push_back({key_, kind, std::string(value), stream_.Tell()});
        }
        return true;
    }

    bool open(Kind kind) {
        if (depth_ == 0 && kind != Kind::Object) {
            refuse_root(kind);
        }
        if (depth_ == 1) {
            nested_ = stream_.Tell();  // in iterative mode brackets are taken after the call
        }
        ++depth_;
        return true;
    }

    bool close(Kind kind) {
        --depth_;
        if (depth_ == 1) {
            const std::size_t end = stream_.Tell() + 1;
            members_.push_back({key_, kind, std::string(line_.substr(nested_, end - nested_)), end});
        }
        return true;
    }

    void refuse_root(Kind kind) const {
        throw attache::Error("the line holds " + std::string(name_of(kind)) +
                             "; it has to be a JSON object such as {\"id\": \"1\", \"text\": \"…\"}");
    }

    /// RapidJSON lets a low surrogate pass that no high one precedes.
    void refuse_lone_surrogate(std::string_view text) const {
        if (!attache::utf8::valid(text)) {
            throw attache::Error(column(line_, stream_.Tell()) +
                                 ": the string that ends here has an escape that is half a surrogate pair (\\uD800 to "
                                 "\\uDFFF), which is no character");
        }
    }

    std::string_view line_;
    Stream& stream_;
    std::vector<Member>& members_;
    std::string key_;
    std::size_t depth_ = 0;
    std::size_t nested_ = 0;
};

}  // namespace

std::string_view name_of(Kind kind) {
    constexpr std::array<std::string_view, 6> names = {"a string", "a number", "true or false",
                                                       "null",     "an array", "an object"};
    return names.at(static_cast<std::size_t>(kind));
}

std::string column(std::string_view line, std::size_t offset) {
    return "column " + std::to_string(attache::utf8::count(line.substr(0, offset)) + 1);
}

std::vector<Member> read_members(std::string_view line) {
    if (const std::size_t at = attache::utf8::valid_prefix(line); at != line.size()) {
        throw attache::Error(ingest::invalid_utf8(line, at, column(line, at)));
    }
    std::vector<Member> members;
    std::string decoded(line);
    Stream stream(decoded);
    Collector collector(line, stream, members);
    rapidjson::GenericReader<CheckedUtf8, CheckedUtf8> reader;
    constexpr unsigned flags = rapidjson::kParseIterativeFlag | rapidjson::kParseNumbersAsStringsFlag |
                               rapidjson::kParseInsituFlag | rapidjson::kParseValidateEncodingFlag;
    const rapidjson::ParseResult result = reader.Parse<flags>(stream, collector);
    if (result.IsError()) {
        const std::size_t at = std::min(result.Offset(), line.size());
        throw attache::Error(column(line, at) + ": not JSON: " + rapidjson::GetParseError_En(result.Code()));
    }
    // To RapidJSON a zero byte is the end.
    if (stream.Tell() < line.size()) {
        throw attache::Error(column(line, stream.Tell()) + ": not JSON: a zero byte follows the object");
    }
    return members;
}

}  // namespace ingest_jsonl
