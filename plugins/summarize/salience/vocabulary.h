// The words that count: in lower case, without stop words, each with a number.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
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

    /// The word's number; none for stop words.
    std::optional<std::uint32_t> add(std::string_view word);
    /// The numbers of the words of a free text that have one, each once, in ascending order.
    std::vector<std::uint32_t> known(std::string_view text) const;
    std::size_t size() const { return numbers_.size(); }

private:
    const WordList& stop_words_;
    std::map<std::string, std::uint32_t, std::less<>> numbers_;
};

}  // namespace salience
