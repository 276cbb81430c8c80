// Counts the words of each sentence, and from them how hard the text is to read (LIX: words a sentence plus the
// percentage of long words; a newspaper has about 40, a law above 60). Shows columns read in place, one pass, rows
// written in bulk.
#include <attache/plugin.hpp>
#include <attache/utf8.hpp>

namespace {

struct Counts {
    std::uint32_t words = 0;
    std::uint32_t long_words = 0;
};

class Readability {
public:
    explicit Readability(const attache::Settings& settings)
        : long_word_(static_cast<std::size_t>(settings.integer("long_word"))) {}

    void annotate(attache::Document& document) const {
        // One call of the host a layer. What it returns is the layer itself, not a copy: from here on a token costs
        // what an element of an array costs.
        const attache::Layer sentences = document.read("sentence");
        const attache::Layer tokens = document.read("token");
        // Looked up by name once, outside the loop.
        const auto owners = tokens.refs("sentence");
        const auto kinds = tokens.texts("kind");

        // A reference is a row number, so a vector beside the layer does what a map would do.
        std::vector<Counts> counts(sentences.size());
        for (std::uint32_t token = 0; token < tokens.size(); ++token) {
            if (owners[token] && kinds[token] == "word") {
                Counts& sentence = counts[owners[token].number];
                ++sentence.words;
                // Letters, not bytes: "Škoda" has five. Counting them copies nothing.
                sentence.long_words += attache::utf8::count(tokens.text(token)) > long_word_ ? 1 : 0;
            }
        }
        write(document, sentences, counts);
    }

private:
    /// `add` fills arrays of the plugin's own; the host is called once a layer, when `annotate` has returned.
    static void write(attache::Document& document, const attache::Layer& sentences, const std::vector<Counts>& counts) {
        auto& each = document.write("sentence_words", {"sentence", "words", "long_words"});
        auto& all = document.write("readability", {"sentences", "words", "long_words", "lix"});
        Counts total;
        for (std::uint32_t row = 0; row < sentences.size(); ++row) {
            const auto& [words, long_words] = counts[row];
            if (words > 0) {
                each.add(sentences.start(row), sentences.end(row), attache::Row{row}, words, long_words);
                total.words += words;
                total.long_words += long_words;
            }
        }
        // A text without words has no LIX, which is not the same as 0.
        std::optional<double> lix;
        if (total.words > 0) {
            lix = static_cast<double>(total.words) / each.size() + 100.0 * total.long_words / total.words;
        }
        all.add(0, document.text().size(), each.size(), total.words, total.long_words, lix);
    }

    std::size_t long_word_;
};

}  // namespace

ATTACHE_PLUGIN(Readability)
