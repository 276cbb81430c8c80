// Which sentences may stand in a briefing, and of which day they tell.
#include "candidates.h"

#include <algorithm>
#include <array>

#include "folding/calendar.h"
#include "folding/comparison.h"
#include "wording/antecedents.h"
#include "wording/coherence.h"
#include "wording/quotation.h"

namespace briefing {

namespace {

constexpr std::size_t fewest_words = 6;
constexpr std::size_t most_words = 70;
constexpr std::size_t longest_context = 600;  // bytes
constexpr std::size_t longest_sentence = 4000;

std::string in_context(const timeline::Article& article, std::size_t number, std::size_t most_bytes) {
    if (number >= article.sentences.size()) {
        return {};
    }
    const std::string_view sentence = timeline::slice(article.text, article.sentences[number].span);
    return timeline::shorten(timeline::fold_space(sentence), most_bytes);
}

bool is_question(std::string_view text) {
    constexpr std::array<std::string_view, 6> marks = {"?", "？", "؟", "?”", "?\"", "?»"};
    return std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) { return text.ends_with(mark); });
}

/// True if the words before the first name have one soon that means what an earlier sentence tells: "A protocol on its
/// financing", "A few minutes later".
bool leans_early(std::string_view text) {
    constexpr std::size_t early = 6;
    constexpr std::array<std::string_view, 14> words = {"it",  "its", "they", "their", "them",  "he",    "him",
                                                        "his", "she", "her",  "this",  "these", "later", "earlier"};
    const std::vector<std::string> forms = summarize::forms_of(text);
    return std::any_of(
        forms.begin(), forms.begin() + static_cast<std::ptrdiff_t>(std::min(early, forms.size())),
        [&](const std::string& form) { return std::find(words.begin(), words.end(), form) != words.end(); });
}

/// True if it has a "he" or "she" and names nobody: "“That is bad,” he said."
bool names_nobody(std::string_view text, const timeline::Sentence& sentence) {
    const std::vector<std::string> forms = summarize::forms_of(text);
    return std::any_of(forms.begin(), forms.end(),
                       [](const std::string& form) { return form == "he" || form == "she"; }) &&
           std::none_of(sentence.mentions.begin(), sentence.mentions.end(),
                        [](const timeline::Mention& mention) { return mention.type == "PER"; });
}

/// "since the middle of January", "until Friday": no day of what the sentence tells.
bool is_bound(const timeline::TimeExpression& time, std::string_view text) {
    const std::string_view before = text.substr(0, time.span.start);
    constexpr std::array<std::string_view, 4> words = {" since ", " until ", " till ", " by "};
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        return before.ends_with(word) || before.ends_with(std::string(word) + "the ");
    });
}

/// Leaves the dates by which the sentence may be governed, or puts the day of publication in their place.
void settle_dates(timeline::Sentence& sentence, std::string_view text, std::string_view day,
                  std::optional<std::int64_t> published) {
    std::erase_if(sentence.times, [&](const timeline::TimeExpression& time) {
        return !timeline::is_on_calendar(time) || is_bound(time, text) || (published && *time.begin > *published) ||
               timeline::precision_of(time.value, *time.begin, *time.finish) > timeline::Precision::Month;
    });
    if (sentence.times.empty()) {
        const std::int64_t only = published.value_or(no_day);
        const timeline::Span nowhere = {sentence.span.end, sentence.span.end};
        sentence.times.push_back({nowhere, "DATE", day, {}, "published", {}, only, only});
    }
}

/// A pronoun whose person is known names him.
void add_named(const std::vector<std::string_view>& names, const std::vector<summarize::Person>& persons,
               std::vector<timeline::Sentence>& sentences) {
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        const auto person =
            std::find_if(persons.begin(), persons.end(), [&](const auto& one) { return one.name == names[i]; });
        if (!names[i].empty() && person != persons.end()) {
            timeline::Mention mention;
            mention.span = {sentences[i].span.start, sentences[i].span.start};
            mention.type = "PER";
            mention.entity_id = person->id;
            mention.name = person->name;
            sentences[i].mentions.insert(sentences[i].mentions.begin(), mention);
        }
    }
}

std::vector<std::string> phrases_of(const attache::Layer& layer) {
    std::vector<std::string> phrases;
    if (layer.size() > 0) {
        const auto texts = layer.texts("text");
        for (std::uint32_t row = 0; row < layer.size(); ++row) {
            phrases.push_back(timeline::fold_space(texts[row]));
        }
    }
    return phrases;
}

}  // namespace

Candidates::Candidates(const attache::Settings& settings)
    : reader_(settings),
      phrases_{summarize::read_word_list(settings.resource("agencies.txt")),
               summarize::read_word_list(settings.resource("connectives.txt"))},
      openers_(summarize::read_word_list(settings.resource("openers.txt"))) {}

std::vector<Candidate> Candidates::of(const attache::Document& document, timeline::Article article,
                                      const timeline::Filter& filter) const {
    const bool in_summary_only = !filter.asks_for_names() && document.read("summary").size() > 0;
    const auto may_be = [&](const timeline::Sentence& sentence) {
        return (!in_summary_only || sentence.summary_rank > 0) && filter.is_wanted(sentence);
    };
    if (std::none_of(article.sentences.begin(), article.sentences.end(), may_be)) {
        return {};
    }
    summarize::Vocabulary vocabulary(reader_.lists());
    summarize::Article read = reader_.read(document, vocabulary);
    summarize::mark_places(document, read.sentences);
    const std::vector<summarize::Sentence>& sentences = read.sentences;
    const auto persons = summarize::persons_of(document);
    const auto names = summarize::antecedents_of(sentences, persons);
    add_named(names, persons, article.sentences);
    const auto marks = summarize::missing_marks(sentences);
    const auto wording_of = [&](std::size_t i) {
        return summarize::word_sentence(sentences[i], static_cast<std::uint32_t>(i), names[i], marks[i], phrases_);
    };
    const auto published = timeline::day_in(article.published);
    const std::string day = timeline::iso_day(published.value_or(no_day));
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        article.sentences[i].events.clear();  // a bullet is a sentence, whatever the number of its events
        if (may_be(article.sentences[i]) && stands_alone(sentences[i], wording_of(i), article.sentences[i])) {
            settle_dates(article.sentences[i], article.text, day, published);
        } else {
            article.sentences[i].times.clear();
        }
    }
    const std::vector<std::string> phrases = phrases_of(document.read("keyphrase"));
    std::vector<Candidate> candidates;
    for (timeline::Report& report : timeline::contribution_of(article).reports) {
        const bool is_dated = report.begin != no_day;
        if (is_dated ? filter.is_within(report.begin, report.finish) : !filter.asks_for_period()) {
            const auto number = static_cast<std::size_t>(report.source.sentence);
            const std::string before = number > 0 ? in_context(article, number - 1, longest_context) : std::string();
            Passage passage = {timeline::shorten(wording_of(number).shown(false, false), longest_sentence), before,
                               in_context(article, number, longest_sentence),
                               in_context(article, number + 1, longest_context), phrases};
            candidates.push_back({std::move(report), std::move(passage)});
        }
    }
    return candidates;
}

bool Candidates::stands_alone(const summarize::Sentence& sentence, const summarize::Wording& wording,
                              const timeline::Sentence& mentions) const {
    const std::size_t first_name = mentions.mentions.empty() ? wording.end : mentions.mentions.front().span.start;
    const std::size_t unnamed = std::max<std::size_t>(first_name, wording.start) - wording.start;
    const bool leans = wording.person.empty() &&
                       (summarize::leans_back(wording.text, openers_) || leans_early(wording.text.substr(0, unnamed)));
    return sentence.kind == summarize::Kind::Prose && wording.size.words >= fewest_words &&
           wording.size.words <= most_words && wording.marks.opening.empty() && wording.marks.closing.empty() &&
           !leans && !names_nobody(wording.text, mentions) && sentence.addresses == 0 && !wording.text.ends_with(':') &&
           !is_question(wording.text);
}

}  // namespace briefing
