// The words that count: in lower case, without stop words, each with a number.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace salience {

using WordList = std::set<std::string, std::less<>>;

/// The lines of a resource that are neither empty nor comments ("# …").
WordList read_word_list(std::string_view lines);

/// In lower case, without a possessive ending, curly apostrophes made straight.
std::string normal_form(std::string_view word);

/// Numbers the content words of one document in the order in which they come.
class Vocabulary {
public:
    /// `stop_words` must outlive the vocabulary.
    explicit Vocabulary(const WordList& stop_words) : stop_words_(stop_words) {}

    /// The number of a word in its normal form; none for stop words. Words that begin alike share one.
    std::optional<std::uint32_t> add(const std::string& form);
    /// The numbers of those words of a free text that have one, in text order.
    std::vector<std::uint32_t> known(std::string_view text) const;
    std::size_t size() const { return numbers_.size(); }

private:
    const WordList& stop_words_;
    std::unordered_map<std::string, std::uint32_t> numbers_;
};

}  // namespace salience
