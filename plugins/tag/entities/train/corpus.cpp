#include "corpus.h"

#include <rapidjson/document.h>

#include <algorithm>
#include <bit>
#include <stdexcept>

#include "../../sentences/splitter.h"
#include "../../sentences/tokenizer.h"
#include "../candidates.h"
#include "../gazetteer.h"
#include "numbered_lines.h"

namespace entities::train {

namespace {

struct Span {
    std::uint32_t begin = 0;  ///< bytes
    std::uint32_t end = 0;
    Type type = Type::None;
};

/// Byte positions of a text's code points, and of its end.
std::vector<std::uint32_t> byte_positions(std::string_view text) {
    std::vector<std::uint32_t> positions;
    positions.reserve(text.size() + 1);
    for (std::uint32_t i = 0; i < text.size(); ++i) {
        if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) {
            positions.push_back(i);
        }
    }
    positions.push_back(static_cast<std::uint32_t>(text.size()));
    return positions;
}

Type type_named(std::string_view name) {
    for (const Type type : {Type::Person, Type::Place, Type::Organisation, Type::Other}) {
        if (label(type) == name) {
            return type;
        }
    }
    throw std::runtime_error("unknown type \"" + std::string(name) + "\"; there are PER, LOC, ORG and MISC");
}

void check_span(const rapidjson::Value& entity) {
    const auto has = [&](const char* key, bool (rapidjson::Value::*is)() const) {
        return entity.HasMember(key) && (entity[key].*is)();
    };
    if (!entity.IsObject() || !has("start", &rapidjson::Value::IsUint) || !has("end", &rapidjson::Value::IsUint) ||
        !has("type", &rapidjson::Value::IsString)) {
        throw std::runtime_error(
            "\"entities\" should have objects with the numbers \"start\" and \"end\" and a \"type\"");
    }
}

/// The annotation's spans; of two that overlap the longer one.
std::vector<Span> spans_of(const rapidjson::Value& document, std::string_view text) {
    const std::vector<std::uint32_t> positions = byte_positions(text);
    std::vector<Span> spans;
    for (const auto& entity : document["entities"].GetArray()) {
        check_span(entity);
        const std::size_t start = entity["start"].GetUint();
        const std::size_t end = entity["end"].GetUint();
        if (start >= end || end >= positions.size()) {
            throw std::runtime_error("a span from " + std::to_string(start) + " to " + std::to_string(end) +
                                     " is not within the text");
        }
        spans.push_back({positions[start], positions[end], type_named(entity["type"].GetString())});
    }
    std::stable_sort(spans.begin(), spans.end(),
                     [](const Span& a, const Span& b) { return a.end - a.begin > b.end - b.begin; });
    std::vector<Span> kept;
    for (const Span& span : spans) {
        if (std::none_of(kept.begin(), kept.end(),
                         [&](const Span& other) { return span.begin < other.end && other.begin < span.end; })) {
            kept.push_back(span);
        }
    }
    std::sort(kept.begin(), kept.end(), [](const Span& a, const Span& b) { return a.begin < b.begin; });
    return kept;
}

/// Labels for the words that a span covers, also in part, where the set marks its type. Some sets take nationalities
/// for places; here they are MISC.
std::vector<Allowed> allowed_labels(const Words& words, const Gazetteer& gazetteer, const std::vector<Span>& spans,
                                    unsigned types) {
    const auto marks = [&](Type type) { return (types >> static_cast<unsigned>(type) & 1U) != 0; };
    Allowed elsewhere = 1U << outside;
    for (std::uint8_t k = 0; k < mention_labels; ++k) {
        if (!marks(type_of(k))) {
            elsewhere |= 1U << k;
        }
    }
    std::vector<Allowed> allowed(words.size(), elsewhere);
    std::uint32_t at = 0;
    for (const Span& span : spans) {
        if (!marks(span.type)) {
            continue;
        }
        while (at < words.size() && words[at].end <= span.begin) {
            ++at;
        }
        std::uint32_t end = at;
        while (end < words.size() && words[end].begin < span.end && words[end].sentence == words[at].sentence) {
            ++end;
        }
        const Found known = gazetteer.longest(words, at, end);
        const bool nationality = known && known.last == end && known.entry->kind == "nationality";
        const Type type = nationality && marks(Type::Other) ? Type::Other : span.type;
        for (std::uint32_t i = at; i < end; ++i) {
            allowed[i] = 1U << label_in(type, i, at, end);
        }
        at = end;
    }
    return allowed;
}

/// A mention that reaches out of its run can be labelled in no way; its words may have any label then.
void open_cut_mentions(Example& example) {
    for (const Range run : example.runs) {
        const auto opened = [&](std::uint32_t i, bool (*fits)(std::uint8_t)) {
            return (example.allowed[i] >> outside & 1U) == 0 &&
                   !fits(static_cast<std::uint8_t>(std::countr_zero(example.allowed[i])));
        };
        for (std::uint32_t i = run.begin; i < run.end && opened(i, opens); ++i) {
            example.allowed[i] = any_label;
        }
        for (std::uint32_t i = run.end; i > run.begin && opened(i - 1, closes); --i) {
            example.allowed[i - 1] = any_label;
        }
    }
}

/// Sentences and words of a text, by tag/sentences.
std::unique_ptr<Words> cut(std::string_view text, const sentences::Language& language, Forms& forms) {
    const std::vector<sentences::Token> tokens = sentences::tokenize(text, language);
    auto words = std::make_unique<Words>(text, forms);
    std::vector<Range> ranges;
    for (const sentences::Sentence& sentence : sentences::split(text, tokens, language)) {
        ranges.clear();
        for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
            ranges.push_back({tokens[i].start, tokens[i].end});
        }
        words->add_sentence(ranges);
    }
    return words;
}

/// One with "id", "text" and "entities".
rapidjson::Document read_document(std::string_view line) {
    rapidjson::Document document;
    document.Parse(line.data(), line.size());
    if (document.HasParseError() || !document.IsObject() || !document.HasMember("id") || !document["id"].IsString() ||
        !document.HasMember("text") || !document["text"].IsString()) {
        throw std::runtime_error("should be a JSON object with \"id\" and \"text\"");
    }
    if (!document.HasMember("entities") || !document["entities"].IsArray()) {
        throw std::runtime_error("should have a list \"entities\"");
    }
    return document;
}

}  // namespace

std::vector<std::unique_ptr<Example>> read_set(const Set& set, const std::filesystem::path& data,
                                               const sentences::Language& language, Forms& forms,
                                               const Gazetteer& gazetteer) {
    std::vector<std::unique_ptr<Example>> examples;
    for_each_line(data / set.file, [&](std::string_view line) {
        const rapidjson::Document document = read_document(line);
        auto example = std::make_unique<Example>();
        example->id = document["id"].GetString();
        example->text.assign(document["text"].GetString(), document["text"].GetStringLength());
        example->words = cut(example->text, language, forms);
        example->allowed = allowed_labels(*example->words, gazetteer, spans_of(document, example->text), set.types);
        example->repeat = set.repeat;
        example->weight = set.weight;
        example->silver = set.silver;
        examples.push_back(std::move(example));
    });
    return examples;
}

void find_runs(Example& example) {
    example.runs = candidates(*example.words);
    open_cut_mentions(example);
}

}  // namespace entities::train
