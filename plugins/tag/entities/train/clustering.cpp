#include "clustering.h"

#include <atomic>
#include <cmath>
#include <thread>

namespace entities::train {

namespace {

/// n log n
double weight(std::uint32_t n) {
    static const std::vector<double> table = [] {
        std::vector<double> values(1U << 16U);
        for (std::size_t i = 1; i < values.size(); ++i) {
            values[i] = static_cast<double>(i) * std::log(static_cast<double>(i));
        }
        return values;
    }();
    return n < table.size() ? table[n] : static_cast<double>(n) * std::log(static_cast<double>(n));
}

/// Splits some words into classes.
class Exchange {
public:
    Exchange(const Neighbourhoods& words, std::span<const std::uint32_t> members, std::uint32_t contexts,
             unsigned classes)
        : words_(words),
          members_(members),
          classes_(classes),
          of_(members.size()),
          pairs_(std::size_t{contexts} * classes),
          sums_(classes) {
        for (std::size_t i = 0; i < members.size(); ++i) {
            of_[i] = static_cast<unsigned>(i % classes);
            count(i, true);
        }
    }

    std::vector<unsigned> run(unsigned rounds) {
        for (unsigned round = 0; round < rounds; ++round) {
            std::size_t moved = 0;
            for (std::size_t i = 0; i < members_.size(); ++i) {
                moved += move(i);
            }
            if (moved == 0) {
                break;
            }
        }
        return of_;
    }

private:
    void count(std::size_t i, bool in) {
        for (const Neighbour& neighbour : words_[members_[i]]) {
            std::uint32_t& pair = pairs_[std::size_t{neighbour.context} * classes_ + of_[i]];
            pair = in ? pair + neighbour.count : pair - neighbour.count;
            sums_[of_[i]] = in ? sums_[of_[i]] + neighbour.count : sums_[of_[i]] - neighbour.count;
        }
    }

    /// Puts a word where the likelihood of the text is highest.
    bool move(std::size_t i) {
        const unsigned old = of_[i];
        count(i, false);
        gains_.assign(classes_, 0.0);
        std::uint32_t sum = 0;
        for (const Neighbour& neighbour : words_[members_[i]]) {
            const std::uint32_t* const row = &pairs_[std::size_t{neighbour.context} * classes_];
            for (unsigned k = 0; k < classes_; ++k) {
                gains_[k] += weight(row[k] + neighbour.count) - weight(row[k]);
            }
            sum += neighbour.count;
        }
        unsigned best = old;
        double most = gains_[old] - (weight(sums_[old] + sum) - weight(sums_[old]));
        for (unsigned k = 0; k < classes_; ++k) {
            const double gain = gains_[k] - (weight(sums_[k] + sum) - weight(sums_[k]));
            if (gain > most) {
                most = gain;
                best = k;
            }
        }
        of_[i] = best;
        count(i, true);
        return best != old;
    }

    const Neighbourhoods& words_;
    std::span<const std::uint32_t> members_;
    unsigned classes_;
    std::vector<unsigned> of_;
    std::vector<std::uint32_t> pairs_;
    std::vector<std::uint32_t> sums_;
    std::vector<double> gains_;
};

}  // namespace

std::vector<Clusters::Path> cluster(const Neighbourhoods& words, std::uint32_t contexts,
                                    const std::array<unsigned, Clusters::grains>& sizes, unsigned rounds) {
    std::vector<Clusters::Path> paths(words.size());
    std::vector<std::vector<std::uint32_t>> parents(1);
    for (std::uint32_t i = 0; i < words.size(); ++i) {
        parents[0].push_back(i);
    }
    for (std::size_t grain = 0; grain < Clusters::grains; ++grain) {
        std::vector<std::vector<std::uint32_t>> children(parents.size() * sizes[grain]);
        const auto split = [&](std::size_t parent) {
            const std::vector<std::uint32_t>& members = parents[parent];
            const std::vector<unsigned> of = Exchange(words, members, contexts, sizes[grain]).run(rounds);
            for (std::size_t i = 0; i < members.size(); ++i) {
                const std::size_t child = parent * sizes[grain] + of[i];
                children[child].push_back(members[i]);
                paths[members[i]][grain] = static_cast<std::uint16_t>(child + 1);
            }
        };
        std::atomic<std::size_t> next = 0;
        std::vector<std::thread> threads;
        for (unsigned t = 0; t < std::thread::hardware_concurrency(); ++t) {
            threads.emplace_back([&] {
                for (std::size_t parent = next++; parent < parents.size(); parent = next++) {
                    split(parent);
                }
            });
        }
        for (std::thread& thread : threads) {
            thread.join();
        }
        parents = std::move(children);
    }
    return paths;
}

}  // namespace entities::train
