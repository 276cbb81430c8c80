#include "vocabulary.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <string>
#include <unordered_map>

#include "../letters.h"
#include "clustering.h"
#include "corpus.h"

namespace entities::train {

namespace {

constexpr std::uint32_t edge = UINT32_MAX;

/// Numbers of the words of all texts, sentence by sentence; `edge` between sentences.
class Counter {
public:
    void add(const Words& words) {
        for (const Sentence& sentence : words.sentences()) {
            stream_.push_back(edge);
            for (std::uint32_t i = sentence.words.begin; i < sentence.words.end; ++i) {
                const std::uint32_t word = number_of(words[i].key);
                stream_.push_back(word);
                inside_[word] += !words[i].first && sentence.casing == Casing::Normal;
            }
        }
        stream_.push_back(edge);
    }

    /// The words that occur most, the most frequent first.
    std::vector<std::uint32_t> most_frequent(std::size_t most, std::uint32_t least) const {
        std::vector<std::uint32_t> order;
        for (std::uint32_t i = 0; i < counts_.size(); ++i) {
            if (counts_[i] >= least) {
                order.push_back(i);
            }
        }
        std::stable_sort(order.begin(), order.end(),
                         [&](std::uint32_t a, std::uint32_t b) { return counts_[a] > counts_[b]; });
        order.resize(std::min(order.size(), most));
        return order;
    }

    /// Of words numbered anew, by `order`; only the first `contexts` of them count as neighbours.
    Neighbourhoods neighbourhoods(const std::vector<std::uint32_t>& order, std::uint32_t contexts) const {
        std::vector<std::uint32_t> rank(counts_.size(), edge);
        for (std::uint32_t i = 0; i < order.size(); ++i) {
            rank[order[i]] = i;
        }
        std::vector<std::unordered_map<std::uint32_t, std::uint32_t>> found(order.size());
        for (std::size_t i = 1; i + 1 < stream_.size(); ++i) {
            if (stream_[i] == edge || rank[stream_[i]] == edge) {
                continue;
            }
            auto& mine = found[rank[stream_[i]]];
            ++mine[context_of(stream_[i - 1], rank, contexts)];
            ++mine[context_of(stream_[i + 1], rank, contexts) + contexts + 2];
        }
        Neighbourhoods all(order.size());
        for (std::size_t i = 0; i < found.size(); ++i) {
            for (const auto& [context, count] : found[i]) {
                all[i].push_back({context, count});
            }
            std::sort(all[i].begin(), all[i].end(),
                      [](const Neighbour& a, const Neighbour& b) { return a.context < b.context; });
        }
        return all;
    }

    const std::string& text(std::uint32_t word) const { return *texts_[word]; }

    /// How often the word has its capital inside sentences, among all its places there: 1 (never) to 8.
    std::uint8_t capitals(std::uint32_t word) const {
        const std::string lower = lower_case(text(word));
        const auto small = numbers_.find(lower);
        const double capital = lower == text(word) ? 0 : inside_[word];
        const double plain = small == numbers_.end() ? 0 : inside_[small->second];
        return static_cast<std::uint8_t>(1 + std::lround(7 * (capital + 0.1) / (capital + plain + 0.2)));
    }

private:
    std::uint32_t number_of(std::string_view key) {
        std::string plain(key);
        for (char& c : plain) {
            c = c >= '0' && c <= '9' ? '0' : c;
        }
        const auto [found, is_new] = numbers_.emplace(std::move(plain), static_cast<std::uint32_t>(counts_.size()));
        if (is_new) {
            counts_.push_back(0);
            inside_.push_back(0);
            texts_.push_back(&found->first);
        }
        ++counts_[found->second];
        return found->second;
    }

    static std::uint32_t context_of(std::uint32_t word, const std::vector<std::uint32_t>& rank,
                                    std::uint32_t contexts) {
        return word == edge ? contexts : std::min(rank[word], contexts + 1);
    }

    std::unordered_map<std::string, std::uint32_t> numbers_;
    std::vector<const std::string*> texts_;
    std::vector<std::uint32_t> counts_;
    std::vector<std::uint32_t> inside_;
    std::vector<std::uint32_t> stream_;
};

}  // namespace

std::vector<Clusters::Slot> read_vocabulary(const Recipe& recipe, const std::filesystem::path& data,
                                            const HeldOut& left_out, const sentences::Language& language,
                                            const Lexicon& lexicon) {
    if (recipe.texts.empty()) {
        return {};
    }
    Counter counter;
    Forms forms(lexicon, {});
    for (const Texts& texts : recipe.texts) {
        for_each_document(data / texts.file, [&](std::string_view id, std::string_view text, std::string_view) {
            if (!left_out.contains(id)) {
                counter.add(*cut(text, language, forms));
            }
        });
    }
    constexpr std::uint32_t least = 3;
    constexpr std::uint32_t contexts = 10'000;
    const std::vector<std::uint32_t> order = counter.most_frequent(recipe.cluster_words, least);
    const std::vector<Clusters::Path> paths =
        cluster(counter.neighbourhoods(order, contexts), 2 * (contexts + 2), {32, 8, 8}, recipe.cluster_rounds);
    std::vector<Clusters::Slot> slots(std::bit_ceil(2 * order.size()));
    for (std::size_t i = 0; i < order.size(); ++i) {
        const std::uint32_t code = Clusters::code_of(counter.text(order[i]));
        std::size_t at = code & (slots.size() - 1);
        while (slots[at].code != 0 && slots[at].code != code) {
            at = (at + 1) & (slots.size() - 1);
        }
        if (slots[at].code == 0) {
            slots[at] = {code, paths[i], counter.capitals(order[i]), 0};
        }
    }
    return slots;
}

}  // namespace entities::train
