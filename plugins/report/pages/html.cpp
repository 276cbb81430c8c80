// Text made safe for a page.
#include "html.h"

#include <openssl/evp.h>

#include <array>
#include <attache/utf8.hpp>
#include <stdexcept>

namespace report {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

bool is_forbidden(unsigned char byte) {
    return (byte < 0x20 && byte != '\n' && byte != '\t' && byte != '\r') || byte == 0x7F;
}

/// U+0080 to U+009F, in UTF-8 C2 80 to C2 9F.
bool starts_c1_control(std::string_view text) {
    return text.size() >= 2 && text[0] == '\xC2' && static_cast<unsigned char>(text[1]) < 0xA0;
}

/// U+FFFE and U+FFFF of any plane end in BF BE or BF BF, after EF or after F? 9F, AF or BF in the second byte.
bool starts_noncharacter(std::string_view text) {
    const std::size_t length = attache::utf8::sequence_length(text.substr(0, 4));
    if (length < 3) {
        return false;
    }
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const bool last_two = byte(length - 2) == 0xBF && byte(length - 1) >= 0xBE;
    const bool high = length == 3 ? byte(0) == 0xEF : (byte(1) & 0x0FU) == 0x0F;
    const bool arabic_block = length == 3 && byte(0) == 0xEF && byte(1) == 0xB7 && byte(2) >= 0x90 && byte(2) <= 0xAF;
    return (last_two && high) || arabic_block;
}

}  // namespace

std::string escape(std::string_view text) {
    std::string safe;
    safe.reserve(text.size() + text.size() / 16);
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        switch (c) {
            case '&':
                safe += "&amp;";
                break;
            case '<':
                safe += "&lt;";
                break;
            case '>':
                safe += "&gt;";
                break;
            case '"':
                safe += "&quot;";
                break;
            case '\'':
                safe += "&#39;";
                break;
            case '\r':
                safe += '\n';
                break;
            default:
                if (is_forbidden(static_cast<unsigned char>(c))) {
                    safe += replacement;
                } else if (starts_c1_control(text.substr(at))) {
                    safe += replacement;
                    ++at;
                } else if (static_cast<unsigned char>(c) >= 0xEF && starts_noncharacter(text.substr(at))) {
                    safe += replacement;
                    at += attache::utf8::sequence_length(text.substr(at, 4)) - 1;
                } else {
                    safe += c;
                }
        }
    }
    return safe;
}

std::string in_brief(std::string_view text, std::size_t most_bytes) {
    std::string line;
    for (const char c : text) {
        const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        if (!space) {
            line += c;
        } else if (!line.empty() && line.back() != ' ') {
            line += ' ';
        }
        if (line.size() > most_bytes + 4) {
            break;
        }
    }
    if (line.size() <= most_bytes) {
        return line;
    }
    std::size_t cut = most_bytes;
    while (cut > 0 && !attache::utf8::is_boundary(line, cut)) {
        --cut;
    }
    if (const std::size_t space = line.rfind(' ', cut); space != line.npos && space > cut / 2) {
        cut = space;
    }
    return line.substr(0, cut) + "…";
}

bool is_web_address(std::string_view source) {
    return source.starts_with("https://") || source.starts_with("http://");
}

std::string script_hash(std::string_view script) {
    std::array<unsigned char, 32> digest{};
    unsigned size = 0;
    if (EVP_Digest(script.data(), script.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1) {
        throw std::runtime_error("cannot hash the script of the page");
    }
    std::array<unsigned char, 48> text{};
    const int length = EVP_EncodeBlock(text.data(), digest.data(), static_cast<int>(size));
    return "'sha256-" + std::string(text.begin(), text.begin() + length) + "'";
}

}  // namespace report
