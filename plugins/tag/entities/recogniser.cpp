// Walks over each sentence: offices and titles, then chunks of capitalised words, each cut into mentions and given a
// type.
#include "recogniser.h"

#include <algorithm>

#include "chunks.h"
#include "elections.h"
#include "heads.h"
#include "offices.h"
#include "typing.h"

namespace entities {

namespace {

/// One sentence at a time.
class Scanner {
public:
    Scanner(const Gazetteer& gazetteer, const Words& words, std::vector<Mention>& mentions)
        : gazetteer_(gazetteer), words_(words), mentions_(mentions) {}

    void scan(const Sentence& sentence) {
        casing_ = sentence.casing;
        limit_ = sentence.words.end;
        begin_ = sentence.words.begin;
        office_ = {};
        find_notable(sentence);
        std::size_t next = begin_;
        for (const std::uint32_t at : notable_) {
            if (at >= next) {
                pass(next, at);
                next = step(at);
            }
        }
        pass(next, limit_);
    }

private:
    /// Takes what begins at `at`; returns where to go on.
    std::size_t step(std::size_t at) {
        const Word& word = words_[at];
        if (!word.letters) {
            // An office reaches over a comma: "the President of Kazakhstan, Kassym-Jomart Tokayev".
            if (office_.end != 0 && word.key != ",") {
                office_ = {};
            }
            return at + 1;
        }
        if (casing_ == Casing::Upper) {
            const Found known = gazetteer_.longest(words_, at, limit_);
            return known ? add_known(known, at) : add_shouted(at);
        }
        const bool begins = may_begin(words_, at, limit_);
        const Found known = begins ? gazetteer_.longest(words_, at, limit_) : Found{};
        const bool long_name = known && known.last > at + 1;
        if (!long_name) {
            if (const std::size_t end = take_office(at); end > at) {
                return end;
            }
        }
        if (!begins && !(titled_ == at && at > begin_ && particles_begin(words_, at, limit_))) {
            if (const std::size_t end = election_end(gazetteer_, words_, at, limit_); end > at) {
                return add_election(at, end);
            }
            leave_office(word);
            return at + 1;
        }
        return take_chunk(at, begins ? known : gazetteer_.longest(words_, at, limit_));
    }

    /// Notes the words that a name, office or election may begin with, as most do not, and the signs.
    void find_notable(const Sentence& sentence) {
        const bool shouted = casing_ == Casing::Upper;
        const auto is_notable = [&](std::uint32_t i) {
            const Word& word = words_[i];
            return shouted | word.capital | word.digit | !word.letters | word.is(Modifier | Office | Particle);
        };
        notable_.clear();
        append_if(sentence.words, is_notable, notable_);
    }

    /// Goes over words that nothing begins with.
    void pass(std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end && office_.end != 0; ++i) {
            leave_office(words_[i]);
        }
    }

    void leave_office(const Word& word) {
        if (office_.end != 0 && word.key != "of" && word.key != "the") {
            office_ = {};
        }
    }

    std::size_t add_known(const Found& known, std::size_t at) {
        Mention mention = made(at, known.last);
        set_known(mention, known);
        mentions_.push_back(mention);
        return known.last;
    }

    /// In a headline of capitals any word may be the name of a person of the document, and nothing else speaks for it.
    std::size_t add_shouted(std::size_t at) {
        if (words_[at].all_capitals && !words_[at].is(Stop | Common | Calendar | Office | Modifier | Portfolio)) {
            Mention mention = made(at, at + 1);
            mention.support = Support::Initial;
            mention.evidence = "pattern";
            mentions_.push_back(mention);
        }
        return at + 1;
    }

    std::size_t add_election(std::size_t at, std::size_t end) {
        const bool month = at > begin_ && words_[at - 1].is(Calendar) && words_[at - 1].capital;
        Mention mention = made(month ? at - 1 : at, end);
        mention.type = Type::Other;
        mention.kind = "election";
        mention.support = Support::Cue;
        mention.evidence = "pattern";
        mentions_.push_back(mention);
        return end;
    }

    std::size_t take_office(std::size_t at) {
        std::size_t end = office_end(words_, at, limit_);
        const std::size_t office_last = end;
        end = title_end(words_, end, limit_);
        if (end == at) {
            return at;
        }
        // "King Faisal Hospital", "General Assembly": the name goes on to a head word, so the office is part of it.
        if (words_[at].capital && end < limit_ && may_begin(words_, end, limit_)) {
            const std::size_t last = chunk_end(gazetteer_, words_, end, limit_);
            const std::size_t core = core_end(words_, end, last);
            const bool alone = core == end + 1 && !words_[core - 1].is(OrgHead);
            if (words_[core - 1].is(OrgHead | LocHead | MiscHead) && !words_[core - 1].is(Given | Surname) && !alone &&
                office_last > at) {
                return at;
            }
        }
        // "Minister Dr" keeps the minister, "Mr" alone is no office.
        if (office_last > at) {
            office_ = {narrow(at), narrow(office_last)};
        }
        titled_ = narrow(end);
        return end;
    }

    /// Takes the first name of the chunk; the rest of it is looked at anew, as an office may begin there.
    std::size_t take_chunk(std::size_t at, const Found& known) {
        const std::size_t end = chunk_end(gazetteer_, words_, at, limit_);
        const bool titled = titled_ == at && at > begin_;
        const Typed typed = type_chunk({gazetteer_, words_, begin_, limit_, casing_}, at, end, known, titled);
        if (typed.mention.last > typed.mention.first) {
            mentions_.push_back(typed.mention);
            give_office(mentions_.back());
        }
        return std::max(typed.next, at + 1);
    }

    void give_office(Mention& mention) {
        if (mention.type != Type::Person) {
            return;
        }
        mention.office = office_.begin < office_.end ? office_ : apposed_office(words_, mention.last, limit_);
        office_ = {};
    }

    Mention made(std::size_t first, std::size_t last) const {
        Mention mention;
        mention.first = narrow(first);
        mention.last = narrow(last);
        return mention;
    }

    const Gazetteer& gazetteer_;
    const Words& words_;
    std::vector<Mention>& mentions_;
    std::size_t begin_ = 0;
    std::size_t limit_ = 0;
    Casing casing_ = Casing::Normal;
    std::vector<std::uint32_t> notable_;
    Range office_;              ///< the office read last, while a name for it may still come
    std::uint32_t titled_ = 0;  ///< the word right after an office or title
};

}  // namespace

std::vector<Mention> Recogniser::recognise(const Words& words) const {
    std::vector<Mention> mentions;
    Scanner scanner(gazetteer_, words, mentions);
    for (const Sentence& sentence : words.sentences()) {
        scanner.scan(sentence);
    }
    return mentions;
}

}  // namespace entities
