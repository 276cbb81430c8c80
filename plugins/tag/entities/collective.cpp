// Looks back from a collective mention, sentence by sentence, for the members that fit it.
#include "collective.h"

#include <algorithm>

#include "affiliation.h"
#include "collective_phrases.h"
#include "group_members.h"

namespace entities {

namespace {

/// So many mentions are looked at before one gives up.
constexpr std::uint32_t farthest_mention = 48;

bool of_states(Group group) {
    return group == Group::Countries || group == Group::Sides;
}

class Resolver {
public:
    Resolver(const Words& words, const std::vector<Resolved>& mentions)
        : words_(words), mentions_(mentions), members_(words, mentions) {}

    std::vector<Collective> run(const std::vector<Phrase>& phrases) {
        std::vector<Collective> collectives;
        for (const Phrase& phrase : phrases) {
            while (next_ < mentions_.size() && mentions_[next_].words.begin < phrase.words.begin) {
                ++next_;
            }
            const Verdict verdict = resolve(phrase);
            if (verdict.clarity == Clarity::Found) {
                collectives.push_back(made(phrase, verdict));
                remember(phrase, verdict);
            }
        }
        return collectives;
    }

private:
    Verdict resolve(const Phrase& phrase) const {
        Verdict apposed = apposition(phrase);
        if (apposed.clarity == Clarity::Found) {
            return apposed;
        }
        switch (phrase.group) {
            case Group::Sides: {
                Verdict found = sides(phrase);
                return phrase.kind == "parties" && !are_the_parties(phrase, found) ? Verdict{} : found;
            }
            case Group::Leaders:
            case Group::Presidents:
            case Group::Premiers:
            case Group::Ministers: {
                Verdict persons = look_back(phrase, phrase.group);
                return persons.clarity == Clarity::Found ? persons : of_countries(phrase);
            }
            default:
                return look_back(phrase, phrase.group);
        }
    }

    /// "the two countries, Laos and Thailand"
    Verdict apposition(const Phrase& phrase) const {
        constexpr std::uint32_t farthest_list = 6;
        const std::uint32_t end = phrase.words.end;
        if (next_ == mentions_.size() || end >= words_.size() || phrase.count == 0 ||
            (words_[end].letters && words_[end].key != "of") || words_[end].ending || words_[end].key == ".") {
            return {};
        }
        const std::uint32_t sentence = words_[phrase.words.begin].sentence;
        std::uint32_t last = next_;
        while (last < mentions_.size() && last - next_ < farthest_mention &&
               words_[mentions_[last].words.begin].sentence == sentence) {
            ++last;
        }
        const std::vector<Member> members = members_.among(next_, last, phrase.group);
        if (members.empty() || members.front().words.begin > end + farthest_list) {
            return {};
        }
        Verdict verdict = members_.listed_first(members, phrase.count);
        verdict.sentence = sentence;
        return verdict;
    }

    /// Countries go before organisations, unless those were named later, as a pair; persons come last.
    Verdict sides(const Phrase& phrase) const {
        Verdict countries = look_back(phrase, Group::Countries);
        Verdict actors = look_back(phrase, Group::Sides);
        if (countries.clarity == Clarity::Found) {
            const bool later =
                actors.clarity == Clarity::Found && actors.joined &&
                (actors.sentence > countries.sentence || (actors.sentence == countries.sentence && phrase.count == 0 &&
                                                          actors.members.size() > countries.members.size()));
            return later ? actors : countries;
        }
        if (countries.clarity == Clarity::Unclear || actors.clarity != Clarity::None) {
            return actors;
        }
        return look_back(phrase, Group::Persons);
    }

    /// "The parties" may also be those of any dispute, or political ones: the members have to be named right before,
    /// and as a list unless they are countries.
    bool are_the_parties(const Phrase& phrase, const Verdict& found) const {
        const bool countries = std::all_of(found.members.begin(), found.members.end(),
                                           [&](const Member& member) { return is_country(mentions_[member.mention]); });
        return (found.joined || countries) && found.sentence + 1 >= words_[phrase.words.begin].sentence;
    }

    /// "The two leaders", where the text has named two countries and who leads them.
    Verdict of_countries(const Phrase& phrase) const {
        Verdict countries = look_back(phrase, Group::Countries);
        for (Member& member : countries.members) {
            member.mention = members_.person_for(member.thing, phrase.group, next_);
            if (member.mention == GroupMembers::no_mention) {
                return {};
            }
        }
        return countries;
    }

    Verdict look_back(const Phrase& phrase, Group group) const {
        Verdict verdict = look_back(phrase, group, false);
        return verdict.clarity == Clarity::None ? look_back(phrase, group, true) : verdict;
    }

    Verdict look_back(const Phrase& phrase, Group group, bool weak) const {
        std::vector<Member> all;
        std::uint32_t end = next_;
        const std::uint32_t last = next_ > farthest_mention ? next_ - farthest_mention : 0;
        for (std::uint32_t sentence = words_[phrase.words.begin].sentence;;) {
            std::uint32_t begin = end;
            while (begin > last && words_[mentions_[begin - 1].words.begin].sentence == sentence) {
                --begin;
            }
            const std::vector<Member> members = members_.among(begin, end, group);
            Verdict verdict = members_.judge(members, phrase.count, weak);
            verdict.sentence = sentence;
            if (verdict.clarity != Clarity::Found && remembered(sentence, phrase, group)) {
                return memory_;
            }
            if (verdict.clarity != Clarity::None) {
                return verdict;
            }
            all.insert(all.begin(), members.begin(), members.end());
            if (begin == last) {
                break;
            }
            end = begin;
            sentence = previous_sentence(sentence, begin);
        }
        return last == 0 ? from_whole(all, phrase, weak) : Verdict{};
    }

    /// The last sentence before this one that has a mention or the collective one remembered.
    std::uint32_t previous_sentence(std::uint32_t sentence, std::uint32_t mention) const {
        const std::uint32_t named = words_[mentions_[mention - 1].words.begin].sentence;
        const bool between = memory_.clarity == Clarity::Found && memory_.sentence < sentence;
        return between ? std::max(named, memory_.sentence) : named;
    }

    /// "Mongolia sent a note. Japan replied. The two countries": all that the text has named so far.
    Verdict from_whole(const std::vector<Member>& all, const Phrase& phrase, bool weak) const {
        Verdict verdict = phrase.count == 0 ? Verdict{} : members_.judge(all, phrase.count, weak);
        verdict.sentence = all.empty() ? 0 : words_[all.back().words.begin].sentence;
        return verdict;
    }

    bool remembered(std::uint32_t sentence, const Phrase& phrase, Group group) const {
        const bool fits = phrase.count == 0 || phrase.count == memory_.members.size();
        return memory_.clarity == Clarity::Found && memory_.sentence == sentence && fits &&
               (memory_group_ == group || (of_states(memory_group_) && of_states(group)));
    }

    void remember(const Phrase& phrase, const Verdict& verdict) {
        memory_ = verdict;
        memory_.sentence = words_[phrase.words.begin].sentence;
        memory_group_ = phrase.group;
    }

    Collective made(const Phrase& phrase, const Verdict& verdict) const {
        Collective collective;
        collective.begin = words_[phrase.words.begin].begin;
        collective.end = words_[phrase.words.end - 1].end;
        collective.kind = phrase.kind;
        for (const Member& member : verdict.members) {
            collective.members.push_back(member.mention);
        }
        return collective;
    }

    const Words& words_;
    const std::vector<Resolved>& mentions_;
    GroupMembers members_;
    std::uint32_t next_ = 0;  ///< the first mention that does not stand before the phrase
    Verdict memory_;          ///< the collective mention resolved last
    Group memory_group_ = Group::Sides;
};

}  // namespace

std::vector<Collective> resolve_collectives(const Words& words, const std::vector<Resolved>& mentions) {
    const std::vector<Phrase> phrases = collective_phrases(words);
    return phrases.empty() ? std::vector<Collective>() : Resolver(words, mentions).run(phrases);
}

}  // namespace entities
