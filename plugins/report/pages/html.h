// Text made safe for a page.
#pragma once

#include <string>
#include <string_view>

namespace report {

/// The text for element content and quoted attributes: markup is inert, and control characters that HTML does not
/// allow are shown as U+FFFD.
std::string escape(std::string_view text);

/// The text in one line, cut at a space to about `most_bytes` with "…" where it is longer.
std::string in_brief(std::string_view text, std::size_t most_bytes);

/// True for addresses that a reader may follow: http and https.
bool is_web_address(std::string_view source);

/// The Content-Security-Policy source that allows this script and no other.
std::string script_hash(std::string_view script);

}  // namespace report
