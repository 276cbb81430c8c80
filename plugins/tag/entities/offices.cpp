// Parses offices: modifiers, the office itself, what it is of, and a second office joined by "and".
#include "offices.h"

#include <algorithm>

namespace entities {

namespace {

constexpr std::size_t longest_office = 16;

bool hyphen_at(const Words& words, std::size_t at, std::size_t limit) {
    return at + 1 < limit && words[at].key == "-" && words[at].glued && words[at + 1].glued;
}

/// Past the portfolio that begins at `at`: "Foreign Affairs and Trade".
std::size_t portfolio_end(const Words& words, std::size_t at, std::size_t limit) {
    std::size_t end = at;
    while (at < limit) {
        if (words[at].is(Portfolio)) {
            end = ++at;
        } else if (end > 0 && at + 1 < limit && words[at + 1].is(Portfolio) &&
                   (words[at].key == "and" || words[at].key == "&" || words[at].key == ",")) {
            ++at;
        } else {
            break;
        }
    }
    return end;
}

/// Past "of Foreign Affairs" or "for the Economy" at `at`.
std::size_t complement_end(const Words& words, std::size_t at, std::size_t limit) {
    std::size_t from = at;
    if (from < limit && (words[from].key == "of" || words[from].key == "for")) {
        ++from;
        if (from < limit && words[from].key == "the") {
            ++from;
        }
        const std::size_t end = portfolio_end(words, from, limit);
        // "spokesman for the Foreign Ministry" is of an organisation that has its own mention.
        const bool named = end < limit && words[end].capital && words[end].is(OrgHead);
        return end > from && !named ? end : at;
    }
    return at;
}

std::size_t one_office_end(const Words& words, std::size_t at, std::size_t limit) {
    std::size_t head = at;
    const bool capital = words[at].capital;
    const auto may_precede = [&](std::size_t i) {
        // "Foreign Office Minister"
        return words[i].is(Modifier) || (capital && (words[i].is(Portfolio) || (i > at && words[i].key == "Office")));
    };
    while (head < limit && may_precede(head) &&
           !(words[head].is(Office) && (head + 1 == limit || !words[head + 1].is(Office)))) {
        ++head;
        if (hyphen_at(words, head, limit)) {
            ++head;
        }
    }
    if (head >= limit || !words[head].is(Office) || (capital && !words[head].capital)) {
        return at;
    }
    std::size_t end = head + 1;
    while (end < limit && (words[end].is(Office) || words[end].is(OfficeTail)) && words[end].capital == capital) {
        ++end;
    }
    if (hyphen_at(words, end, limit) && words[end + 1].is(OfficeTail)) {
        end += 2;
    }
    return complement_end(words, end, limit);
}

}  // namespace

std::size_t detail::likely_office_end(const Words& words, std::size_t at, std::size_t limit) {
    limit = std::min(limit, at + longest_office);
    std::size_t end = one_office_end(words, at, limit);
    while (end > at && end + 1 < limit && words[end].key == "and" && words[end + 1].letters) {
        const std::size_t next = one_office_end(words, end + 1, limit);
        if (next == end + 1) {
            break;
        }
        end = next;
    }
    return end;
}

std::size_t title_end(const Words& words, std::size_t at, std::size_t limit) {
    std::size_t end = at;
    while (end < limit && words[end].capital && (words[end].is(Title) || words[end].key == "HE")) {
        ++end;
        if (end < limit && words[end].key == "." && words[end].glued) {
            ++end;
        }
    }
    return end;
}

Range apposed_office(const Words& words, std::size_t at, std::size_t limit) {
    if (at >= limit || words[at].key != ",") {
        return {};
    }
    const std::size_t last_start = std::min(limit, at + 6);
    for (std::size_t start = at + 1; start < last_start; ++start) {
        const Word& word = words[start];
        if (!word.letters && !word.ending) {
            break;
        }
        if (const std::size_t end = office_end(words, start, limit); end > start) {
            return {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)};
        }
        if (!word.capital && !word.ending && word.key != "the" && word.key != "a" && word.key != "an") {
            break;
        }
    }
    return {};
}

}  // namespace entities
