// The members of a JSON object, in order, each as text: what JSON Lines records are made of.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ingest_jsonl {

enum class Kind { Text, Number, Flag, Nothing, Array, Object };

/// "a string", "null" … as error messages name a kind.
std::string_view name_of(Kind kind);

struct Member {
    std::string key;
    Kind kind = Kind::Nothing;
    std::string value;       ///< a string's content; anything else as it is written
    std::size_t offset = 0;  ///< where the value ends in the line
};

/// Reads a line that holds one JSON object. Throws attache::Error, with the column, if it holds anything else.
std::vector<Member> read_members(std::string_view line);

/// "column 17", counted from 1 in code points as an editor does; the bytes before `offset` have to be valid UTF-8.
std::string column(std::string_view line, std::size_t offset);

}  // namespace ingest_jsonl
