// id and text are taken to the letter; a publication date only if it is ISO 8601; all else becomes a field.
#include "record.h"

#include <attache/plugin.hpp>
#include <set>

#include "../article/published_date.h"
#include "members.h"

namespace ingest_jsonl {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::size_t most_members_named = 8;
constexpr std::size_t longest_value_quoted = 60;

std::string quoted(const std::string& text) {
    return "\"" + text + "\"";
}

std::string what_was_found(const Member& member) {
    const std::string value = member.kind == Kind::Text ? quoted(member.value) : member.value;
    const bool short_enough = value.size() <= longest_value_quoted;
    return short_enough ? value : std::string(name_of(member.kind)) + " of " + std::to_string(value.size()) + " bytes";
}

std::string known_members(const std::set<std::string>& keys) {
    std::string names;
    std::size_t count = 0;
    for (const std::string& key : keys) {
        if (++count > most_members_named) {
            return names + ", …";
        }
        names += (names.empty() ? "" : ", ") + quoted(key);
    }
    return names.empty() ? "the object is empty" : "the object has " + names;
}

void require_kind(const Member& member, bool fits, std::string_view wanted, std::string_view line) {
    if (!fits) {
        throw attache::Error(column(line, member.offset) + ": " + quoted(member.key) + " is " +
                             std::string(name_of(member.kind)) + "; it has to be " + std::string(wanted));
    }
}

void take_id(Member& member, std::string_view line, Record& record) {
    const bool fits = member.kind == Kind::Text || member.kind == Kind::Number || member.kind == Kind::Nothing;
    require_kind(member, fits, "a string or a number", line);
    if (member.value.empty()) {
        record.remarks.push_back("\"id\" is empty: the document is known by where it was found");
    } else if (member.kind != Kind::Nothing) {
        record.id = std::move(member.value);
    }
}

void take_published(Member& member, Record& record) {
    if (member.kind == Kind::Nothing || member.value.empty()) {
        return;
    }
    if ((member.kind == Kind::Text || member.kind == Kind::Number) && ingest::is_iso_date(member.value)) {
        record.fields.emplace_back("published", std::move(member.value));
        return;
    }
    record.remarks.push_back("\"published\" is " + what_was_found(member) +
                             ", which is not ISO 8601 (\"2024\", \"2024-05\", \"2024-05-20\" or "
                             "\"2024-05-20T09:30:00Z\"): the document is taken as undated");
}

void take_field(Member& member, Record& record) {
    if (member.key.empty()) {
        record.remarks.push_back("a member has an empty name: it is left out");
    } else if (member.kind != Kind::Nothing) {
        record.fields.emplace_back(std::move(member.key), std::move(member.value));
    }
}

bool has_field(const Record& record, std::string_view key) {
    for (const auto& field : record.fields) {
        if (field.first == key) {
            return true;
        }
    }
    return false;
}

}  // namespace

Record read_record(std::string_view line) {
    if (line.starts_with(byte_order_mark)) {
        line.remove_prefix(byte_order_mark.size());
    }
    Record record;
    std::set<std::string> keys;
    for (Member& member : read_members(line)) {
        if (!keys.insert(member.key).second) {
            if (member.key == "id" || member.key == "text") {
                throw attache::Error(column(line, member.offset) + ": a second " + quoted(member.key) +
                                     " ends here; which one counts cannot be told");
            }
            record.remarks.push_back("a second " + quoted(member.key) + " is left out");
        } else if (member.key == "id") {
            take_id(member, line, record);
        } else if (member.key == "text") {
            require_kind(member, member.kind == Kind::Text, "a string", line);
            record.text = std::move(member.value);
        } else if (member.key == "published") {
            take_published(member, record);
        } else {
            take_field(member, record);
        }
    }
    if (!keys.contains("text")) {
        throw attache::Error("there is no \"text\": " + known_members(keys));
    }
    if (has_field(record, "published") && !has_field(record, "published_from")) {
        record.fields.emplace_back("published_from", "metadata");
    }
    return record;
}

}  // namespace ingest_jsonl
