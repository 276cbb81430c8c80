// Goes over a document's mentions once for every line that a user wrote; these are few.
#include "user_names.h"

#include <string>
#include <unordered_map>

namespace entities {

namespace {

class UserNames {
public:
    UserNames(const Words& words, std::vector<Resolved>& mentions) : words_(words), mentions_(mentions) {}

    void add(const Gazetteer& additions) {
        Things things(mentions_);
        std::unordered_map<std::string, std::string> local_ids;  // by name, of those added without an id
        std::vector<Resolved> added;
        for (const Sentence& sentence : words_.sentences()) {
            for (std::uint32_t at = sentence.words.begin; at < sentence.words.end; ++at) {
                const Found found = additions.longest(words_, at, sentence.words.end);
                if (!found) {
                    continue;
                }
                Resolved& mention = added.emplace_back(mention_of(words_, {at, narrow(found.last)}));
                describe(mention, *found.entry);
                if (mention.id.empty()) {
                    std::string& id = local_ids[mention.name];
                    id = id.empty() ? things.new_id() : id;
                    mention.id = id;
                }
                mention.thing = things.number_of(mention.id);
                at = mention.words.end - 1;
            }
        }
        put_among(mentions_, std::move(added));
    }

    void merge(const NamePair& pair) {
        const Resolved* const one = named(pair.one);
        const Resolved* const other = named(pair.other);
        if (one == nullptr || other == nullptr || one->id == other->id) {
            return;
        }
        const bool other_is_known = is_local(one->id) && !is_local(other->id);
        const Resolved kept = other_is_known ? *other : *one;
        const std::string lost = other_is_known ? one->id : other->id;
        for (Resolved& mention : mentions_) {
            if (mention.id == lost) {
                become(mention, kept);
            }
        }
    }

    void keep_apart(const NamePair& pair) {
        Things things(mentions_);
        std::unordered_map<std::string, std::string> new_ids;  // by the id of the thing that is split
        for (const Resolved& mention : mentions_) {
            if (text_of(mention) == pair.one) {
                new_ids.emplace(mention.id, std::string());
            }
        }
        for (Resolved& mention : mentions_) {
            const auto split = new_ids.find(mention.id);
            if (split == new_ids.end() || text_of(mention) != pair.other) {
                continue;
            }
            split->second = split->second.empty() ? things.new_id() : split->second;
            mention.id = split->second;
            mention.thing = things.number_of(mention.id);
            mention.name = pair.other;
            mention.office.clear();
            mention.evidence = "kept apart";
            mention.kept_apart = true;
        }
    }

private:
    std::string text_of(const Resolved& mention) const { return words_.name(mention.words.begin, mention.words.end); }

    static void describe(Resolved& mention, const Entry& entry) {
        mention.type = entry.type;
        mention.kind = entry.kind;
        mention.id = entry.id;
        mention.name = entry.name;
        mention.evidence = "added";
    }

    /// The first mention of the name, or of a thing of that name; null if there is none.
    const Resolved* named(const std::string& name) const {
        for (const Resolved& mention : mentions_) {
            if (mention.name == name || text_of(mention) == name) {
                return &mention;
            }
        }
        return nullptr;
    }

    static void become(Resolved& mention, const Resolved& other) {
        const Range words = mention.words;
        const std::uint32_t begin = mention.begin;
        const std::uint32_t end = mention.end;
        mention = other;
        mention.words = words;
        mention.begin = begin;
        mention.end = end;
        mention.evidence = "merged";
    }

    const Words& words_;
    std::vector<Resolved>& mentions_;
};

}  // namespace

void take_user_names(const Words& words, const Facts& facts, std::vector<Resolved>& mentions) {
    UserNames names(words, mentions);
    if (facts.has_additions()) {
        names.add(facts.additions());
    }
    for (const NamePair& pair : facts.merges()) {
        names.merge(pair);
    }
    for (const NamePair& pair : facts.never_merges()) {
        names.keep_apart(pair);
    }
}

}  // namespace entities
