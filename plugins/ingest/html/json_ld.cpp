// An article may stand alone, in a list, or under "@graph"; the first one counts.
#include "json_ld.h"

#include <rapidjson/document.h>

#include <attache/utf8.hpp>
#include <vector>

namespace ingest_html {
namespace {

using Value = rapidjson::Value;
constexpr std::size_t most_names = 16;

const Value* member(const Value& object, const char* name) {
    const auto found = object.FindMember(name);
    return found == object.MemberEnd() ? nullptr : &found->value;
}

std::string_view text_of(const Value& value) {
    return {value.GetString(), value.GetStringLength()};
}

bool is_article_type(std::string_view type) {
    return type.ends_with("Article") || type.ends_with("BlogPosting") || type.ends_with("Report") ||
           type.ends_with("PressRelease");
}

bool is_article(const Value& object) {
    const Value* type = member(object, "@type");
    if (type == nullptr) {
        return false;
    }
    if (type->IsArray()) {
        for (const Value& each : type->GetArray()) {
            if (each.IsString() && is_article_type(text_of(each))) {
                return true;
            }
        }
    }
    return type->IsString() && is_article_type(text_of(*type));
}

const Value* find_article(const Value& root) {
    std::vector<const Value*> open = {&root};
    while (!open.empty()) {
        const Value& value = *open.back();
        open.pop_back();
        if (value.IsArray()) {
            for (auto each = value.End(); each != value.Begin();) {
                open.push_back(--each);
            }
        } else if (value.IsObject()) {
            if (is_article(value)) {
                return &value;
            }
            const Value* graph = member(value, "@graph");
            const Value* main = member(value, "mainEntity");
            if (main != nullptr) {
                open.push_back(main);
            }
            if (graph != nullptr) {
                open.push_back(graph);
            }
        }
    }
    return nullptr;
}

/// A text, or the "name" of an object.
std::string name_in(const Value& value) {
    const Value* name = value.IsObject() ? member(value, "name") : &value;
    return name != nullptr && name->IsString() ? std::string(text_of(*name)) : "";
}

std::string names_in(const Value& value) {
    if (!value.IsArray()) {
        return name_in(value);
    }
    std::string names;
    for (rapidjson::SizeType i = 0; i < value.Size() && i < most_names; ++i) {
        const std::string name = name_in(value[i]);
        names += (names.empty() || name.empty() ? "" : ", ") + name;
    }
    return names;
}

}  // namespace

std::map<std::string, std::string> read_json_ld(const std::string& script) {
    rapidjson::Document document;
    document.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(script.data(),
                                                                                           script.size());
    std::map<std::string, std::string> properties;
    const Value* article = document.HasParseError() ? nullptr : find_article(document);
    if (article == nullptr) {
        return properties;
    }
    for (const char* name : {"headline", "datePublished", "dateModified", "author", "publisher", "description", "url",
                             "articleSection", "inLanguage"}) {
        const Value* value = member(*article, name);
        const std::string text = value == nullptr ? "" : names_in(*value);
        // An escape may be half a surrogate pair.
        if (!text.empty() && attache::utf8::valid(text)) {
            properties.emplace(name, text);
        }
    }
    return properties;
}

}  // namespace ingest_html
