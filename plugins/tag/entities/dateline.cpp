#include "dateline.h"

#include <algorithm>
#include <optional>

namespace entities {

namespace {

constexpr std::uint32_t longest = 16;

struct Dateline {
    Range places;
    Range agency;           ///< empty if none is named
    std::uint32_t end = 0;  ///< past the dash
};

bool is_dash(std::string_view key) {
    return key == "-" || key == "\xE2\x80\x93" || key == "\xE2\x80\x94";
}

/// Capitals, then perhaps a date and an agency, then a dash.
std::optional<Dateline> dateline_of(const Words& words, const Sentence& sentence) {
    const std::uint32_t begin = sentence.words.begin;
    const std::uint32_t end = std::min(sentence.words.end, begin + longest);
    if (sentence.casing != Casing::Normal || begin == end || !words[begin].all_capitals) {
        return std::nullopt;
    }
    Dateline found;
    found.places = {begin, begin};
    while (found.places.end < end && (words[found.places.end].all_capitals || words[found.places.end].key == "/" ||
                                      words[found.places.end].key == ",")) {
        ++found.places.end;
    }
    std::uint32_t open = 0;
    for (std::uint32_t i = found.places.end; i < end; ++i) {
        if (words[i].key == "(") {
            open = i + 1;
        } else if (words[i].key == ")" && open != 0) {
            found.agency = {open, i};
        } else if (is_dash(words[i].key) && !words[i].glued) {
            found.end = i + 1;
            return found;
        }
    }
    return std::nullopt;
}

/// The first of the mentions that overlaps this one; null if none does.
const Mention* overlapping(const std::vector<Mention>& mentions, const Mention& one) {
    const auto at = first_ending_after(mentions, one.first);
    return at != mentions.end() && at->first < one.last ? &*at : nullptr;
}

class Reader {
public:
    Reader(const Words& words, const Gazetteer& gazetteer) : words_(words), gazetteer_(gazetteer) {}

    void read(const Dateline& dateline) {
        for (std::uint32_t at = dateline.places.begin; at < dateline.places.end;) {
            const Found place = gazetteer_.longest(words_, at, dateline.places.end);
            if (place && place.entry->type == Type::Place) {
                Mention& mention = add({at, static_cast<std::uint32_t>(place.last)}, Type::Place);
                mention.entry = place.entry;
                mention.kind = place.entry->kind;
            }
            at = place ? static_cast<std::uint32_t>(place.last) : at + 1;
        }
        if (dateline.agency.begin < dateline.agency.end) {
            add(dateline.agency, Type::Organisation);
        }
        begins_.push_back(dateline.end);
    }

    /// What was read, in place of what it overlaps.
    void merge_into(std::vector<Mention>& mentions) {
        std::erase_if(read_, [&](const Mention& read) { return is_of_name(read, overlapping(mentions, read)); });
        if (read_.empty()) {
            return;
        }
        std::erase_if(mentions, [&](const Mention& mention) {
            return owes_capital(mention) || overlapping(read_, mention) != nullptr;
        });
        mentions.insert(mentions.end(), read_.begin(), read_.end());
        std::sort(mentions.begin(), mentions.end(),
                  [](const Mention& left, const Mention& right) { return left.first < right.first; });
    }

private:
    Mention& add(Range range, Type type) {
        Mention& mention = read_.emplace_back();
        mention.first = range.begin;
        mention.last = range.end;
        mention.type = type;
        mention.support = Support::Known;
        mention.evidence = "dateline";
        return mention;
    }

    /// "NICARAGUA" of "TODAY NICARAGUA", a newspaper
    static bool is_of_name(const Mention& read, const Mention* mention) {
        return mention != nullptr && mention->type != Type::None && mention->type != Type::Place &&
               mention->first <= read.first && mention->last >= read.last &&
               mention->last - mention->first > read.last - read.first;
    }

    /// "Ministers met": the sentence begins after the dash.
    bool owes_capital(const Mention& mention) const {
        return mention.type != Type::Person && mention.last == mention.first + 1 && words_[mention.first].is(Common) &&
               std::binary_search(begins_.begin(), begins_.end(), mention.first);
    }

    const Words& words_;
    const Gazetteer& gazetteer_;
    std::vector<Mention> read_;
    std::vector<std::uint32_t> begins_;
};

}  // namespace

void read_datelines(const Words& words, const Gazetteer& gazetteer, std::vector<Mention>& mentions) {
    Reader reader(words, gazetteer);
    for (const Sentence& sentence : words.sentences()) {
        if (const auto dateline = dateline_of(words, sentence)) {
            reader.read(*dateline);
        }
    }
    reader.merge_into(mentions);
}

}  // namespace entities
