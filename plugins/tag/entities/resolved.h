// A document's mentions once it is settled what each of them names, and what may join them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "gazetteer.h"
#include "words.h"

namespace entities {

/// A mention as it leaves the plugin. Positions are bytes of the text.
struct Resolved {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    Range words;              ///< without the article that the name may begin with
    std::uint32_t thing = 0;  ///< mentions of one thing have the same number
    Type type = Type::None;
    std::string_view kind;
    std::string id;
    std::string name;
    std::string office;
    std::string_view evidence;
    float confidence = 1;     ///< estimated probability that type and extent are right
    bool kept_apart = false;  ///< a user says that it is no other thing of the document
};

/// True for the number of a thing that the document alone knows; linked ids have a prefix, as in "country:KZ".
inline bool is_local(std::string_view id) {
    return id.find(':') == id.npos;
}

/// A mention of these words, of which nothing more is known yet.
Resolved mention_of(const Words& words, Range range);

/// Puts others among the mentions, in place of those that they overlap. Both are in text order.
void put_among(std::vector<Resolved>& mentions, std::vector<Resolved> others);

/// The things of a document, to which new ones are added.
class Things {
public:
    explicit Things(const std::vector<Resolved>& mentions);

    /// An id that no thing has yet.
    std::string new_id();
    /// Of the thing with this id, a new one if there is none.
    std::uint32_t number_of(const std::string& id);

private:
    std::unordered_map<std::string, std::uint32_t> numbers_;
    std::uint32_t next_number_ = 0;
    unsigned last_id_ = 0;
};

}  // namespace entities
