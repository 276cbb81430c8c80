// The rules that give a chunk its type, the most reliable first.
#include "typing.h"

#include "cues.h"
#include "heads.h"
#include "offices.h"
#include "person_names.h"

namespace entities {

namespace {

class Chunk {
public:
    Chunk(const Context& context, std::size_t at, std::size_t end, const Found& known, bool titled)
        : context_(context), words_(context.words), at_(at), end_(end), titled_(titled), known_(known) {}

    Typed type() {
        const Word& word = words_[at_];
        if (!word.letters || word.is(Calendar) || (word.is(Stop) && !known_)) {
            return none(at_ + 1);
        }
        if (known_ && known_.last < context_.limit && words_[known_.last].key == "$") {
            return none(known_.last);
        }
        if (context_.casing == Casing::Title) {
            return in_title();
        }
        if (titled_) {
            return after_title();
        }
        if (known_ && known_.last >= end_) {
            return known();
        }
        if (Typed headed = by_head(); headed.next != 0) {
            return headed;
        }
        if (Typed directed = by_direction(); directed.next != 0) {
            return directed;
        }
        if (known_) {
            return known_with_rest();
        }
        if (word.first && word.is(Common) && !word.all_capitals) {
            return none(at_ + 1);
        }
        if (begins_as_person(words_, at_, end_)) {
            return person(Support::Cue, "given name");
        }
        return by_surroundings();
    }

private:
    static Typed none(std::size_t next) { return {Mention{}, next}; }

    Typed made(std::size_t end, Type type, Support support, std::string_view evidence) const {
        Mention mention;
        mention.first = static_cast<std::uint32_t>(at_);
        mention.last = static_cast<std::uint32_t>(end);
        mention.type = type;
        mention.support = support;
        mention.evidence = evidence;
        mention.at_place = stands_after_preposition(context_, at_);
        mention.as_person = titled_ || stands_as_person(context_, at_, end);
        return {mention, end};
    }

    Typed known() const {
        Typed typed = made(known_.last, Type::None, Support::Known, "gazetteer");
        set_known(typed.mention, known_);
        return typed;
    }

    /// In a headline in which all words have capitals, a capital says nothing.
    Typed in_title() const {
        if (known_) {
            return known();
        }
        if (words_[at_].is(Common | Office | Modifier | Portfolio | NotName)) {
            return none(at_ + 1);
        }
        if (words_[at_].is(Given) && at_ + 1 < end_ && is_name_word(words_[at_ + 1]) && !words_[at_ + 1].glued) {
            return made(at_ + 2, Type::Person, Support::Guess, "pattern");
        }
        return made(at_ + 1, Type::None, Support::Initial, "pattern");
    }

    Typed after_title() const {
        const bool by_title = at_ > context_.begin && words_[at_ - 1].is(Title | Abbreviation);
        if (known_ && known_.entry->type != Type::Person && (!by_title || known_.last > at_ + 1) &&
            (known_.last >= end_ || !begins_as_person(words_, at_, end_))) {
            return known_.last >= end_ ? known() : known_with_rest();
        }
        if (const std::size_t core = core_end(words_, at_, end_);
            !by_title && core > at_ + 1 && words_[core - 1].is(OrgHead | OrgTail) && !words_[at_].is(Given)) {
            return by_head();
        }
        if (words_[at_].is(Common | Calendar) && !words_[at_].is(Given | Surname) && at_ + 1 == end_) {
            return none(end_);
        }
        return person(Support::Cue, "title");
    }

    Typed person(Support support, std::string_view evidence) const {
        return made(person_end(words_, at_, end_), Type::Person, support, evidence);
    }

    Typed by_head() const {
        if (known_ && is_organ_of_known(context_, known_, end_)) {
            return known();
        }
        const Heading heading = read_heading(context_, at_, end_, known_);
        if (!heading.decided) {
            return none(0);
        }
        if (heading.type == Type::None) {
            return none(end_);
        }
        Typed typed = made(heading.end, heading.type, Support::Cue, "head word");
        typed.mention.kind = heading.kind;
        return typed;
    }

    /// "Northern Uganda"
    Typed by_direction() const {
        if (!words_[at_].is(Direction) || at_ + 1 >= end_) {
            return none(0);
        }
        const Found place = context_.gazetteer.longest(words_, at_ + 1, context_.limit);
        return place && place.entry->type == Type::Place ? made(place.last, Type::Place, Support::Cue, "gazetteer")
                                                         : none(0);
    }

    /// The gazetteer knows the first words of the chunk only.
    Typed known_with_rest() const {
        const std::size_t rest = known_.last;
        const Entry& entry = *known_.entry;
        if (entry.type == Type::Person) {
            return person(Support::Known, "gazetteer");
        }
        if ((entry.kind == "company" || entry.kind == "media") && words_[rest].letters) {
            return made(end_, Type::Organisation, Support::Cue, "gazetteer");
        }
        const bool one_word = rest == at_ + 1;
        if (one_word && !words_[rest].glued && words_[at_].is(Given | Family) && is_name_word(words_[rest]) &&
            entry.type != Type::Other && (entry.kind != "country" || words_[rest].is(Surname))) {
            return person(Support::Cue, "given name");
        }
        return known();
    }

    Typed by_surroundings() const {
        const Word& word = words_[at_];
        const std::size_t count = size();
        if (word.first && count >= 2 && word.key.ends_with("ing")) {
            return none(at_ + 1);  // "Congratulating Medvedev"
        }
        if (count == 1 && word.all_capitals && !word.is(NotName | Common)) {
            constexpr std::size_t shortest = 3;
            constexpr std::size_t longest = 8;
            const bool likely = word.key.size() >= shortest || stands_as_person(context_, at_, end_);
            if (!likely || word.key.size() > longest) {
                return made(end_, Type::None, Support::Unknown, "pattern");
            }
            return made(end_, Type::Organisation, Support::Guess, "capitals");
        }
        if (word.is(NotName)) {
            return none(at_ + 1);
        }
        if (count <= 3 && !has(Common | Portfolio | Modifier | Office | NotName)) {
            if (Typed typed = by_neighbours(count); typed.next != 0) {
                return typed;
            }
            if (count >= 2) {
                return several();
            }
        }
        const bool doubtful = count == 1 && (word.first || word.is(Common));
        return made(end_, Type::None, doubtful ? Support::Initial : Support::Unknown, "pattern");
    }

    /// Number of words with letters; parts after a hyphen do not count.
    std::size_t size() const {
        std::size_t count = 0;
        for (std::size_t i = at_; i < end_; ++i) {
            count += words_[i].letters && !words_[i].glued;
        }
        return count;
    }

    bool has(std::uint32_t classes) const {
        for (std::size_t i = at_; i < end_; ++i) {
            if (words_[i].letters && words_[i].is(classes)) {
                return true;
            }
        }
        return false;
    }

    /// By the words beside a chunk of so many words that could all be names.
    Typed by_neighbours(std::size_t count) const {
        if (count >= 2 && apposed_office(words_, end_, context_.limit).end != 0) {
            return made(end_, Type::Person, Support::Cue, "office");
        }
        if (count <= 2) {
            if (Typed typed = by_place_cues(); typed.next != 0) {
                return typed;
            }
        }
        // "Prosecutors said" names no one.
        const bool plural = count == 1 && words_[at_].first && words_[at_].key.ends_with('s');
        if (!plural && stands_as_person(context_, at_, end_)) {
            return made(end_, Type::Person, Support::Cue, "says");
        }
        return none(0);
    }

    Typed by_place_cues() const {
        if (stands_before_noun(context_, end_, LocNoun)) {
            return made(end_, Type::Place, Support::Cue, "head word");
        }
        if (stands_before_noun(context_, end_, Thing)) {
            return made(end_, Type::Other, Support::Guess, "head word");
        }
        if (stands_before_place(context_, end_) || stands_after_place_of(context_, at_)) {
            return made(end_, Type::Place, Support::Cue, "place");
        }
        if (stands_after_preposition(context_, at_)) {
            return made(end_, Type::Place, Support::Guess, "place");
        }
        return none(0);
    }

    /// Two or three words that are no ordinary words may be a person; the document has to support it.
    Typed several() const {
        bool capitals = false;
        for (std::size_t i = at_; i < end_; ++i) {
            capitals = capitals || words_[i].all_capitals;
        }
        if (capitals || words_[at_].is(Particle)) {
            return made(end_, Type::None, Support::Unknown, "pattern");
        }
        // "Tik Chi-yuen"
        const bool hyphened = words_[end_ - 1].glued && !words_[end_ - 1].capital;
        const bool by_surname = hyphened || words_[end_ - 1].is(Surname | Given | Family);
        return made(end_, Type::Person, by_surname ? Support::Guess : Support::Unknown, "form");
    }

    const Context& context_;
    const Words& words_;
    std::size_t at_;
    std::size_t end_;
    bool titled_;
    Found known_;
};

}  // namespace

Typed type_chunk(const Context& context, std::size_t at, std::size_t end, const Found& known, bool titled) {
    return Chunk(context, at, end, known, titled).type();
}

void set_known(Mention& mention, const Found& found) {
    mention.entry = found.entry;
    mention.type = found.entry->type;
    mention.kind = found.entry->kind;
    mention.support = Support::Known;
    mention.evidence = "gazetteer";
}

}  // namespace entities
