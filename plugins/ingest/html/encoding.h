// The bytes of a page as UTF-8, whatever encoding it is in.
#pragma once

#include <string>
#include <string_view>

namespace ingest_html {

/// Decodes by byte order mark; else as UTF-8 if it is that; else by the encoding that the page declares; else as
/// windows-1252. What cannot be decoded, and zero bytes, become U+FFFD. Throws attache::Error for what is no text.
std::string to_utf8(std::string_view bytes);

}  // namespace ingest_html
