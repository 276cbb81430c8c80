// One pass over a sentence's atoms: the longest match at each place, then on behind it.
#include "finder.h"

namespace dates {

void Finder::add_sentence(std::string_view text, std::span<const Piece> tokens, Findings& findings) const {
    const auto first = static_cast<std::uint32_t>(findings.atoms.size());
    for (const Piece& token : tokens) {
        reader_.append(text, token, findings.atoms);
    }
    reader_.join_number_words(findings.atoms, first);
    findings.sentences.push_back({first, static_cast<std::uint32_t>(findings.atoms.size())});
    const auto sentence = static_cast<std::uint32_t>(findings.sentences.size() - 1);
    const std::span<const Atom> atoms = findings.atoms_of(sentence);
    for (std::size_t at = 0; at < atoms.size();) {
        if (!rules_.matcher().may_begin(atoms[at])) {
            ++at;
            continue;
        }
        Finding finding;
        finding.sentence = sentence;
        if (!rules_.matcher().match(atoms, at, finding.match)) {
            ++at;
            continue;
        }
        at = finding.match.span[finding.match.spans - 1].last + 1;
        if (rules_.rule(finding.match.rule).front().operation != Operation::None) {
            findings.found.push_back(finding);
        }
    }
}

}  // namespace dates
