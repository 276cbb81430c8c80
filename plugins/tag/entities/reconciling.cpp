#include "reconciling.h"

#include <algorithm>
#include <array>
#include <utility>

#include "typing.h"

namespace entities {

namespace {

using Sums = std::array<float, 5>;  // of confidence, by type

void agree(Mention& mention, const Sums& sums) {
    const auto best = static_cast<Type>(std::max_element(sums.begin(), sums.end()) - sums.begin());
    if (best != mention.type) {
        mention.type = best;
        mention.kind = {};
        mention.entry = nullptr;
        mention.office = best == Type::Person ? mention.office : Range{};
        mention.evidence = "repeated";
    }
}

}  // namespace

void agree_on_long_names(const Words& words, std::vector<Mention>& mentions) {
    std::vector<std::pair<Hash, std::uint32_t>> long_names;  // their texts and numbers
    for (std::uint32_t i = 0; i < mentions.size(); ++i) {
        if (mentions[i].last - mentions[i].first > 1) {
            long_names.emplace_back(words.code(mentions[i].first, mentions[i].last), i);
        }
    }
    std::sort(long_names.begin(), long_names.end());
    for (std::size_t begin = 0, end = 0; begin < long_names.size(); begin = end) {
        Sums sums{};
        for (end = begin; end < long_names.size() && long_names[end].first == long_names[begin].first; ++end) {
            const Mention& mention = mentions[long_names[end].second];
            sums[static_cast<std::size_t>(mention.type)] += mention.confidence;
        }
        for (std::size_t i = begin; i < end; ++i) {
            agree(mentions[long_names[i].second], sums);
        }
    }
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
        const bool hyphen = right.first == left.last + 1 && words[left.last].key == "-" && words[left.last].glued;
        if (!(right.first == left.last || hyphen)) {
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
