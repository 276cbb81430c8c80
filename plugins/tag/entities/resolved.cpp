#include "resolved.h"

#include <algorithm>
#include <charconv>
#include <iterator>

namespace entities {

Resolved mention_of(const Words& words, Range range) {
    Resolved mention;
    mention.words = range;
    mention.begin = words[range.begin].begin;
    mention.end = words[range.end - 1].end;
    return mention;
}

void put_among(std::vector<Resolved>& mentions, std::vector<Resolved> others) {
    std::vector<Resolved> all;
    all.reserve(mentions.size() + others.size());
    auto next = mentions.begin();
    for (Resolved& other : others) {
        for (; next != mentions.end() && next->words.begin < other.words.end; ++next) {
            const bool before = next->words.end <= other.words.begin;
            if (before) {
                all.push_back(std::move(*next));
            }
        }
        all.push_back(std::move(other));
    }
    std::move(next, mentions.end(), std::back_inserter(all));
    mentions = std::move(all);
}

Things::Things(const std::vector<Resolved>& mentions) {
    for (const Resolved& mention : mentions) {
        numbers_.emplace(mention.id, mention.thing);
        next_number_ = std::max(next_number_, mention.thing + 1);
        if (is_local(mention.id) && !mention.id.empty()) {
            unsigned number = 0;
            std::from_chars(mention.id.data() + 1, mention.id.data() + mention.id.size(), number);
            last_id_ = std::max(last_id_, number);
        }
    }
}

std::string Things::new_id() {
    std::string id = std::to_string(++last_id_);
    id.insert(id.begin(), 'e');
    return id;
}

std::uint32_t Things::number_of(const std::string& id) {
    const auto [known, added] = numbers_.emplace(id, next_number_);
    next_number_ += added ? 1U : 0U;
    return known->second;
}

}  // namespace entities
