#include "verb_forms.h"

#include <algorithm>

#include "words/table.h"

namespace events {

namespace {

bool is_vowel(char c) {
    return std::string_view("aeiou").find(c) != std::string_view::npos;
}

bool ends_in_consonant_y(std::string_view base) {
    return base.size() > 1 && base.back() == 'y' && !is_vowel(base[base.size() - 2]);
}

std::string third(std::string_view base) {
    if (ends_in_consonant_y(base)) {
        return std::string(base.substr(0, base.size() - 1)) + "ies";
    }
    constexpr std::string_view hissing[] = {"s", "sh", "ch", "x", "z", "o"};
    const bool hisses =
        std::any_of(std::begin(hissing), std::end(hissing), [&](auto end) { return base.ends_with(end); });
    return std::string(base) + (hisses ? "es" : "s");
}

/// "slam", "snub": one short vowel before the last letter, and no other.
bool doubles_last(std::string_view base) {
    const auto vowels = std::count_if(base.begin(), base.end(), is_vowel);
    constexpr std::string_view never = "wxyhcs";
    return base.size() > 2 && vowels == 1 && is_vowel(base[base.size() - 2]) && !is_vowel(base.back()) &&
           never.find(base.back()) == never.npos;
}

std::string past(std::string_view base) {
    if (ends_in_consonant_y(base)) {
        return std::string(base.substr(0, base.size() - 1)) + "ied";
    }
    if (doubles_last(base)) {
        return std::string(base) + base.back() + "ed";
    }
    return std::string(base) + (base.back() == 'e' ? "d" : "ed");
}

/// "ban", "banned" gives "banning"; "sign" gives "signing".
std::string ing(std::string_view base, std::string_view past) {
    const bool doubles = past.size() == base.size() + 3 && past.starts_with(base) && past[base.size()] == base.back();
    if (doubles) {
        return std::string(base) + base.back() + "ing";
    }
    constexpr std::string_view sit[] = {"sit", "cut", "shut", "hit",   "set",    "put", "let",
                                        "get", "win", "quit", "begin", "forget", "bid", "forbid"};
    if (std::find(std::begin(sit), std::end(sit), base) != std::end(sit)) {
        return std::string(base) + base.back() + "ing";
    }
    const bool silent = base.size() > 2 && base.back() == 'e' && !base.ends_with("ee");
    return std::string(silent ? base.substr(0, base.size() - 1) : base) + "ing";
}

/// "cancel", "level": with one "l" in America, with two elsewhere.
bool ends_in_weak_l(std::string_view base) {
    const auto vowels = std::count_if(base.begin(), base.end(), is_vowel);
    return vowels > 1 && (base.ends_with("el") || base.ends_with("al")) && !is_vowel(base[base.size() - 3]);
}

void add(std::vector<VerbForm>& forms, std::string text, std::uint8_t form) {
    const auto same =
        std::find_if(forms.begin(), forms.end(), [&](const VerbForm& known) { return known.text == text; });
    if (same != forms.end()) {
        same->form |= form;
    } else {
        forms.push_back({std::move(text), form});
    }
}

}  // namespace

VerbForms::VerbForms(std::string_view table) {
    words::each_row(table, "verbs.tsv", 3, [&](const words::TableRow& row) {
        irregular_[row.columns[0]] = {row.columns[1], row.columns[2]};
    });
}

std::vector<VerbForm> VerbForms::of(std::string_view base) const {
    const auto found = irregular_.find(base);
    const std::string past_form = found != irregular_.end() ? std::string(found->second.past) : past(base);
    std::vector<VerbForm> forms;
    add(forms, std::string(base), Base);
    add(forms, third(base), Third);
    add(forms, past_form, Past);
    add(forms, found != irregular_.end() ? std::string(found->second.participle) : past_form, Participle);
    add(forms, ing(base, past_form), Ing);
    if (found == irregular_.end() && ends_in_weak_l(base)) {
        add(forms, std::string(base) + "led", Past | Participle);
        add(forms, std::string(base) + "ling", Ing);
    }
    return forms;
}

}  // namespace events
