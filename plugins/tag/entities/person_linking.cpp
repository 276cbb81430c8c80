// A person is who the facts say only if nothing in the text contradicts it, and the name alone is not enough: the text
// has to give the office, or the country has to be named in it.
#include "person_linking.h"

#include <algorithm>
#include <span>

#include "groups.h"
#include "stated_office.h"

namespace entities {

namespace {

/// What the offices that a text gives a person say of a candidate.
enum class Verdict : std::uint8_t { Contradicted, Silent, Office, OfficeOfBody };

struct Judgement {
    Verdict verdict = Verdict::Silent;
    const Term* term = nullptr;  ///< that speaks for the candidate
};

struct Stated {
    Roles roles;
    std::string of;
};

class PersonLinker {
public:
    PersonLinker(const Facts& facts, const OfficeRoles& roles, std::optional<DayRange> published, LinkContext& context)
        : facts_(facts), roles_(roles), published_(published), context_(context) {}

    void run() {
        std::vector<Keyed> persons;
        for (std::uint32_t i = 0; i < context_.mentions.size(); ++i) {
            const Linked& mention = context_.mentions[i];
            if (mention.type == Type::Person && is_local(mention.id)) {
                persons.push_back({hashed(mention.id), i});
            }
        }
        for_each_group(persons, [&](std::span<const Keyed> mentions) { link(mentions); });
    }

private:
    /// Mentions of one person.
    void link(std::span<const Keyed> mentions) {
        const std::string name = person_key(context_.mentions[mentions.front().mention].name);
        const bool full = name.find(' ') != std::string::npos;
        std::vector<const FactPerson*> candidates = full ? facts_.named(name) : std::vector<const FactPerson*>();
        const bool family_name_only = candidates.empty();
        if (family_name_only) {
            candidates = facts_.with_family_name(name);
        }
        if (candidates.empty()) {
            return;
        }
        const std::vector<Stated> stated = stated_of(mentions);
        const FactPerson* best = nullptr;
        Judgement why;
        bool several = false;
        for (const FactPerson* candidate : candidates) {
            const Judgement judgement = judge(*candidate, stated);
            if (!is_enough(judgement, family_name_only)) {
                continue;
            }
            several = best != nullptr && judgement.verdict == why.verdict;
            if (best == nullptr || judgement.verdict > why.verdict) {
                best = candidate;
                why = judgement;
            }
        }
        if (best != nullptr && !several) {
            for (const Keyed& one : mentions) {
                set_person(context_.mentions[one.mention], *best, *why.term);
            }
        }
    }

    std::vector<Stated> stated_of(std::span<const Keyed> mentions) const {
        std::vector<Stated> all;
        for (const Keyed& one : mentions) {
            const StatedOffice stated = stated_office(context_, context_.mentions[one.mention]);
            if (!stated.office.empty()) {
                all.push_back({roles_.roles_of(stated.office), stated.of});
            }
        }
        return all;
    }

    /// What contradicts outweighs what agrees.
    Judgement judge(const FactPerson& person, const std::vector<Stated>& stated) const {
        Judgement all{Verdict::Silent, current(person)};
        for (const Stated& office : stated) {
            const Judgement one = judge(person, office);
            if (one.verdict == Verdict::Contradicted) {
                return one;
            }
            if (one.verdict > all.verdict) {
                all = one;
            }
        }
        return all;
    }

    Judgement judge(const FactPerson& person, const Stated& stated) const {
        bool of_this_body = stated.of.empty();
        bool of_some_country = false;
        for (const Term& term : person.terms) {
            of_this_body = of_this_body || term.of == stated.of;
            of_some_country = of_some_country || term.of.starts_with(country_prefix);
            const bool same_body = stated.of.empty() || term.of == stated.of;
            const bool same_role =
                std::any_of(term.roles.all.begin(), term.roles.all.end(), [&](const std::string& role) {
                    return std::find(stated.roles.all.begin(), stated.roles.all.end(), role) != stated.roles.all.end();
                });
            if (same_body && same_role && in_time(term, stated.roles.past)) {
                return {stated.of.empty() ? Verdict::Office : Verdict::OfficeOfBody, &term};
            }
        }
        // The Portuguese at the head of the United Nations is no contradiction.
        const bool other_country = stated.of.starts_with(country_prefix) && !of_this_body && of_some_country;
        return {stated.roles.telling || other_country ? Verdict::Contradicted : Verdict::Silent, nullptr};
    }

    bool in_time(const Term& term, bool past) const {
        return !published_ || (term.days.first <= published_->last && (past || published_->first <= term.days.last));
    }

    /// The first office that the person holds on the day; null if none.
    const Term* current(const FactPerson& person) const {
        const auto held = std::find_if(person.terms.begin(), person.terms.end(),
                                       [&](const Term& term) { return published_ && in_time(term, false); });
        return held == person.terms.end() ? nullptr : &*held;
    }

    bool is_enough(const Judgement& judgement, bool family_name_only) const {
        if (judgement.verdict == Verdict::Contradicted || judgement.term == nullptr) {
            return false;
        }
        if (judgement.verdict == Verdict::OfficeOfBody) {
            return true;
        }
        const bool said = judgement.verdict == Verdict::Office || !family_name_only;
        return published_ && said && is_named(judgement.term->of);
    }

    /// Whether the document names the country or organisation, or a place in it.
    bool is_named(std::string_view body) const {
        const std::string_view country = country_of(body);
        return std::any_of(context_.mentions.begin(), context_.mentions.end(), [&](const Linked& mention) {
            return mention.type != Type::Person &&
                   (mention.id == body || (!country.empty() && mention.country == country));
        });
    }

    static void set_person(Linked& mention, const FactPerson& person, const Term& term) {
        mention.id = person.id;
        mention.name = person.name;
        mention.held_office = term.office;
        mention.fact = term.where;
        if (term.of.starts_with(country_prefix)) {
            mention.country = country_of(term.of);
        }
    }

    static std::string_view country_of(std::string_view body) {
        return body.starts_with(country_prefix) ? body.substr(country_prefix.size()) : std::string_view();
    }

    static constexpr std::string_view country_prefix = "country:";

    const Facts& facts_;
    const OfficeRoles& roles_;
    std::optional<DayRange> published_;
    LinkContext& context_;
};

}  // namespace

void link_persons(const Facts& facts, const OfficeRoles& roles, std::optional<DayRange> published,
                  LinkContext& context) {
    PersonLinker(facts, roles, published, context).run();
}

}  // namespace entities
