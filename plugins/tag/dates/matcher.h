// Matches all patterns at once: a trie over words and word classes, walked from each atom; the longest match wins.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "atoms.h"
#include "pattern.h"

namespace dates {

inline constexpr std::size_t slot_limit = 33;
inline constexpr std::size_t most_spans = 2;

/// An atom kept under a slot's name, and the class by which it matched.
struct Capture {
    std::uint32_t atom = 0;
    std::uint8_t word_class = 0;
    bool set = false;
};

struct Match {
    std::uint32_t rule = 0;
    std::uint32_t spans = 0;
    struct Span {
        std::uint32_t first = 0;  ///< atoms, both inside
        std::uint32_t last = 0;
    };
    std::array<Span, most_spans> span{};
    std::array<Capture, slot_limit> captures{};
};

class Matcher {
public:
    Matcher() : nodes_(1) {}

    /// Adds a way to match a rule. Of two equally long matches the rule with the smaller number wins.
    void add(const Sequence& sequence, std::uint32_t rule);

    /// Builds the table that tells where a match may begin; after the last `add`.
    void finish(std::uint32_t literal_count);

    /// False if no match begins at such an atom; quick.
    bool may_begin(const Atom& atom) const {
        return (atom.classes & nodes_[0].any_class) != 0 || first_literals_[atom.literal()] != 0;
    }

    /// The best match whose first annotation begins at atom `at`; false if there is none. Looks at the given atoms
    /// only.
    bool match(std::span<const Atom> atoms, std::size_t at, Match& best) const;

private:
    struct Edge {
        Step step;
        std::uint32_t target = 0;
    };
    struct Accept {
        std::uint32_t rule = 0;
        std::vector<Step> left;
    };
    struct Node {
        std::vector<Edge> words;  ///< by literal, sorted by `finish`
        std::vector<Edge> classes;
        ClassSet any_class = 0;  ///< of the edges in `classes`
        std::vector<Accept> accepts;
    };
    struct Walk;

    static std::vector<Edge>& edges_for(Node& node, const Step& step);
    static bool fits(const Step& step, const Atom& atom);
    static bool fits_left(const std::vector<Step>& left, std::span<const Atom> atoms, std::size_t at);
    void accept(const Node& node, std::size_t at, Walk& walk) const;
    void visit(const Node& node, std::size_t at, Walk& walk) const;
    void follow(const Edge& edge, std::size_t at, Walk& walk) const;

    std::vector<Node> nodes_;
    std::vector<std::uint8_t> first_literals_;  ///< flags
};

}  // namespace dates
