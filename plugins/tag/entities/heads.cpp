// Reads names by their head words.
#include "heads.h"

namespace entities {

namespace {

/// "Liberal Party of Canada" in "Liberal Party of Canada Fernand Viau"
std::size_t complement_end(const Context& context, std::size_t core, std::size_t end) {
    const Words& words = context.words;
    if (words[end - 1].is(OrgHead)) {
        return end;
    }
    for (std::size_t i = core + 1; i < end; ++i) {
        const Found found = context.gazetteer.longest(words, i, end);
        if (found && found.entry->type == Type::Place && found.last < end && words[found.last].is(Given)) {
            return found.last;
        }
    }
    return end;
}

/// A head word that is none here.
bool misleads(const Words& words, std::size_t at, std::size_t core, std::size_t end) {
    const Word& head = words[core - 1];
    const bool alone = core == at + 1;
    if ((alone && core == end) || !head.capital || (alone && words[at].first && words[at].is(Common))) {
        return true;
    }
    // A person: "Julia Church"
    return words[at].is(Given) && core == at + 2 && head.is(Surname | Given);
}

/// "Heads of State and Government", "State of Emergency"
bool names_nothing(const Words& words, std::size_t at, std::size_t core, std::size_t end) {
    const Word& head = words[core - 1];
    if (core > at + 1) {
        return head.is(Portfolio) && words[core - 2].key == "and";
    }
    return head.key == "State" && words[end - 1].is(Common | MiscHead);
}

/// "Operation", "Jaysh", "Lake"
Type type_by_first(const Word& word) {
    return word.is(MiscFirst)  ? Type::Other
           : word.is(OrgFirst) ? Type::Organisation
           : word.is(LocFirst) ? Type::Place
                               : Type::None;
}

}  // namespace

Heading read_heading(const Context& context, std::size_t at, std::size_t end, const Found& known) {
    const Words& words = context.words;
    const std::size_t core = core_end(words, at, end);
    const Word& head = words[core - 1];
    const bool known_already = known && known.last > core && !words[end - 1].is(OrgHead);
    if (known_already || misleads(words, at, core, end)) {
        return {};
    }
    if (names_nothing(words, at, core, end)) {
        return {true, Type::None, end, {}};
    }
    const std::string_view kind = words.lexicon().kind(head.key);
    if (head.is(OrgHead | OrgTail)) {
        return {true, Type::Organisation, complement_end(context, core, end), kind};
    }
    if (head.is(LocHead)) {
        return {true, Type::Place, end, kind};
    }
    if (head.is(MiscHead)) {
        return {true, Type::Other, end, kind};
    }
    if (const Type type = type_by_first(words[at]); core >= at + 2 && type != Type::None) {
        return {true, type, end, words.lexicon().kind(words[at].key)};
    }
    return {};
}

bool is_organ_of_known(const Context& context, const Found& known, std::size_t end) {
    const Words& words = context.words;
    if (known.last + 1 >= end || words[known.last].key != "of") {
        return false;
    }
    const std::size_t from = words[known.last + 1].key == "the" ? known.last + 2 : known.last + 1;
    const Found whose = from < end ? context.gazetteer.longest(words, from, end) : Found{};
    return whose && whose.entry->type == Type::Organisation && whose.last == end;
}

std::size_t core_end(const Words& words, std::size_t at, std::size_t end) {
    for (std::size_t i = at + 1; i < end; ++i) {
        if (words[i].key == "of" || words[i].key == "for") {
            return i;
        }
    }
    return end;
}

}  // namespace entities
