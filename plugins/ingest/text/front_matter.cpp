// The part of YAML that people write by hand at the head of an article.
#include "front_matter.h"

#include <algorithm>

#include "../article/words.h"

namespace ingest_text {
namespace {

bool is_key(std::string_view text) {
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    };
    return !text.empty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), fits);
}

std::string field_name(std::string_view key) {
    std::string name(key);
    for (char& c : name) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c == '-' ? '_' : c;
    }
    return name;
}

char unescaped(char c) {
    return c == 'n' ? '\n' : c == 't' ? '\t' : c;
}

/// The value without quotes and, if it is not quoted, without a comment.
std::string plain_value(std::string_view value) {
    value = ingest::trim(value);
    if (value.empty() || (value.front() != '"' && value.front() != '\'')) {
        return std::string(ingest::trim(value.substr(0, value.find(" #"))));
    }
    const char quote = value.front();
    std::string result;
    for (std::size_t i = 1; i < value.size(); ++i) {
        const bool more = i + 1 < value.size();
        if (quote == '"' && value[i] == '\\' && more) {
            result += unescaped(value[++i]);
        } else if (quote == '\'' && value[i] == '\'' && more && value[i + 1] == '\'') {
            result += value[++i];
        } else if (value[i] == quote) {
            break;
        } else {
            result += value[i];
        }
    }
    return result;
}

void append(std::string& value, std::string_view separator, std::string_view more) {
    value += value.empty() ? "" : std::string(separator);
    value += plain_value(more);
}

/// False if the line cannot stand in front matter.
bool take_line(std::string_view line, std::vector<FrontMatter::Entry>& entries) {
    const std::string_view content = ingest::trim(line);
    if (content.empty() || content.starts_with('#')) {
        return true;
    }
    if (content.starts_with("- ") && !entries.empty()) {
        append(entries.back().value, ", ", content.substr(2));
        return true;
    }
    if (line.front() == ' ' || line.front() == '\t') {
        if (!entries.empty()) {
            append(entries.back().value, " ", content);
        }
        return !entries.empty();
    }
    const std::size_t colon = content.find(':');
    if (colon == content.npos || !is_key(content.substr(0, colon)) ||
        (colon + 1 < content.size() && content[colon + 1] != ' ' && content[colon + 1] != '\t')) {
        return false;
    }
    const std::string_view value = ingest::trim(content.substr(colon + 1));
    const bool block = value == "|" || value == ">" || value == "|-" || value == ">-";
    entries.push_back({field_name(content.substr(0, colon)), block ? "" : plain_value(value)});
    return true;
}

}  // namespace

FrontMatter read_front_matter(std::string_view text) {
    FrontMatter result;
    std::size_t at = text.find_first_not_of('\n');
    if (at == text.npos || ingest::trim(ingest::first_line(text.substr(at))) != "---") {
        return result;
    }
    std::vector<FrontMatter::Entry> entries;
    for (std::size_t newline = text.find('\n', at); newline != text.npos; newline = text.find('\n', at)) {
        at = newline + 1;
        const std::string_view line = ingest::first_line(text.substr(at));
        if (ingest::trim(line) == "---" || ingest::trim(line) == "...") {
            result.entries = std::move(entries);
            result.size = std::min(at + line.size() + 1, text.size());
            return result;
        }
        if (!take_line(line, entries)) {
            const auto number = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n') + 1;
            result.remark = "the file begins with \"---\", but line " + std::to_string(number) +
                            " is not \"key: value\": all of it is taken as text";
            return result;
        }
    }
    result.remark =
        "the file begins with \"---\", but no second \"---\" ends the front matter: all of it is taken as text";
    return result;
}

}  // namespace ingest_text
