// What the splitter knows of single words, read from language.toml.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sentences {

/// What a word followed by a dot may be, and when that dot ends a sentence.
enum class Abbreviation : std::uint8_t {
    None,
    Never,    ///< a name follows: the sentence goes on
    Number,   ///< an abbreviation only before a number
    Starter,  ///< ends the sentence before a word that begins sentences
    Capital,  ///< ends the sentence before any capital
};

/// A set of words, looked up without allocation.
class Words {
public:
    void add(std::string_view word);
    /// Sorts what was added; needed before `contains`.
    void finish();
    bool contains(std::string_view word) const;

private:
    std::array<std::vector<std::string>, 256> by_letter_;
};

class Language {
public:
    /// Throws std::runtime_error if the table is not as expected.
    explicit Language(std::string_view toml);

    /// Of a word as written, without its last dot.
    Abbreviation abbreviation(std::string_view word) const;
    bool begins_sentence(std::string_view word) const { return starters_.contains(word); }
    bool reports_speech(std::string_view word) const { return reporting_.contains(word); }
    bool is_domain_label(std::string_view word) const { return domains_.contains(word); }

private:
    Words never_;
    Words number_;
    Words starter_;
    Words capital_;
    Words starters_;
    Words reporting_;
    Words domains_;
};

}  // namespace sentences
