// Names and letters of the formulas are those of the paper.
#include "term_scores.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace summarize {
namespace {

/// 3 in the paper, for whole documents; in short news what stands in the first sentence alone would then always win.
constexpr double first_position = 4;

struct Term {
    double frequency = 0;                  // TF
    double capitalised = 0;                // TF(U)
    std::vector<std::uint32_t> sentences;  // in which it stands, each once
    std::vector<std::uint32_t> left;       // terms next to it
    std::vector<std::uint32_t> right;
};

/// DL, DR: of the neighbours on one side, how many are different.
double dispersion(std::vector<std::uint32_t>& neighbours) {
    if (neighbours.empty()) {
        return 0;
    }
    const auto all = static_cast<double>(neighbours.size());
    std::sort(neighbours.begin(), neighbours.end());
    const auto end = std::unique(neighbours.begin(), neighbours.end());
    return static_cast<double>(end - neighbours.begin()) / all;
}

bool is_term(const Unit& unit) {
    return unit.kind == UnitKind::Content || unit.kind == UnitKind::Name;
}

std::vector<Term> count(const Units& units) {
    std::vector<Term> terms(units.terms);
    const Unit* before = nullptr;
    for (const Unit& unit : units.units) {
        if (is_term(unit)) {
            Term& term = terms[unit.term];
            ++term.frequency;
            term.capitalised += unit.is_capitalised ? 1 : 0;
            if (term.sentences.empty() || term.sentences.back() != unit.sentence) {
                term.sentences.push_back(unit.sentence);
            }
            if (before != nullptr) {
                terms[before->term].right.push_back(unit.term);
                term.left.push_back(before->term);
            }
        }
        before = is_term(unit) ? &unit : nullptr;
    }
    return terms;
}

}  // namespace

std::vector<double> term_scores(const Units& units) {
    std::vector<Term> terms = count(units);
    double sum = 0;
    double squares = 0;
    double most = 0;
    for (const Term& term : terms) {
        sum += term.frequency;
        squares += term.frequency * term.frequency;
        most = std::max(most, term.frequency);
    }
    const double number = std::max<double>(1, static_cast<double>(terms.size()));
    const double mean = sum / number;
    const double deviation = std::sqrt(std::max(0.0, squares / number - mean * mean));
    std::vector<double> scores;
    for (Term& term : terms) {
        const double casing = term.capitalised / (1 + std::log(term.frequency));
        const double median = term.sentences[term.sentences.size() / 2];
        const double position = std::log(std::log(first_position + median));
        const double frequency = term.frequency / (mean + deviation);
        const double related = 1 + (dispersion(term.left) + dispersion(term.right)) * term.frequency / most;
        const double spread = static_cast<double>(term.sentences.size()) / std::max(1U, units.sentences);
        scores.push_back(related * position / (casing + frequency / related + spread / related));
    }
    return scores;
}

}  // namespace summarize
