// tag/sentences: writes the layers "sentence" and "token".
#include <array>
#include <attache/plugin.hpp>

#include "language.h"
#include "splitter.h"
#include "tokenizer.h"

namespace {

attache::Literal name_of(sentences::TokenKind kind) {
    static constexpr std::array<std::string_view, 4> names{"word", "number", "punctuation", "symbol"};
    return {names[static_cast<std::size_t>(kind)]};
}

std::optional<std::string_view> name_of(sentences::SentenceKind kind) {
    switch (kind) {
        case sentences::SentenceKind::Heading:
            return "heading";
        case sentences::SentenceKind::List:
            return "list";
        case sentences::SentenceKind::Byline:
            return "byline";
        case sentences::SentenceKind::Plain:
            break;
    }
    return std::nullopt;
}

class Sentences {
public:
    explicit Sentences(const attache::Settings& settings) : language_(settings.resource("language.toml")) {}

    void annotate(attache::Document& document) const {
        const std::vector<sentences::Token> tokens = sentences::tokenize(document.text(), language_);
        const std::vector<sentences::Sentence> found = sentences::split(document.text(), tokens, language_);
        auto& sentence_rows = document.write("sentence", {"paragraph", "kind"});
        auto& token_rows = document.write("token", {"sentence", "kind"});
        sentence_rows.reserve(found.size());
        token_rows.reserve(tokens.size());
        for (const sentences::Sentence& sentence : found) {
            const attache::Row row = sentence_rows.add(tokens[sentence.first].start, tokens[sentence.last - 1].end,
                                                       sentence.paragraph, name_of(sentence.kind));
            for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
                token_rows.add(tokens[i].start, tokens[i].end, row, name_of(tokens[i].kind));
            }
        }
    }

private:
    sentences::Language language_;
};

}  // namespace

ATTACHE_PLUGIN(Sentences)
