// Indexes full names by head word, by last words and by first words, then looks the short forms up.
#include "short_forms.h"

#include <algorithm>
#include <unordered_map>

#include "heads.h"

namespace entities {

namespace {

constexpr std::uint32_t longest_full_name = 12;

/// Of an organisation, as it was before short forms were tied.
struct Name {
    std::uint32_t first = 0;  ///< words [first, last)
    std::uint32_t last = 0;
    const Entry* entry = nullptr;
};

/// A full name, and whether another one fits as well.
struct Full {
    const Name* name = nullptr;
    bool ambiguous = false;
};

class ShortForms {
public:
    ShortForms(const Words& words, std::vector<Mention>& mentions) : words_(words), mentions_(mentions) {}

    void tie() {
        for (const Mention& mention : mentions_) {
            if (mention.type == Type::Organisation && mention.full.end == 0 && mention.last > mention.first + 1) {
                full_names_.push_back({mention.first, mention.last, mention.entry});
            }
        }
        if (full_names_.empty()) {
            return;
        }
        for (const Name& name : full_names_) {
            if (name.last - name.first <= longest_full_name) {
                index_ends(name);
            }
        }
        for (Mention& mention : mentions_) {
            tie_end(mention);
        }
        tie_heads();
    }

private:
    using Index = std::unordered_map<Hash, Full>;

    void add(Index& index, Hash brief, const Name& full) const {
        Full& known = index[brief];
        if (known.name == nullptr) {
            known.name = &full;
            return;
        }
        const bool same = (full.entry != nullptr && known.name->entry == full.entry) ||
                          words_.code(known.name->first, known.name->last) == words_.code(full.first, full.last);
        known.ambiguous = known.ambiguous || !same;
    }

    /// "Hope Foundation" for "Amal Hope Foundation"; "Northwind" for "Northwind International".
    void index_ends(const Name& name) {
        for (std::uint32_t at = name.first + 1; at + 2 <= name.last; ++at) {
            if (words_[at].capital && !words_[at].glued) {
                add(by_end_, words_.code(at, name.last), name);
            }
        }
        std::uint32_t end = name.last;
        while (end > name.first + 1 && is_tail(words_[end - 1])) {
            --end;
        }
        const Word& first = words_[name.first];
        const bool distinct = end > name.first + 1 || !first.is(Common | OrgHead | Portfolio | Direction | Stop);
        if (end < name.last && distinct && words_[end - 1].capital) {
            add(by_end_, words_.code(name.first, end), name);
        }
    }

    static bool is_tail(const Word& word) {
        return word.key == "International" || word.key == "Group" || word.is(OrgTail) || word.is(OrgHead);
    }

    void tie_end(Mention& mention) const {
        // "Lindqvist" of Lindqvist Shipping may be the owner.
        const bool doubtful_person =
            mention.type == Type::Person && mention.last == mention.first + 1 && mention.confidence < sure;
        const bool open = mention.type == Type::Organisation || mention.type == Type::None || doubtful_person;
        const bool known = mention.entry != nullptr && !mention.entry->id.empty();
        if (!open || known || mention.full.end != 0) {
            return;
        }
        const auto found = by_end_.find(words_.code(mention.first, mention.last));
        if (found != by_end_.end() && !found->second.ambiguous) {
            set(mention, found->second);
        }
    }

    /// "the Ministry", once exactly one ministry has been named.
    void tie_heads() {
        Index by_head;
        std::vector<Mention> added;
        std::size_t next = 0;
        for (const Sentence& sentence : words_.sentences()) {
            if (sentence.casing != Casing::Normal) {
                continue;
            }
            for (const std::uint32_t at : words_.capitals(sentence)) {
                if (!stands_alone(at, sentence.words)) {
                    continue;
                }
                for (; next < full_names_.size() && full_names_[next].last <= at; ++next) {
                    add_head(by_head, full_names_[next]);
                }
                const auto found = by_head.find(words_[at].code);
                if (found != by_head.end()) {
                    use(at, found->second, added);
                }
            }
        }
        if (!added.empty()) {
            mentions_.insert(mentions_.end(), added.begin(), added.end());
            std::stable_sort(mentions_.begin(), mentions_.end(),
                             [](const Mention& left, const Mention& right) { return left.first < right.first; });
        }
    }

    void add_head(Index& by_head, const Name& name) const {
        const Word& head = words_[core_end(words_, name.first, name.last) - 1];
        if (head.is(OrgHead)) {
            add(by_head, head.code, name);
        }
    }

    bool stands_alone(std::uint32_t at, Range sentence) const {
        const Word& word = words_[at];
        if (!word.is(OrgHead) || word.all_capitals || at == sentence.begin) {
            return false;
        }
        const bool after_the = words_[at - 1].key == "the" || words_[at - 1].key == "The";
        if (!after_the || at + 1 == sentence.end) {
            return after_the;
        }
        const Word& next = words_[at + 1];
        return !next.capital && next.key != "of" && next.key != "for" && !(next.glued && next.key == "-");
    }

    void use(std::uint32_t at, const Full& full, std::vector<Mention>& added) {
        const auto next = first_ending_after(mentions_, at);
        if (next == mentions_.end() || next->first > at) {
            Mention& brief = added.emplace_back();
            brief.first = at;
            brief.last = at + 1;
            set(brief, full);
        } else if (next->first == at && next->last == at + 1 && next->full.end == 0 &&
                   (!full.ambiguous || next->support < Support::Cue)) {
            set(*next, full);
        }
    }

    /// What may be one of several names none of them, but something.
    static void set(Mention& mention, const Full& full) {
        mention.full = full.ambiguous ? Range{} : Range{full.name->first, full.name->last};
        mention.type = Type::Organisation;
        mention.entry = nullptr;
        mention.support = Support::Cue;
        mention.evidence = "alias";
    }

    const Words& words_;
    std::vector<Mention>& mentions_;
    std::vector<Name> full_names_;
    Index by_end_;
};

}  // namespace

void tie_short_forms(const Words& words, std::vector<Mention>& mentions) {
    ShortForms(words, mentions).tie();
}

}  // namespace entities
