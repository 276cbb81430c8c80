#include "reconciling.h"

#include <algorithm>
#include <array>

#include "groups.h"
#include "typing.h"

namespace entities {

namespace {

/// Of those of one name, the type with the most confidence counts.
void agree(std::vector<Mention>& mentions, std::span<const Keyed> same) {
    std::array<float, 5> sums{};  // of confidence, by type
    for (const Keyed& one : same) {
        const Mention& mention = mentions[one.mention];
        sums[static_cast<std::size_t>(mention.type)] += mention.confidence;
    }
    const auto best = static_cast<Type>(std::max_element(sums.begin(), sums.end()) - sums.begin());
    for (const Keyed& one : same) {
        Mention& mention = mentions[one.mention];
        if (best != mention.type) {
            mention.type = best;
            mention.kind = {};
            mention.entry = nullptr;
            mention.office = best == Type::Person ? mention.office : Range{};
            mention.evidence = "repeated";
        }
    }
}

/// The hyphen of "China-Central Asia", the "ad" of "Salah ad Din"
bool joins_names(const Word& word) {
    return (word.key == "-" && word.glued) || (word.is(Particle) && !word.capital);
}

}  // namespace

void agree_on_long_names(const Words& words, std::vector<Mention>& mentions) {
    std::vector<Keyed> long_names;
    for (std::uint32_t i = 0; i < mentions.size(); ++i) {
        if (mentions[i].last - mentions[i].first > 1) {
            long_names.push_back({words.code(mentions[i].first, mentions[i].last), i});
        }
    }
    for_each_group(long_names, [&](std::span<const Keyed> same) { agree(mentions, same); });
}

void split_organs(const Words& words, const Gazetteer& gazetteer, std::vector<Mention>& mentions) {
    for (std::size_t i = 0; i < mentions.size(); ++i) {
        Mention& organ = mentions[i];
        if (organ.type != Type::Organisation || organ.entry != nullptr) {
            continue;
        }
        const Found head = gazetteer.longest(words, organ.first, organ.last);
        std::uint32_t rest = narrow(head.last);
        if (!head || head.entry->type != Type::Organisation || rest + 1 >= organ.last || words[rest].key != "of") {
            continue;
        }
        rest += words[rest + 1].key == "the" ? 2U : 1U;
        const Found whole = rest < organ.last ? gazetteer.longest(words, rest, organ.last) : Found{};
        if (!whole || whole.last != organ.last || whole.entry->type != Type::Organisation) {
            continue;
        }
        Mention of = organ;
        of.first = rest;
        organ.last = narrow(head.last);
        set_known(organ, head);
        set_known(of, whole);
        mentions.insert(mentions.begin() + static_cast<std::ptrdiff_t>(++i), of);
    }
}

void join_names(const Words& words, std::span<const Mention> guesses, std::vector<Mention>& mentions) {
    std::size_t next = 0;
    for (std::size_t i = 0; i + 1 < mentions.size(); ++i) {
        Mention& left = mentions[i];
        Mention& right = mentions[i + 1];
        if (right.first != left.last && !(right.first == left.last + 1 && joins_names(words[left.last]))) {
            continue;
        }
        while (next < guesses.size() && guesses[next].first < left.first) {
            ++next;
        }
        if (next < guesses.size() && guesses[next].first == left.first && guesses[next].last == right.last &&
            guesses[next].support >= Support::Cue) {
            right = guesses[next];
            right.confidence = std::min(left.confidence, right.confidence);
            left.type = Type::None;
        }
    }
    std::erase_if(mentions, [](const Mention& mention) { return mention.type == Type::None; });
}

}  // namespace entities
