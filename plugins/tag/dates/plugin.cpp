// tag/dates: writes the layer "time".
#include <attache/plugin.hpp>

#include "finder.h"
#include "resolver.h"
#include "rules.h"

namespace {

dates::NumericOrder order_of(const std::string& setting) {
    if (setting == "auto") {
        return dates::NumericOrder::Auto;
    }
    return setting == "day-month" ? dates::NumericOrder::DayMonth : dates::NumericOrder::MonthDay;
}

std::optional<std::string_view> unless_empty(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional<std::string_view>(text);
}

class Dates {
public:
    explicit Dates(const attache::Settings& settings)
        : rules_(settings.resource("rules.toml"), settings.resource("vocabulary.toml")),
          finder_(rules_),
          resolver_(rules_, order_of(settings.text("numeric_order"))) {}

    void annotate(attache::Document& document) const {
        const std::string_view text = document.text();
        const dates::Findings findings = find(document, text);
        auto& rows = document.write("time", {"type", "value", "mod", "begin", "finish", "anchor", "unresolved"});
        for (const dates::Time& time : resolver_.resolve(text, findings, document.field("published"))) {
            std::optional<attache::Day> begin;
            std::optional<attache::Day> finish;
            if (time.days) {
                begin = time.days->first;
                finish = time.days->last;
            }
            rows.add(time.start, time.end, time.type, unless_empty(time.value), unless_empty(time.mod), begin, finish,
                     unless_empty(time.anchor), unless_empty(time.unresolved));
        }
    }

private:
    dates::Findings find(const attache::Document& document, std::string_view text) const {
        const attache::Layer tokens = document.read("token");
        const auto sentence_of = tokens.refs("sentence");
        dates::Findings findings;
        findings.atoms.reserve(tokens.size() + tokens.size() / 8);
        std::vector<dates::Piece> pieces;
        for (std::uint32_t token = 0; token < tokens.size();) {
            const attache::Row sentence = sentence_of[token];
            pieces.clear();
            for (; token < tokens.size() && sentence_of[token] == sentence; ++token) {
                if (tokens.end(token) > tokens.start(token)) {
                    pieces.push_back({tokens.start(token), tokens.end(token)});
                }
            }
            finder_.add_sentence(text, pieces, findings);
        }
        return findings;
    }

    dates::Rules rules_;
    dates::Finder finder_;
    dates::Resolver resolver_;
};

}  // namespace

ATTACHE_PLUGIN(Dates)
