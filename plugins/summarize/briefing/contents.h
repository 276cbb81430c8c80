// What a briefing says, ready to be written.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "collection/phrases.h"
#include "folding/reports.h"
#include "pages/calendar_words.h"
#include "passages.h"

namespace briefing {

struct Citation {
    timeline::Source source;
    Passage passage;
    std::size_t bullet = 0;  ///< number of the bullet that cites it, from 1
};

struct Bullet {
    std::size_t number = 0;  ///< from 1
    std::string text;
    std::string day;       ///< in words; "undated"
    std::string dated_by;  ///< the words of the sentence that give the day; empty if it is that of the publication
    std::vector<std::size_t> citations;  ///< numbers, from 1; the first is the sentence that the text is
    std::uint64_t further = 0;           ///< how many sentences more tell the same
};

struct Section {
    std::string heading;  ///< empty if there is one section only
    std::vector<Bullet> bullets;
};

struct Contents {
    std::string title;
    std::string basis;
    std::vector<summarize::CollectionPhrase> phrases;
    std::vector<Section> sections;
    std::vector<Citation> citations;
    std::string made_by;
};

/// True if the source says more than the document's id does.
inline bool has_source(const timeline::Source& source) {
    return !source.source.empty() && source.source != source.document;
}

inline std::string published_in_words(const timeline::Source& source) {
    return source.published.empty() ? "no date of publication" : "published " + report::iso_in_words(source.published);
}

}  // namespace briefing
