// Reads definitions where they stand, then finds the short forms in the whole document.
#include "acronyms.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>

#include "labels.h"
#include "spelling.h"

namespace entities {

namespace {

bool is_quote(std::string_view key) {
    return key == "\"" || key == "'" || key == "\xE2\x80\x9C" || key == "\xE2\x80\x9D" || key == "\xE2\x80\x98" ||
           key == "\xE2\x80\x99";
}

/// Words between a full name and its short form: "(hereafter the “Bank”)", ", also known as".
bool introduces(std::string_view key) {
    constexpr std::string_view words[] = {"or",        "the",         "also",   "known",  "as",
                                          "hereafter", "hereinafter", "called", "better", "abbreviated",
                                          "commonly",  "by",          "acronym"};
    return std::find(std::begin(words), std::end(words), key) != std::end(words);
}

/// The last word before the short form in an apposition.
bool introduces_alone(std::string_view key) {
    return key == "or" || key == "as" || key == "the";
}

/// Definitions by the key of the short form, and the mentions they make.
class Acronyms {
public:
    Acronyms(const Words& words, std::vector<Mention>& mentions) : words_(words), mentions_(mentions) {}

    void tie() {
        read_definitions();
        insert_added();
        collect_undefined();
        if (!full_names_.empty()) {
            tie_uses();
            agree();
        }
    }

private:
    void read_definitions() {
        std::uint32_t open = words_.next('(', 1);
        for (const std::uint32_t at : words_.capitals()) {
            for (; open < at; open = words_.next('(', open + 1)) {
                read_bracket(open);
            }
            if (at > 0 && words_[at - 1].is(Stop) && introduces_alone(words_[at - 1].key) && acronym_form(words_[at])) {
                read_apposition(at);
            }
        }
        for (; open < words_.size(); open = words_.next('(', open + 1)) {
            read_bracket(open);
        }
    }

    /// What stands before or after the bracket at `open`.
    void read_bracket(std::uint32_t open) {
        std::uint32_t at = open + 1;
        bool quoted = false;
        for (std::uint32_t most = open + 5; at < words_.size() && at < most; ++at) {
            quoted = quoted || is_quote(words_[at].key);
            if (!is_quote(words_[at].key) && !introduces(words_[at].key) && words_[at].key != ":") {
                break;
            }
        }
        std::uint32_t end = at + 1;
        end += end < words_.size() && is_quote(words_[end].key);
        const bool closed =
            end < words_.size() && (words_[end].key == ")" || words_[end].key == "," || words_[end].key == ";");
        if (closed && acronym_form(words_[at]) && define_back(at, open)) {
            return;
        }
        if (closed && quoted && words_[at].is(OrgHead) && words_[at].capital) {
            define_named(at, open);
        } else if (acronym_form(words_[open - 1])) {
            if (const auto last = spelled_on(words_, open + 1, words_[open - 1].key)) {
                define(open - 1, {open + 1, narrow(*last)});
            }
        }
    }

    /// ", or AWC", ", also known as the AWC"
    void read_apposition(std::uint32_t at) {
        std::uint32_t begin = at;
        while (begin > 1 && at - begin < 5 && introduces(words_[begin - 1].key)) {
            --begin;
        }
        if (words_[begin - 1].key == ",") {
            if (const auto first = spelled_back(words_, begin - 1, words_[at].key)) {
                define(at, {narrow(*first), begin - 1});
            }
        }
    }

    /// By its letters, or, in another language, by standing in brackets right after the name of an organisation.
    bool define_back(std::uint32_t at, std::uint32_t open) {
        const std::uint32_t end = without_possessive(open);
        if (const auto first = spelled_back(words_, end, words_[at].key)) {
            define(at, {narrow(*first), end});
            return true;
        }
        const Mention* before = ending_at(end);
        const Mention* acronym = covering(at);
        if (before == nullptr || before->last - before->first < 2 || !words_[at].all_capitals ||
            (acronym != nullptr && acronym->entry != nullptr)) {
            return false;
        }
        define(at, {before->first, before->last});
        return true;
    }

    /// "Anti-Corruption Bureau's (ACB)"
    std::uint32_t without_possessive(std::uint32_t end) const {
        return end > 1 && words_[end - 1].ending ? end - 1 : end;
    }

    void define_named(std::uint32_t at, std::uint32_t open) {
        if (const Mention* before = ending_at(open)) {
            define(at, {before->first, before->last});
        }
    }

    void define(std::uint32_t at, Range full) {
        // "Chief Election Commissioner (CEC)"
        if (words_[full.end - 1].is(Office) || is_person(full) || !may_name(full)) {
            return;
        }
        if (full_names_.emplace(words_[at].key, full).second) {
            cover(full);
        }
    }

    /// "Andrés Manuel López Obrador (AMLO)"
    bool is_person(Range range) const {
        const Mention* const name = covering(range.begin);
        return name != nullptr && name->type == Type::Person && name->confidence >= sure &&
               name->first == range.begin && name->last == range.end;
    }

    /// "ministry of health", but not "special investigations"
    bool may_name(Range range) const {
        bool any = false;
        for (std::uint32_t i = range.begin; i < range.end; ++i) {
            any = any || words_[i].capital || words_[i].is(OrgHead);
        }
        return any;
    }

    /// The organisation whose mention ends at `end`.
    const Mention* ending_at(std::uint32_t end) const {
        const auto after = first_ending_after(mentions_, end - 1);
        return after != mentions_.end() && after->last == end && after->type == Type::Organisation ? &*after : nullptr;
    }

    const Mention* covering(std::uint32_t at) const {
        const auto found = first_ending_after(mentions_, at);
        return found != mentions_.end() && found->first <= at ? &*found : nullptr;
    }

    /// Puts a mention over `range` in place of those inside; one that reaches further stays as it is.
    void cover(Range range) {
        const auto begin = first_ending_after(mentions_, range.begin);
        const auto end = std::partition_point(begin, mentions_.end(),
                                              [&](const Mention& mention) { return mention.first < range.end; });
        Mention whole;
        whole.type = Type::Organisation;
        if (begin != end) {
            if (begin->first < range.begin || (end - 1)->last > range.end ||
                (begin->first == range.begin && begin->last == range.end && begin->type != Type::None &&
                 begin->type != Type::Person)) {
                return;
            }
            const bool other = (end - 1)->type == Type::Other && (end - 1)->evidence == "head word";
            whole.type = other ? Type::Other : Type::Organisation;
        }
        whole.first = range.begin;
        whole.last = range.end;
        whole.support = Support::Cue;
        whole.evidence = "definition";
        for (auto inside = begin; inside != end; ++inside) {
            inside->type = Type::None;
            inside->evidence = "covered";
        }
        added_.push_back(whole);
    }

    void insert_added() {
        if (added_.empty()) {
            return;
        }
        std::erase_if(mentions_, [](const Mention& mention) { return mention.evidence == "covered"; });
        mentions_.insert(mentions_.end(), added_.begin(), added_.end());
        added_.clear();
        std::stable_sort(mentions_.begin(), mentions_.end(),
                         [](const Mention& left, const Mention& right) { return left.first < right.first; });
    }

    /// "LCBC" without a definition, where the text has one name that it spells.
    void collect_undefined() {
        const std::vector<std::string_view> undefined = undefined_acronyms();
        if (undefined.empty()) {
            return;
        }
        std::unordered_map<std::string, const Mention*> by_letters;
        for (const Mention& mention : mentions_) {
            if (mention.type != Type::Organisation || mention.last - mention.first < shortest_undefined) {
                continue;
            }
            std::string letters;
            for (std::uint32_t i = mention.first; i < mention.last; ++i) {
                letters += words_[i].capital ? words_[i].key.substr(0, 1) : "";
            }
            const auto [found, is_new] = by_letters.emplace(std::move(letters), &mention);
            if (!is_new && found->second != nullptr && !same_text(*found->second, mention)) {
                found->second = nullptr;
            }
        }
        for (const std::string_view acronym : undefined) {
            const auto found = by_letters.find(std::string(acronym));
            if (found != by_letters.end() && found->second != nullptr) {
                full_names_.emplace(acronym, Range{found->second->first, found->second->last});
            }
        }
    }

    std::vector<std::string_view> undefined_acronyms() const {
        std::vector<std::string_view> acronyms;
        for (const Mention& mention : mentions_) {
            const Word& word = words_[mention.first];
            if (word.all_capitals && mention.entry == nullptr && mention.last == mention.first + 1 &&
                word.key.size() >= shortest_undefined && mention.type != Type::Person) {
                acronyms.push_back(word.key);
            }
        }
        return acronyms;
    }

    bool same_text(const Mention& left, const Mention& right) const {
        return words_.code(left.first, left.last) == words_.code(right.first, right.last);
    }

    void tie_uses() {
        std::size_t next = 0;
        for (const std::uint32_t i : words_.capitals()) {
            const Word& word = words_[i];
            if (!acronym_form(word) && !stands_named(i)) {
                continue;
            }
            const auto found = full_names_.find(word.key);
            if (found == full_names_.end()) {
                continue;
            }
            while (next < mentions_.size() && mentions_[next].last <= i) {
                ++next;
            }
            const bool covered = next < mentions_.size() && mentions_[next].first <= i;
            if (covered && mentions_[next].first == i && mentions_[next].last == i + 1) {
                count(mentions_[next], word.key);
                set(mentions_[next], found->second);
            } else if (!covered) {
                Mention use;
                use.first = i;
                use.last = i + 1;
                set(use, found->second);
                added_.push_back(use);
            }
        }
        insert_added();
    }

    void count(const Mention& use, std::string_view acronym) {
        if (use.entry == nullptr && use.type != Type::None && use.type != Type::Person) {
            types_[acronym][static_cast<std::size_t>(use.type)] += use.confidence;
        }
    }

    /// A full name is what it and its short forms were taken for with the most confidence; those follow it.
    void agree() {
        for (auto& [acronym, sums] : types_) {
            const Range range = full_names_.at(acronym);
            const auto full = first_ending_after(mentions_, range.begin);
            if (full == mentions_.end() || full->first > range.begin || full->last < range.end ||
                full->entry != nullptr || full->type == Type::None || full->type == Type::Person) {
                continue;
            }
            sums[static_cast<std::size_t>(full->type)] += full->confidence;
            const auto best = static_cast<Type>(std::max_element(sums.begin(), sums.end()) - sums.begin());
            full->kind = best == full->type ? full->kind : std::string_view();
            full->type = best;
        }
    }

    /// "the Bank", where the text says what "Bank" is short for.
    bool stands_named(std::uint32_t at) const {
        if (at == 0 || !words_[at].is(OrgHead)) {
            return false;
        }
        const std::string_view before = words_[at - 1].key;
        const bool goes_on = at + 1 < words_.size() && (words_[at + 1].key == "of" || words_[at + 1].key == "for");
        return !goes_on && (before == "the" || before == "The" || is_quote(before));
    }

    static void set(Mention& mention, Range full) {
        mention.full = full;
        mention.type = Type::Organisation;
        mention.entry = nullptr;
        mention.support = Support::Cue;
        mention.evidence = "acronym";
    }

    static constexpr std::size_t shortest_undefined = 3;

    const Words& words_;
    std::vector<Mention>& mentions_;
    std::vector<Mention> added_;
    std::unordered_map<std::string_view, Range> full_names_;
    /// By short forms, how sure the model was of each type.
    std::unordered_map<std::string_view, std::array<float, mention_types + 1>> types_;
};

}  // namespace

void tie_acronyms(const Words& words, std::vector<Mention>& mentions) {
    Acronyms(words, mentions).tie();
}

}  // namespace entities
