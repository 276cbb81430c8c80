#include "deciding.h"

#include <algorithm>

#include "heads.h"

namespace entities {

namespace {

/// Below this the model's word alone is a guess.
constexpr float sure = 0.8F;

class Decider {
public:
    Decider(const Words& words, const Gazetteer& gazetteer, const Model& model, std::span<const Mention> guesses)
        : words_(words), gazetteer_(gazetteer), model_(model), guesses_(guesses) {}

    Mention decide(const Labelled& name) {
        Mention mention;
        mention.first = name.first;
        mention.last = name.last;
        mention.type = name.type;
        mention.confidence = model_.confidence(name.lead);
        mention.support = mention.confidence >= sure ? Support::Cue : Support::Guess;
        mention.evidence = "model";
        if (const Mention* const guess = guess_at(name.first)) {
            mention.office = name.type == Type::Person ? guess->office : Range{};
            mention.at_place = guess->at_place;
            mention.as_person = guess->as_person;
            if (guess->last == name.last && guess->type == name.type) {
                mention.kind = guess->kind;
                mention.evidence = guess->evidence;
                mention.support = std::max(mention.support, guess->support);
                mention.entry = guess->entry;
            }
        }
        if (mention.entry == nullptr) {
            look_up(mention);
        }
        if (mention.kind.empty() && mention.type != Type::Person) {
            mention.kind = kind_by_head(mention);
        }
        return mention;
    }

private:
    const Mention* guess_at(std::uint32_t first) {
        while (next_ < guesses_.size() && guesses_[next_].first < first) {
            ++next_;
        }
        return next_ < guesses_.size() && guesses_[next_].first == first ? &guesses_[next_] : nullptr;
    }

    void look_up(Mention& mention) const {
        const Found found = gazetteer_.longest(words_, mention.first, mention.last);
        if (found && found.last == mention.last && found.entry->type == mention.type) {
            mention.entry = found.entry;
            mention.kind = found.entry->kind;
            mention.evidence = "gazetteer";
            mention.support = Support::Known;
        }
    }

    /// "Ministry of Health", "Lake Victoria"
    std::string_view kind_by_head(const Mention& mention) const {
        const Lexicon& lexicon = words_.lexicon();
        const std::string_view kind = lexicon.kind(words_[core_end(words_, mention.first, mention.last) - 1].key);
        return kind.empty() ? lexicon.kind(words_[mention.first].key) : kind;
    }

    const Words& words_;
    const Gazetteer& gazetteer_;
    const Model& model_;
    std::span<const Mention> guesses_;
    std::size_t next_ = 0;
};

}  // namespace

std::vector<Mention> decide(const Words& words, const Gazetteer& gazetteer, const Model& model, std::span<const Labelled> names,
                            std::span<const Mention> guesses) {
    Decider decider(words, gazetteer, model, guesses);
    std::vector<Mention> mentions;
    mentions.reserve(names.size());
    for (const Labelled& name : names) {
        mentions.push_back(decider.decide(name));
    }
    return mentions;
}

}  // namespace entities
