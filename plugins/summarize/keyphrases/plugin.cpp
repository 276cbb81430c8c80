// The annotator of keyphrases: reads words and names, writes the phrases that tell most.
#include <attache/plugin.hpp>
#include <optional>
#include <string>

#include "candidates.h"
#include "ranking.h"
#include "units.h"
#include "wording/vocabulary.h"

namespace {

using summarize::Candidate;

/// In one line.
std::string phrase_text(std::string_view text, const Candidate& candidate) {
    std::string phrase;
    for (const char c : text.substr(candidate.start, candidate.end - candidate.start)) {
        const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (!space) {
            phrase += c;
        } else if (phrase.back() != ' ') {
            phrase += ' ';
        }
    }
    return phrase;
}

class Keyphrases {
public:
    explicit Keyphrases(const attache::Settings& settings)
        : lists_{summarize::read_word_list(settings.resource("stop_words.txt")),
                 summarize::read_word_list(settings.resource("weak_words.txt")),
                 summarize::read_word_list(settings.resource("generic_words.txt")),
                 summarize::read_word_list(settings.resource("agencies.txt"))},
          most_(static_cast<std::size_t>(settings.integer("phrases"))),
          longest_(static_cast<std::size_t>(settings.integer("longest"))) {}

    void annotate(attache::Document& document) {
        const summarize::Units units = summarize::units_of(document, lists_);
        const auto candidates = summarize::candidates_of(units, document.text(), longest_);
        attache::Writer& phrases = document.write("keyphrase", {"text", "rank", "score", "entity_id"});
        int rank = 0;
        for (const summarize::Keyphrase& phrase : summarize::keyphrases_of(units, candidates, most_)) {
            const Candidate& candidate = candidates[phrase.candidate];
            const summarize::Name name =
                candidate.terms.size() == 1 ? units.names[candidate.terms.front()] : summarize::Name();
            const auto id = name.id.empty() ? std::nullopt : std::optional(name.id);
            phrases.add(candidate.start, candidate.end,
                        name.text.empty() ? phrase_text(document.text(), candidate) : std::string(name.text), ++rank,
                        phrase.score, id);
        }
    }

private:
    summarize::UnitLists lists_;
    std::size_t most_;
    std::size_t longest_;
};

}  // namespace

ATTACHE_PLUGIN(Keyphrases)
