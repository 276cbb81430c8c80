// What train.py learns from: the evidence that the summarizer sees, by the summarizer's own code.
#include <attache/plugin.hpp>
#include <set>
#include <sstream>

#include "salience/evidence.h"
#include "wording/antecedents.h"
#include "wording/reading.h"
#include "wording/vocabulary.h"
#include "wording/wording.h"

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
    explicit ConceptEvidence(const attache::Settings& settings)
        : reader_(settings),
          phrases_{summarize::read_word_list(settings.resource("agencies.txt")),
                   summarize::read_word_list(settings.resource("connectives.txt"))} {}

    void annotate(attache::Document& document) {
        summarize::Vocabulary vocabulary(reader_.lists());
        const auto sentences = reader_.sentences_of(document, vocabulary);
        const std::vector<std::string_view> no_names(sentences.size());
        const auto wordings = summarize::word_sentences(sentences, no_names, phrases_, false);
        const auto evidence = summarize::evidence_of(sentences, wordings, {}, vocabulary.size());
        std::vector<std::uint32_t> words;
        for (const std::string& form : summarize::forms_of(document.field("reference"))) {
            words.push_back(vocabulary.read(form).number);
        }
        const Reference reference = reference_of(words);
        attache::Writer& rows = document.write("concept", {"told", "pair", "features"});
        for (const auto& concepts : distinct(evidence)) {
            const bool pair = concepts >= evidence.vocabulary;
            const bool told = pair ? reference.pairs.contains(evidence.pairs[concepts - evidence.vocabulary])
                                   : reference.words.contains(concepts);
            std::ostringstream features;
            for (const double feature : evidence.of_concepts[concepts]) {
                features << feature << ' ';
            }
            rows.add(0, 0, told ? 1 : 0, pair ? 1 : 0, std::string_view(features.str()));
        }
    }

private:
    static std::set<std::uint32_t> distinct(const summarize::Evidence& evidence) {
        std::set<std::uint32_t> concepts;
        for (const auto& of_sentence : evidence.of_sentences) {
            concepts.insert(of_sentence.begin(), of_sentence.end());
        }
        return concepts;
    }

    summarize::Reader reader_;
    summarize::Phrases phrases_;
};

}  // namespace

ATTACHE_PLUGIN(ConceptEvidence)
