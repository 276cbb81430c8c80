// A recursive descent parser that keeps every alternative as a sequence of its own.
#include "pattern.h"

#include <stdexcept>
#include <utility>

namespace dates {

namespace {

using Steps = std::vector<Step>;
using Choices = std::vector<Steps>;

constexpr std::size_t most_sequences = 4000;
constexpr int deepest = 20;
constexpr std::string_view special = "[]()<>{}|?";

/// A step that only marks where an annotation begins or ends.
Step bracket(bool opens) {
    Step step;
    step.opens = opens;
    step.closes = !opens;
    return step;
}

bool is_bracket(const Step& step) {
    return !step.is_class && step.symbol == 0;
}

Choices joined(const Choices& left, const Choices& right) {
    Choices all;
    for (const Steps& first : left) {
        for (const Steps& second : right) {
            all.push_back(first);
            all.back().insert(all.back().end(), second.begin(), second.end());
        }
    }
    if (all.size() > most_sequences) {
        throw std::runtime_error("stands for more than " + std::to_string(most_sequences) + " sequences");
    }
    return all;
}

class Parser {
public:
    Parser(std::string_view text, const PatternNames& names, int depth) : text_(text), names_(names), depth_(depth) {
        if (depth > deepest) {
            throw std::runtime_error("parts refer to each other in a circle");
        }
    }

    Choices run() {
        Choices all = choices();
        if (at_ < text_.size()) {
            throw std::runtime_error("unexpected \"" + std::string(text_.substr(at_)) + "\"");
        }
        return all;
    }

private:
    char peek() {
        while (at_ < text_.size() && text_[at_] == ' ') {
            ++at_;
        }
        return at_ < text_.size() ? text_[at_] : '\0';
    }

    Choices choices() {
        Choices all = sequence();
        while (peek() == '|') {
            ++at_;
            Choices more = sequence();
            all.insert(all.end(), more.begin(), more.end());
        }
        return all;
    }

    Choices sequence() {
        Choices all = {{}};
        for (char c = peek(); c != '\0' && c != '|' && c != ')'; c = peek()) {
            all = joined(all, item());
        }
        return all;
    }

    Choices item() {
        Choices found = atom();
        if (peek() == '?') {
            ++at_;
            found.emplace_back();
        }
        return found;
    }

    Choices atom() {
        const char c = peek();
        switch (c) {
            case '[':
            case ']':
                ++at_;
                return {{bracket(c == '[')}};
            case '(': {
                ++at_;
                Choices inside = choices();
                until(')');
                return inside;
            }
            case '<':
                return {{class_step(until('>'))}};
            case '{':
                return Parser(names_.part(until('}')), names_, depth_ + 1).run();
            default:
                return {{literal_step()}};
        }
    }

    /// The text up to the closing character, without the two.
    std::string_view until(char close) {
        const std::size_t end = text_.find(close, at_);
        if (end == std::string_view::npos) {
            throw std::runtime_error(std::string("\"") + close + "\" is missing");
        }
        const std::string_view inside = end > at_ ? text_.substr(at_ + 1, end - at_ - 1) : std::string_view();
        at_ = end + 1;
        return inside;
    }

    Step class_step(std::string_view name) const {
        const std::size_t colon = name.find(':');
        Step step;
        step.is_class = true;
        step.symbol = names_.vocabulary.class_named(name.substr(0, colon));
        step.slot =
            colon == std::string_view::npos ? names_.slot(name, false) : names_.slot(name.substr(colon + 1), true);
        return step;
    }

    Step literal_step() {
        const std::size_t start = at_;
        while (at_ < text_.size() && text_[at_] != ' ' && special.find(text_[at_]) == std::string_view::npos) {
            ++at_;
        }
        if (at_ == start) {
            throw std::runtime_error(std::string("unexpected \"") + text_[at_] + "\"");
        }
        Step step;
        step.symbol = names_.vocabulary.literal(text_.substr(start, at_ - start));
        return step;
    }

    std::string_view text_;
    const PatternNames& names_;
    int depth_;
    std::size_t at_ = 0;
};

/// Folds the bracket steps into their neighbours and cuts off what stands left of the first.
Sequence finished(const Steps& steps) {
    Sequence sequence;
    bool inside = false;
    bool any = false;
    bool opens = false;
    for (const Step& step : steps) {
        if (is_bracket(step)) {
            const bool fits = step.opens != inside && !(step.closes && opens);
            if (!fits) {
                throw std::runtime_error("brackets do not match, or hold nothing");
            }
            inside = step.opens;
            opens = step.opens;
            any = true;
            if (step.closes) {
                sequence.steps.back().closes = true;
            }
            continue;
        }
        Steps& target = any ? sequence.steps : sequence.left;
        target.push_back(step);
        target.back().opens = std::exchange(opens, false);
    }
    if (!any || inside) {
        throw std::runtime_error("brackets do not match, or there are none");
    }
    return sequence;
}

}  // namespace

std::vector<Sequence> compile_pattern(std::string_view pattern, const PatternNames& names) {
    std::vector<Sequence> sequences;
    for (const Steps& steps : Parser(pattern, names, 0).run()) {
        sequences.push_back(finished(steps));
    }
    return sequences;
}

}  // namespace dates
