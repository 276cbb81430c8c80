// Lines and words as the head of an article is judged by.
#pragma once

#include <string_view>
#include <vector>

namespace ingest {

/// Without white space at both ends (ASCII, no-break space, stray byte order marks).
std::string_view trim(std::string_view text);

/// The line that begins `text`, without its newline.
std::string_view first_line(std::string_view text);

/// The words between spaces.
std::vector<std::string_view> words_of(std::string_view text);

/// True if the first letter, after any opening marks, is upper case.
bool is_capitalised(std::string_view word);

/// True if there are two upper-case letters or more and no lower-case ones.
bool is_all_capitals(std::string_view text);

/// True for the small words inside names and bylines: "and", "de", "van", "bin", "in" …
bool is_name_link(std::string_view word);

/// True if every word is capitalised or a link between such words; the first one has to be capitalised.
bool is_name(std::string_view text);

/// Like `text`, without the marks of Markdown that surround all of it.
std::string_view without_emphasis(std::string_view text);

}  // namespace ingest
