// What a briefing is of, and how much it rests on.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "folding/article.h"
#include "folding/filter.h"

namespace briefing {

class Scope {
public:
    explicit Scope(timeline::Filter::Wanted wanted);

    /// Every document, in their order. `tells`: it has a sentence that may be cited.
    void add(const timeline::Article& article, bool tells);

    /// "Kazakhstan and China, March 2024"; "All documents".
    std::string title() const;

    /// "31 documents read; 12 tell of it, published 4 March to 24 April 2024; 9 are cited."
    std::string basis(std::uint64_t cited) const;

    std::uint64_t documents() const { return documents_; }
    std::uint64_t telling() const { return telling_; }

    /// The names of what is asked for, as the documents have them.
    std::vector<std::string> names() const;

private:
    void look_for_names(const timeline::Article& article);

    timeline::Filter::Wanted wanted_;
    std::map<std::string, std::string, std::less<>> names_;  ///< by setting
    std::uint64_t documents_ = 0;
    std::uint64_t telling_ = 0;
    std::uint64_t undated_ = 0;  ///< of those that tell
    std::string first_;          ///< days of publication, of those that tell
    std::string last_;
};

/// "1 document", "3 documents".
std::string counted(std::uint64_t number, std::string_view one, std::string_view more);

}  // namespace briefing
