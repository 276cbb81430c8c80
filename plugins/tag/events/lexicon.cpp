#include "lexicon.h"

#include <stdexcept>

#include "words/table.h"

namespace events {

namespace {

/// A word as it stands and its plural.
void add_with_plural(WordSet& set, std::string_view word, std::deque<std::string>& texts) {
    set[word] = true;
    texts.push_back(std::string(word) + (word.ends_with("s") || word.ends_with("ch") ? "es" : "s"));
    set[texts.back()] = true;
    if (word.ends_with("y")) {
        texts.push_back(std::string(word.substr(0, word.size() - 1)) + "ies");
        set[texts.back()] = true;
    }
}

}  // namespace

Lexicon::Lexicon(std::string_view entries, std::string_view sets, std::string_view verbs) : forms_(verbs) {
    words::each_row(sets, "sets.tsv", 2, [&](const words::TableRow& row) {
        if (named_sets_.contains(row.columns[0])) {
            throw std::runtime_error(row.place + ": there is a set \"" + std::string(row.columns[0]) + "\" already");
        }
        read_set(row.columns[0], row.columns[1]);
    });
    words::each_row(entries, "lexicon.tsv", 5, [&](const words::TableRow& row) { read_entry(row.columns, row.place); });
}

void Lexicon::read_set(std::string_view name, std::string_view members) {
    WordSet& set = word_sets_.emplace_back();
    for (const std::string_view word : words::parts(members, '|')) {
        add_with_plural(set, word, texts_);
    }
    named_sets_[name] = &set;
}

void Lexicon::read_entry(const std::vector<std::string_view>& columns, const std::string& place) {
    Entry& entry = entries_.emplace_back();
    entry.label = columns[2];
    entry.place = place;
    if (columns[3] != "-") {
        entry.targets = words::parts(columns[3], '|');
    }
    if (columns[4] != "-") {
        for (const std::string_view condition : words::parts(columns[4], ';')) {
            read_condition(entry, condition);
        }
    }
    const bool verb = columns[0] == "verb";
    if (!verb && columns[0] != "noun") {
        throw std::runtime_error(place + ": there is \"" + std::string(columns[0]) + "\"; right would be verb or noun");
    }
    for (const std::string_view word : words::parts(columns[1], '|')) {
        if (!verb) {
            meanings_[word].as_noun.push_back(&entry);
            continue;
        }
        for (VerbForm& form : forms_.of(word)) {
            Meaning& meaning = meanings_[keep(std::move(form.text))];
            meaning.form |= form.form;
            meaning.as_verb.push_back(&entry);
        }
    }
}

void Lexicon::read_condition(Entry& entry, std::string_view condition) {
    const auto space = condition.find(' ');
    const std::string_view name = condition.substr(0, space);
    const std::string_view rest = space == condition.npos ? std::string_view() : condition.substr(space + 1);
    if (name == "next") {
        entry.next = words::parts(rest, '|');
    } else if (name == "has") {
        entry.has = words_of(rest, entry.place);
    } else if (name == "subject") {
        entry.subject = words_of(rest, entry.place);
    } else if (name == "to") {
        entry.infinitive = true;
    } else if (name == "ing") {
        entry.gerund = true;
    } else if (name == "not") {
        entry.negated = true;
    } else if (name == "target") {
        entry.target_needed = true;
    } else if (name == "link") {
        entry.link_needed = true;
    } else if (name == "active") {
        entry.active = true;
    } else if (name == "passive") {
        entry.passive = true;
    } else if (name == "sym") {
        entry.symmetric = true;
    } else if (name == "plan") {
        entry.planned = true;
    } else if (name == "swap") {
        entry.swapped = true;
    } else if (name == "courtesy") {
        entry.courtesy = true;
    } else {
        throw std::runtime_error(entry.place + ": there is condition \"" + std::string(name) +
                                 "\"; right would be next, has, subject, to, ing, not, target, link, active, passive, "
                                 "sym, plan, swap or courtesy");
    }
}

const WordSet* Lexicon::words_of(std::string_view list, const std::string& place) {
    WordSet& set = word_sets_.emplace_back();
    for (const std::string_view part : words::parts(list, '|')) {
        if (!part.starts_with("@")) {
            add_with_plural(set, part, texts_);
            continue;
        }
        const auto named = named_sets_.find(part.substr(1));
        if (named == named_sets_.end()) {
            throw std::runtime_error(place + ": there is no set \"" + std::string(part) + "\" in sets.tsv");
        }
        set.merge(*named->second);
    }
    return &set;
}

const WordSet& Lexicon::set(std::string_view name) const {
    const auto named = named_sets_.find(name);
    if (named == named_sets_.end()) {
        throw std::runtime_error("sets.tsv: there is no set \"" + std::string(name) + "\", which the program needs");
    }
    return *named->second;
}

std::string_view Lexicon::keep(std::string text) {
    return texts_.emplace_back(std::move(text));
}

}  // namespace events
