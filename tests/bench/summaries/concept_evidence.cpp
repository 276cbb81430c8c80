// What train.py learns from: the evidence that the summarizer sees, by the summarizer's own code.
#include <attache/plugin.hpp>
#include <set>
#include <sstream>

#include "salience/evidence.h"
#include "wording/quotation.h"
#include "wording/reading.h"
#include "wording/vocabulary.h"

namespace {

/// The words of a reference summary, and the pairs of them that stand in a row.
struct Reference {
    std::set<std::uint32_t> words;
    std::set<std::array<std::uint32_t, 2>> pairs;
};

Reference reference_of(const std::vector<std::uint32_t>& words) {
    Reference reference;
    reference.words.insert(words.begin(), words.end());
    for (std::size_t i = 1; i < words.size(); ++i) {
        reference.pairs.insert({words[i - 1], words[i]});
    }
    return reference;
}

class ConceptEvidence {
public:
    explicit ConceptEvidence(const attache::Settings& settings) : reader_(settings) {}

    void annotate(attache::Document& document) {
        summarize::Vocabulary vocabulary(reader_.lists());
        const summarize::Article article = reader_.read(document, vocabulary);
        const auto marks = summarize::missing_marks(article.sentences);
        const summarize::Evidence evidence(article.sentences, marks, {}, vocabulary.size());
        std::vector<std::uint32_t> words;
        for (const std::string& form : summarize::forms_of(document.field("reference"))) {
            words.push_back(vocabulary.read(form).number);
        }
        const Reference reference = reference_of(words);
        attache::Writer& rows = document.write("concept", {"told", "pair", "features"});
        for (const std::uint32_t concepts : distinct(evidence, article.sentences.size())) {
            const bool pair = evidence.is_pair(concepts);
            const bool told =
                pair ? reference.pairs.contains(evidence.pair(concepts)) : reference.words.contains(concepts);
            std::ostringstream features;
            for (const double feature : evidence.features(concepts)) {
                features << feature << ' ';
            }
            rows.add(0, 0, told ? 1 : 0, pair ? 1 : 0, std::string_view(features.str()));
        }
    }

private:
    static std::set<std::uint32_t> distinct(const summarize::Evidence& evidence, std::size_t sentences) {
        std::set<std::uint32_t> concepts;
        for (std::uint32_t i = 0; i < sentences; ++i) {
            const auto told = evidence.told_by(i);
            concepts.insert(told.begin(), told.end());
        }
        return concepts;
    }

    summarize::Reader reader_;
};

}  // namespace

ATTACHE_PLUGIN(ConceptEvidence)
