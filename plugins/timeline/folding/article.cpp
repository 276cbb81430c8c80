// Gives time expressions and mentions to their sentences.
#include "article.h"

#include "calendar.h"

namespace timeline {

namespace {

template <class Thing>
void distribute(const std::vector<Thing>& things, std::vector<Sentence>& sentences,
                std::vector<Thing> Sentence::*member) {
    std::size_t at = 0;
    for (const Thing& thing : things) {
        while (at < sentences.size() && sentences[at].span.end <= thing.span.start) {
            ++at;
        }
        if (at < sentences.size() && sentences[at].span.start <= thing.span.start) {
            (sentences[at].*member).push_back(thing);
        }
    }
}

}  // namespace

bool is_on_calendar(const TimeExpression& time) {
    return (time.type == "DATE" || time.type == "TIME") && !time.value.empty() && !time.value.ends_with("_REF") &&
           time.begin && time.finish && *time.begin <= *time.finish && is_writable(*time.begin) &&
           is_writable(*time.finish);
}

void add_to_sentences(const std::vector<TimeExpression>& things, std::vector<Sentence>& sentences) {
    distribute(things, sentences, &Sentence::times);
}

void add_to_sentences(const std::vector<Mention>& things, std::vector<Sentence>& sentences) {
    distribute(things, sentences, &Sentence::mentions);
}

}  // namespace timeline
