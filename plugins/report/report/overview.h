// The head of the page: what the run holds, in figures, and what the page leaves out.
#pragma once

#include <cstdint>
#include <string>

#include "article.h"
#include "pages/templates.h"

namespace report {

struct Figures {
    std::uint64_t documents = 0;
    std::uint64_t documents_shown = 0;
    std::uint64_t undated_documents = 0;
    std::string first_published;  ///< ISO 8601; empty if no document has a publication date
    std::string last_published;
    std::uint64_t sentences = 0;
    std::uint64_t mentions = 0;
    std::uint64_t entities = 0;
    std::uint64_t entities_shown = 0;
    std::uint64_t dates = 0;
    std::uint64_t unresolved = 0;
    std::uint64_t unresolved_shown = 0;
    std::uint64_t entries = 0;
    std::uint64_t entries_shown = 0;
    std::uint64_t undated = 0;  ///< events
    std::uint64_t undated_listed = 0;
    std::uint64_t undated_shown = 0;
    std::uint64_t rejected = 0;
    std::uint64_t rejected_shown = 0;

    void count(const Article& article);
};

/// "19 documents published from 4 March to 24 April 2024".
std::string scope_in_words(const Figures& figures);

std::string figures_html(const Figures& figures, const Parts& parts);

/// What a reader must know before trusting the page: missing publication dates, and all that is left out and where it
/// is.
std::string notices_html(const Figures& figures, const Parts& parts);

/// "12,345".
std::string grouped(std::uint64_t number);

}  // namespace report
