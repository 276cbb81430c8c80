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

#include "../article/refusals.h"

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

struct Alias {
    std::string_view declared;
    const char* meant;
};

// What pages call by the first name is in fact the second, which has more characters.
constexpr std::array<Alias, 11> aliases = {{{"", "windows-1252"},
                                            {"iso-8859-1", "windows-1252"},
                                            {"iso8859-1", "windows-1252"},
                                            {"latin1", "windows-1252"},
                                            {"us-ascii", "windows-1252"},
                                            {"ascii", "windows-1252"},
                                            {"iso-8859-9", "windows-1254"},
                                            {"gb2312", "gb18030"},
                                            {"gbk", "gb18030"},
                                            {"euc-kr", "windows-949"},
                                            {"shift_jis", "ibm-943_P15A-2003"}}};

std::string converter_name(const std::string& declared) {
    for (const Alias& alias : aliases) {
        if (declared == alias.declared) {
            return alias.meant;
        }
    }
    // The declaration itself was found as bytes, so the page is not made of larger units.
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
    ingest::refuse_binary(text);
    std::string result;
    result.reserve(text.size());
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
