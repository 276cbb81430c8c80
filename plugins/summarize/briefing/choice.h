// Which facts of a collection a briefing tells: those most telling that do not repeat each other, after maximal
// marginal relevance (Carbonell & Goldstein, SIGIR 1998).
#pragma once

#include <cstddef>
#include <vector>

#include "folding/collection.h"
#include "folding/entries.h"

namespace briefing {

class Choice {
public:
    /// `collection` must be finished before the first offer, and outlive this.
    Choice(const timeline::Collection& collection, std::size_t bullets, std::size_t most_sources)
        : collection_(collection), bullets_(bullets), most_sources_(most_sources) {}

    /// Keeps a limited number of entries, those most telling.
    void offer(const timeline::Entry& entry);

    /// The chosen, most telling first. One that tells the same as a better one gives it its sources; one that shares
    /// most of its words with a better one is left out.
    std::vector<timeline::Entry> take();

private:
    struct Fact {
        timeline::Entry entry;
        std::vector<timeline::Term> terms;
        double length = 1;  ///< of its vector
        double relevance = 0;
    };

    double relevance_of(const Fact& fact) const;
    double cosine(const Fact& a, const Fact& b) const;
    bool takes_sources_of(Fact& fact, const Fact& other) const;
    void keep_best(std::size_t most);

    const timeline::Collection& collection_;
    std::size_t bullets_;
    std::size_t most_sources_;
    std::vector<Fact> facts_;
};

}  // namespace briefing
