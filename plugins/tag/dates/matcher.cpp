// The trie and its walk.
#include "matcher.h"

#include <algorithm>
#include <stdexcept>
#include <tuple>

namespace dates {

/// The path from the root to the node at hand, and the best match so far.
struct Matcher::Walk {
    std::span<const Atom> atoms;
    std::size_t start;
    Match path;
    Match* best;
    bool found = false;
    std::uint32_t best_end = 0;
    std::size_t best_context = 0;
};

std::vector<Matcher::Edge>& Matcher::edges_for(Node& node, const Step& step) {
    return step.is_class ? node.classes : node.words;
}

void Matcher::add(const Sequence& sequence, std::uint32_t rule) {
    std::uint32_t node = 0;
    std::size_t spans = 0;
    for (const Step& step : sequence.steps) {
        spans += step.opens ? 1 : 0;
        std::vector<Edge>& edges = edges_for(nodes_[node], step);
        const auto same = std::find_if(edges.begin(), edges.end(), [&](const Edge& edge) { return edge.step == step; });
        if (same != edges.end()) {
            node = same->target;
            continue;
        }
        const auto next = static_cast<std::uint32_t>(nodes_.size());
        edges.push_back({step, next});
        nodes_.emplace_back();
        node = next;
    }
    if (spans > most_spans) {
        throw std::runtime_error("has more than two annotations");
    }
    nodes_[node].accepts.push_back({rule, sequence.left});
}

void Matcher::finish(std::uint32_t literal_count) {
    for (Node& node : nodes_) {
        std::stable_sort(node.words.begin(), node.words.end(),
                         [](const Edge& a, const Edge& b) { return a.step.symbol < b.step.symbol; });
        for (const Edge& edge : node.classes) {
            node.any_class |= bit_of(static_cast<std::uint8_t>(edge.step.symbol));
        }
    }
    first_literals_.assign(literal_count + 1, 0);
    for (const Edge& edge : nodes_[0].words) {
        first_literals_[edge.step.symbol] = 1;
    }
}

bool Matcher::fits(const Step& step, const Atom& atom) {
    return step.is_class ? (atom.classes & bit_of(static_cast<std::uint8_t>(step.symbol))) != 0
                         : step.symbol == atom.literal();
}

bool Matcher::fits_left(const std::vector<Step>& left, std::span<const Atom> atoms, std::size_t at) {
    if (left.size() > at) {
        return false;
    }
    const std::size_t first = at - left.size();
    for (std::size_t i = 0; i < left.size(); ++i) {
        if (!fits(left[i], atoms[first + i])) {
            return false;
        }
    }
    return true;
}

bool Matcher::match(std::span<const Atom> atoms, std::size_t at, Match& best) const {
    if (!may_begin(atoms[at])) {
        return false;
    }
    Walk walk{atoms, at, {}, &best};
    visit(nodes_[0], at, walk);
    return walk.found;
}

void Matcher::accept(const Node& node, std::size_t at, Walk& walk) const {
    for (const Accept& accept : node.accepts) {
        const std::uint32_t end = walk.path.span[walk.path.spans - 1].last;
        const std::size_t context = at - walk.start + accept.left.size();
        const auto rank = std::make_tuple(end, context, ~accept.rule);
        const bool better = !walk.found || rank > std::make_tuple(walk.best_end, walk.best_context, ~walk.best->rule);
        if (better && fits_left(accept.left, walk.atoms, walk.start)) {
            *walk.best = walk.path;
            walk.best->rule = accept.rule;
            walk.found = true;
            walk.best_end = end;
            walk.best_context = context;
        }
    }
}

void Matcher::visit(const Node& node, std::size_t at, Walk& walk) const {
    accept(node, at, walk);
    if (at == walk.atoms.size()) {
        return;
    }
    const Atom& atom = walk.atoms[at];
    if ((atom.classes & node.any_class) != 0) {
        for (const Edge& edge : node.classes) {
            if ((atom.classes & bit_of(static_cast<std::uint8_t>(edge.step.symbol))) != 0) {
                follow(edge, at, walk);
            }
        }
    }
    if (const std::uint32_t literal = atom.literal(); literal != 0) {
        const auto first =
            std::lower_bound(node.words.begin(), node.words.end(), literal,
                             [](const Edge& edge, std::uint32_t symbol) { return edge.step.symbol < symbol; });
        for (auto edge = first; edge != node.words.end() && edge->step.symbol == literal; ++edge) {
            follow(*edge, at, walk);
        }
    }
}

void Matcher::follow(const Edge& edge, std::size_t at, Walk& walk) const {
    Match& path = walk.path;
    const std::uint32_t spans = path.spans;
    const auto span = path.span;
    const Capture capture = path.captures[edge.step.slot];
    if (edge.step.opens) {
        path.span[path.spans++].first = static_cast<std::uint32_t>(at);
    }
    if (edge.step.closes) {
        path.span[path.spans - 1].last = static_cast<std::uint32_t>(at);
    }
    if (edge.step.slot != 0) {
        path.captures[edge.step.slot] = {static_cast<std::uint32_t>(at), static_cast<std::uint8_t>(edge.step.symbol),
                                         true};
    }
    visit(nodes_[edge.target], at + 1, walk);
    path.spans = spans;
    path.span = span;
    path.captures[edge.step.slot] = capture;
}

}  // namespace dates
