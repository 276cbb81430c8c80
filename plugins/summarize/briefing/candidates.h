// The sentences of a document that a briefing may be made of.
#pragma once

#include <attache/plugin.hpp>
#include <cstdint>
#include <vector>

#include "folding/article.h"
#include "folding/filter.h"
#include "folding/reports.h"
#include "passages.h"
#include "wording/reading.h"
#include "wording/vocabulary.h"
#include "wording/wording.h"

namespace briefing {

/// The day of what has no date; before any that is written.
constexpr std::int64_t no_day = -719162;  // 0001-01-01

struct Candidate {
    timeline::Report report;  ///< by which what tells the same is found; no expression if it has the day of publication
    Passage passage;
};

class Candidates {
public:
    explicit Candidates(const attache::Settings& settings);

    /// Those that `filter` wants and that can stand alone: whole sentences in whole quotation marks, which lean on none
    /// before them. If it asks for no names, only those of the summary, where there is one.
    ///
    /// A sentence has the date that governs it, as in the timeline; but if that is coarser than a month or later than
    /// the publication, the day of publication, where it is known.
    std::vector<Candidate> of(const attache::Document& document, timeline::Article article,
                              const timeline::Filter& filter) const;

private:
    bool stands_alone(const summarize::Sentence& sentence, const summarize::Wording& wording,
                      const timeline::Sentence& mentions) const;

    summarize::Reader reader_;
    summarize::Phrases phrases_;
    summarize::WordList openers_;
};

}  // namespace briefing
