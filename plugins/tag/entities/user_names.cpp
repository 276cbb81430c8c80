// Goes over a document's mentions once for every line that a user wrote; these are few.
#include "user_names.h"

#include <charconv>
#include <unordered_map>

namespace entities {

namespace {

std::string text_of(const LinkContext& context, const Linked& mention) {
    return context.words.name(mention.words.begin, mention.words.end);
}

/// A number for one more thing of the document.
std::string next_id(const std::vector<Linked>& mentions) {
    unsigned last = 0;
    for (const Linked& mention : mentions) {
        unsigned number = 0;
        if (is_local(mention.id) && mention.id.size() > 1) {
            std::from_chars(mention.id.data() + 1, mention.id.data() + mention.id.size(), number);
        }
        last = std::max(last, number);
    }
    std::string id = std::to_string(last + 1);
    id.insert(id.begin(), 'e');
    return id;
}

Linked added(const LinkContext& context, const Entry& entry, Range words) {
    Linked mention;
    mention.words = words;
    mention.begin = context.words[words.begin].begin;
    mention.end = context.words[words.end - 1].end;
    mention.type = entry.type;
    mention.kind = entry.kind;
    mention.id = entry.id;
    mention.name = entry.name;
    mention.evidence = "added";
    return mention;
}

bool is_named(const LinkContext& context, const Linked& mention, const std::string& name) {
    return mention.name == name || text_of(context, mention) == name;
}

void become(Linked& mention, const Linked& other) {
    const Range words = mention.words;
    const std::uint32_t begin = mention.begin;
    const std::uint32_t end = mention.end;
    mention = other;
    mention.words = words;
    mention.begin = begin;
    mention.end = end;
    mention.evidence = "merged";
}

void merge(const NamePair& pair, LinkContext& context) {
    const Linked* one = nullptr;
    const Linked* other = nullptr;
    for (const Linked& mention : context.mentions) {
        one = one == nullptr && is_named(context, mention, pair.one) ? &mention : one;
        other = other == nullptr && is_named(context, mention, pair.other) ? &mention : other;
    }
    if (one == nullptr || other == nullptr || one->id == other->id) {
        return;
    }
    const bool other_is_known = is_local(one->id) && !is_local(other->id);
    const Linked kept = other_is_known ? *other : *one;
    const std::string lost = other_is_known ? one->id : other->id;
    for (Linked& mention : context.mentions) {
        if (mention.id == lost) {
            become(mention, kept);
        }
    }
}

void keep_apart(const NamePair& pair, LinkContext& context) {
    std::unordered_map<std::string, std::string> new_ids;  // by the id of the thing that is split
    for (const Linked& mention : context.mentions) {
        if (text_of(context, mention) == pair.one) {
            new_ids.emplace(mention.id, std::string());
        }
    }
    for (Linked& mention : context.mentions) {
        const auto split = new_ids.find(mention.id);
        if (split == new_ids.end() || text_of(context, mention) != pair.other) {
            continue;
        }
        if (split->second.empty()) {
            split->second = next_id(context.mentions);
        }
        mention.id = split->second;
        mention.name = pair.other;
        mention.office.clear();
        mention.evidence = "kept apart";
        mention.kept_apart = true;
    }
}

}  // namespace

void add_names(const Facts& facts, LinkContext& context) {
    if (!facts.has_additions()) {
        return;
    }
    std::vector<Linked>& mentions = context.mentions;
    std::unordered_map<std::string, std::string> local_ids;  // by name, of those added without an id
    for (const Sentence& sentence : context.words.sentences()) {
        for (std::uint32_t at = sentence.words.begin; at < sentence.words.end; ++at) {
            const Found found = facts.additions().longest(context.words, at, sentence.words.end);
            if (!found) {
                continue;
            }
            const Range words{at, static_cast<std::uint32_t>(found.last)};
            std::erase_if(mentions, [&](const Linked& mention) {
                return mention.words.begin < words.end && words.begin < mention.words.end;
            });
            Linked mention = added(context, *found.entry, words);
            if (mention.id.empty()) {
                mention.id = local_ids.emplace(mention.name, next_id(mentions)).first->second;
            }
            const auto after = std::partition_point(
                mentions.begin(), mentions.end(), [&](const Linked& other) { return other.words.begin < words.begin; });
            mentions.insert(after, std::move(mention));
            at = words.end - 1;
        }
    }
}

void merge_names(const Facts& facts, LinkContext& context) {
    for (const NamePair& pair : facts.merges()) {
        merge(pair, context);
    }
}

void keep_names_apart(const Facts& facts, LinkContext& context) {
    for (const NamePair& pair : facts.never_merges()) {
        keep_apart(pair, context);
    }
}

}  // namespace entities
