// tag/quotes: writes the layer "quote".
#include <algorithm>
#include <attache/plugin.hpp>
#include <vector>

#include "cues.h"
#include "direct.h"
#include "reported.h"
#include "speakers.h"
#include "words/words.h"

namespace {

/// Serves all threads: nothing changes after it is made.
class Quotes {
public:
    explicit Quotes(const attache::Settings& settings) : cues_(settings.resource("cues.tsv")) {}

    void annotate(attache::Document& document) const {
        const words::Words words(document);
        const quotes::Speakers speakers(words, document);
        std::vector<words::Span> marked;
        std::vector<quotes::Quote> found = quotes::find_direct(words, cues_, speakers, paragraphs(document), marked);
        const auto reported = quotes::find_reported(words, cues_, speakers, marked, found);
        found.insert(found.end(), reported.begin(), reported.end());
        std::stable_sort(found.begin(), found.end(),
                         [](const auto& a, const auto& b) { return a.words.first < b.words.first; });
        write(document, words, found);
    }

private:
    static std::vector<std::int64_t> paragraphs(const attache::Document& document) {
        const auto numbers = document.read("sentence").integers("paragraph");
        return {numbers.begin(), numbers.end()};
    }

    static void write(attache::Document& document, const words::Words& words, const std::vector<quotes::Quote>& found) {
        attache::Writer& rows =
            document.write("quote", {"kind", "speaker", "sentence", "cue", "confidence", "evidence"});
        std::uint32_t sentence = 0;
        for (const quotes::Quote& quote : found) {
            while (words.sentences()[sentence].last <= quote.words.first) {
                ++sentence;
            }
            const auto cue = quote.cue.empty() ? std::nullopt : std::optional(words.text(quote.cue));
            rows.add(words[quote.words.first].begin, words[quote.words.last - 1].end, quote.kind,
                     attache::Row{quote.speaker}, attache::Row{sentence}, cue, quote.confidence, quote.evidence);
        }
    }

    quotes::Cues cues_;
};

}  // namespace

ATTACHE_PLUGIN(Quotes)
