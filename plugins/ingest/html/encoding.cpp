// ICU converts; which converter is right is decided here, in the order that saved pages call for: a copy is often
// re-encoded as UTF-8 while its declaration still says something else.
#include "encoding.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <attache/plugin.hpp>
#include <attache/utf8.hpp>
#include <limits>
#include <memory>

namespace ingest_html {
namespace {

constexpr std::size_t declared_within = 4096;

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// The name after "charset=" or "encoding=" near the start; empty if there is none.
std::string declared_encoding(std::string_view bytes) {
    std::string head(bytes.substr(0, declared_within));
    std::transform(head.begin(), head.end(), head.begin(), lower);
    for (const std::string_view label : {"charset=", "encoding="}) {
        std::size_t at = head.find(label);
        if (at == head.npos) {
            continue;
        }
        at += label.size();
        at += at < head.size() && (head[at] == '"' || head[at] == '\'') ? 1U : 0U;
        const std::size_t end = head.find_first_of("\"' \t\r\n;/>?", at);
        return head.substr(at, end == head.npos ? end : end - at);
    }
    return "";
}

struct CloseConverter {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};

/// Empty for a name that ICU does not know.
std::unique_ptr<UConverter, CloseConverter> open_converter(const std::string& name) {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open(name.c_str(), &status));
    return U_SUCCESS(status) ? std::move(converter) : nullptr;
}

std::string convert(std::string_view bytes, UConverter* converter) {
    if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max() / 4)) {
        throw attache::Error("the page is too large: " + std::to_string(bytes.size()) + " bytes");
    }
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter, status);
    if (U_FAILURE(status)) {
        throw attache::Error("the page cannot be decoded: " + std::string(u_errorName(status)));
    }
    std::string result;
    text.toUTF8String(result);
    return result;
}

/// HTML reads what pages call Latin-1 or ASCII as windows-1252, and a page that was found to be bytes is not UTF-16.
std::string converter_name(const std::string& declared) {
    for (const std::string_view name : {"", "iso-8859-1", "latin1", "us-ascii", "ascii", "iso8859-1"}) {
        if (declared == name) {
            return "windows-1252";
        }
    }
    return declared.starts_with("utf-16") || declared.starts_with("utf-32") ? "utf-8" : declared;
}

std::string decode(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        return convert(bytes.substr(3), open_converter("utf-8").get());
    }
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
        const bool little = bytes.front() == '\xFF';
        return convert(bytes.substr(2), open_converter(little ? "utf-16le" : "utf-16be").get());
    }
    const std::string declared = declared_encoding(bytes);
    // Encodings of seven bits with escapes are the only ones whose bytes are valid UTF-8 all the same.
    if (attache::utf8::valid(bytes) && !declared.starts_with("iso-2022")) {
        return std::string(bytes);
    }
    const auto converter = open_converter(converter_name(declared));
    return convert(bytes, converter ? converter.get() : open_converter("windows-1252").get());
}

}  // namespace

std::string to_utf8(std::string_view bytes) {
    const std::string text = decode(bytes);
    const auto zeros = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\0'));
    if (zeros == 0) {
        return text;
    }
    if (zeros * 64 > text.size()) {
        throw attache::Error("not a web page: " + std::to_string(zeros) + " of " + std::to_string(text.size()) +
                             " bytes are zero");
    }
    std::string result;
    for (const char c : text) {
        if (c == '\0') {
            result += "\xEF\xBF\xBD";
        } else {
            result += c;
        }
    }
    return result;
}

}  // namespace ingest_html
