// Looks before the name, then at an apposition after it.
#include "stated_office.h"

#include <algorithm>

#include "offices.h"

namespace entities {

namespace {

constexpr std::uint32_t farthest = 18;

/// The country or organisation that a mention stands for in "Chinese", "Kazakhstan's", "UN"; empty if it is neither.
std::string body_of(const Linked* mention) {
    if (mention == nullptr || mention->type == Type::Person) {
        return {};
    }
    if (mention->id.starts_with("country:") || mention->id.starts_with("org:")) {
        return mention->id;
    }
    return mention->type == Type::Place || mention->country.empty() ? std::string()
                                                                    : std::string("country:").append(mention->country);
}

class OfficeFinder {
public:
    OfficeFinder(const LinkContext& context, const Linked& person)
        : context_(context),
          words_(context.words),
          person_(person.words),
          sentence_(context.sentence_of(person_.begin)) {}

    StatedOffice find() const {
        StatedOffice stated = before();
        return stated.office.empty() ? after() : stated;
    }

private:
    StatedOffice before() const {
        const std::uint32_t limit = person_.begin;
        const std::uint32_t from = std::max(sentence_.begin, limit - std::min(limit, farthest));
        for (std::uint32_t at = from; at < limit; ++at) {
            const auto end = static_cast<std::uint32_t>(office_end(words_, at, limit));
            if (end == at) {
                continue;
            }
            std::string of;
            if (reaches_name(end, of)) {
                return stated({at, end}, of);
            }
            at = end - 1;
        }
        return {};
    }

    /// Between the office and the name stand titles, "of Kazakhstan" or a comma, if anything.
    bool reaches_name(std::uint32_t at, std::string& of) const {
        if (words_[at].key == "of") {
            at = past_owner(at, of);
        }
        if (at < person_.begin && words_[at].key == "," && !of.empty()) {
            ++at;
        }
        return title_end(words_, at, person_.begin) == person_.begin;
    }

    /// Past "of the United Nations" at `at`; `at` itself if no mention follows.
    std::uint32_t past_owner(std::uint32_t at, std::string& of) const {
        std::uint32_t first = at + 1;
        if (first < sentence_.end && words_[first].key == "the") {
            ++first;
        }
        const Linked* owner = context_.beginning_at(first);
        of = body_of(owner);
        return owner == nullptr || of.empty() ? at : owner->words.end;
    }

    /// With the owner before the office if there is none after it: "former Chinese foreign minister".
    StatedOffice stated(Range office, const std::string& of) const {
        const Linked* owner = of.empty() ? owner_before(office.begin) : nullptr;
        const std::uint32_t begin = owner != nullptr ? owner->words.begin : office.begin;
        const bool past =
            begin > sentence_.begin && (words_[begin - 1].key == "former" || words_[begin - 1].key == "Former");
        return {(past ? "former " : "") + words_.name(office.begin, office.end), of.empty() ? body_of(owner) : of};
    }

    /// Whose the office that begins at `at` is: "Chinese" or "China's", over other capitalised words of the office.
    const Linked* owner_before(std::uint32_t at) const {
        constexpr std::uint32_t most_words = 7;
        for (std::uint32_t back = 0; at > sentence_.begin && back < most_words; ++back, --at) {
            if (const Linked* owner = context_.ending_at(at)) {
                return owner;
            }
            const Word& word = words_[at - 1];
            const bool joins = word.key == "and" || word.key == "the" || word.key == "-" || word.ending;
            if (!joins && !word.capital && !word.is(Office | Modifier | Portfolio)) {
                return nullptr;
            }
        }
        return nullptr;
    }

    StatedOffice after() const {
        const Range office = apposed_office(words_, person_.end, sentence_.end);
        if (office.begin == office.end) {
            return {};
        }
        std::string of;
        if (office.end < sentence_.end && words_[office.end].key == "of") {
            past_owner(office.end, of);
        }
        return stated(office, of);
    }

    const LinkContext& context_;
    const Words& words_;
    Range person_;
    Range sentence_;
};

}  // namespace

StatedOffice stated_office(const LinkContext& context, const Linked& person) {
    return OfficeFinder(context, person).find();
}

}  // namespace entities
