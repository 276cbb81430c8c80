// tag/events: writes the layers "event" and "participant".
#include <algorithm>
#include <attache/plugin.hpp>
#include <optional>
#include <string_view>
#include <vector>

#include "actors.h"
#include "circumstances.h"
#include "coder.h"
#include "lexicon.h"
#include "words/words.h"

namespace {

using events::Event;

/// Serves all threads: nothing changes after it is made.
class Events {
public:
    explicit Events(const attache::Settings& settings)
        : lexicon_(settings.resource("lexicon.tsv"), settings.resource("sets.tsv"), settings.resource("verbs.tsv")),
          names_(settings.resource("actors.tsv"), settings.resource("countries.tsv")),
          state_(lexicon_.set("state")),
          people_(lexicon_.set("people")),
          opponents_(lexicon_.set("opponents")),
          nature_(lexicon_.set("nature")),
          off_topic_(lexicon_.set("off_topic")) {}

    void annotate(attache::Document& document) const {
        words::Words words(document);
        const events::Actors actors(words, document, names_, state_, people_);
        events::Reading reading{words,      actors,  state_,     people_,
                                opponents_, nature_, off_topic_, std::vector<const events::Meaning*>(words.size())};
        const std::vector<events::Speech> speeches = speeches_of(document, words);
        std::vector<Event> found;
        std::size_t first = 0;
        // What no writer means as one sentence is read in pieces, so that time stays linear in the text.
        constexpr std::uint32_t longest = 300;
        for (std::uint32_t sentence = 0; sentence < words.sentences().size(); ++sentence) {
            const words::Span whole = words.sentences()[sentence];
            if (actors.in(whole).empty()) {
                continue;
            }
            words.classify(whole);
            for (std::uint32_t at = whole.first; at < whole.last; ++at) {
                if (words[at].letters && !(words[at].capital && events::is_month(reading, at, whole))) {
                    reading.meanings[at] = lexicon_.find(words[at].lower);
                }
            }
            for (words::Span piece = whole; piece.first < whole.last; piece.first = piece.last) {
                piece.last = std::min(whole.last, piece.first + longest);
                events::code_sentence(reading, sentence, piece, within(speeches, piece, first), found);
            }
        }
        write(document, reading, found);
    }

private:
    static std::vector<events::Speech> speeches_of(const attache::Document& document, const words::Words& words) {
        std::vector<events::Speech> speeches;
        const attache::Layer quotes = document.read("quote");
        if (quotes.size() == 0) {
            return speeches;
        }
        const auto speakers = quotes.refs("speaker");
        const auto cues = quotes.texts("cue");
        for (std::uint32_t row = 0; row < quotes.size(); ++row) {
            events::Speech speech;
            speech.words = {words.at_byte(quotes.start(row)), words.at_byte(quotes.end(row))};
            speech.speaker = speakers[row].number;
            speech.denied = cues[row].starts_with("den");
            for (std::uint32_t at = speech.words.first, back = 0; at > 0 && back < 10 && speech.cue == words::none;
                 ++back) {
                --at;
                if (!cues[row].empty() && words.text({at, at + 1}) == cues[row]) {
                    speech.cue = at;
                }
            }
            speeches.push_back(speech);
        }
        return speeches;
    }

    /// Those that touch the sentence; `first` moves along with the sentences.
    static std::vector<events::Speech> within(const std::vector<events::Speech>& speeches, words::Span sentence,
                                              std::size_t& first) {
        while (first < speeches.size() && speeches[first].words.last <= sentence.first) {
            ++first;
        }
        std::vector<events::Speech> touching;
        for (std::size_t i = first; i < speeches.size() && speeches[i].words.first < sentence.last; ++i) {
            if (speeches[i].words.last > sentence.first) {
                touching.push_back(speeches[i]);
            }
        }
        return touching;
    }

    static void write(attache::Document& document, const events::Reading& reading, const std::vector<Event>& found) {
        const events::Circumstances circumstances(reading, document, found);
        attache::Writer& rows = document.write("event", {"what", "class", "status", "sentence", "time", "place",
                                                         "trigger", "confidence", "evidence", "kind"});
        attache::Writer& actors = document.write("participant", {"event", "entity", "role", "country"});
        for (const Event& event : found) {
            const events::Circumstance around = circumstances.of(event);
            const auto label = event.label.empty() ? std::nullopt : std::optional(event.label);
            const auto kind = event.courtesy ? std::optional<std::string_view>("courtesy") : std::nullopt;
            const attache::Row row = rows.add(
                reading.words[event.clause.first].begin, reading.words[event.clause.last - 1].end, event.what, label,
                event.status, attache::Row{event.sentence}, attache::Row{around.time}, attache::Row{around.place},
                reading.words.text({event.trigger, event.trigger + 1}), event.confidence, event.evidence, kind);
            const auto add = [&](words::Span span, const events::Actor& actor, std::string_view role) {
                const auto country = actor.country.empty() ? std::nullopt : std::optional(actor.country);
                actors.add(reading.words[span.first].begin, reading.words[span.last - 1].end, row,
                           attache::Row{actor.mention}, role, country);
            };
            for (const std::uint32_t number : event.roles.sources) {
                add(reading.actors[number].words, reading.actors[number], "source");
            }
            for (const std::uint32_t number : event.roles.targets) {
                add(reading.actors[number].words, reading.actors[number], "target");
            }
            if (!event.roles.own_people.empty()) {
                const bool act = event.roles.own_people_act;
                const events::ActorList& others = act ? event.roles.targets : event.roles.sources;
                add(event.roles.own_people, reading.actors[others.front()], act ? "source" : "target");
            }
        }
    }

    events::Lexicon lexicon_;
    events::ActorNames names_;
    const events::WordSet& state_;
    const events::WordSet& people_;
    const events::WordSet& opponents_;
    const events::WordSet& nature_;
    const events::WordSet& off_topic_;
};

}  // namespace

ATTACHE_PLUGIN(Events)
