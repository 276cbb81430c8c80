// Runs between what parts them, as in RAKE (Rose et al. 2010), and their parts.
#include "candidates.h"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace summarize {
namespace {

constexpr std::size_t longest_phrase = 100;  // bytes

class Collector {
public:
    Collector(const Units& units, std::string_view text) : units_(units), text_(text) {}

    /// All phrases that begin with a unit.
    void read_from(std::size_t first, std::size_t longest) {
        std::vector<std::uint32_t> terms;
        for (std::size_t at = first; at < units_.units.size() && terms.size() < longest; ++at) {
            const Unit& unit = units_.units[at];
            if (unit.kind == UnitKind::Joint && !terms.empty()) {
                continue;
            }
            if (unit.kind == UnitKind::Break || unit.kind == UnitKind::Joint ||
                unit.sentence != units_.units[first].sentence || (unit.is_person && at != first)) {
                return;
            }
            terms.push_back(unit.term);
            add(terms, units_.units[first], unit);
            if (unit.is_person) {
                return;
            }
        }
    }

    std::vector<Candidate> take() { return std::move(candidates_); }

private:
    void add(const std::vector<std::uint32_t>& terms, const Unit& first, const Unit& last) {
        if (last.end - first.start > longest_phrase) {
            return;
        }
        std::string key(reinterpret_cast<const char*>(terms.data()), terms.size() * sizeof terms.front());
        const auto [place, is_new] = numbers_.emplace(std::move(key), candidates_.size());
        if (is_new) {
            candidates_.push_back({terms, 0, first.start, last.end, first.opens_sentence, first.sentence, false});
        }
        Candidate& candidate = candidates_[place->second];
        ++candidate.count;
        candidate.is_noun = candidate.is_noun || first.follows_determiner || first.is_capitalised;
        if (reads_better(first, last, candidate)) {
            candidate.start = first.start;
            candidate.end = last.end;
            candidate.opens_sentence = first.opens_sentence;
        }
    }

    bool reads_better(const Unit& first, const Unit& last, const Candidate& candidate) const {
        if (candidate.terms.size() == 1 && first.kind == UnitKind::Name) {
            const std::string_view name = units_.names[first.term].text;
            return text_.substr(first.start, last.end - first.start) == name &&
                   text_.substr(candidate.start, candidate.end - candidate.start) != name;
        }
        return candidate.opens_sentence && !first.opens_sentence;
    }

    const Units& units_;
    std::string_view text_;
    std::vector<Candidate> candidates_;
    std::unordered_map<std::string, std::size_t, Hash> numbers_;  // by terms
};

}  // namespace

std::vector<Candidate> candidates_of(const Units& units, std::string_view text, std::size_t longest) {
    Collector collector(units, text);
    for (std::size_t first = 0; first < units.units.size(); ++first) {
        collector.read_from(first, longest);
    }
    return collector.take();
}

}  // namespace summarize
