// When two sentences say the same in the same words.
#define XXH_INLINE_ALL
#include "comparison.h"

#include <unicode/uchar.h>
#include <xxhash.h>

#include <array>
#include <attache/utf8.hpp>
#include <cstdint>

namespace timeline {

namespace {

UChar32 decode(std::string_view sequence) {
    const auto byte = [&](std::size_t i) { return static_cast<UChar32>(static_cast<unsigned char>(sequence[i])); };
    if (sequence.size() == 1) {
        return byte(0);
    }
    constexpr std::array<UChar32, 5> lead_mask = {0, 0, 0x1F, 0x0F, 0x07};
    UChar32 point = byte(0) & lead_mask[sequence.size()];
    for (std::size_t i = 1; i < sequence.size(); ++i) {
        point = (point << 6) | (byte(i) & 0x3F);
    }
    return point;
}

void append(std::string& text, UChar32 point) {
    const auto put = [&](UChar32 byte) { text += static_cast<char>(byte); };
    if (point < 0x80) {
        put(point);
    } else if (point < 0x800) {
        put(0xC0 | (point >> 6));
        put(0x80 | (point & 0x3F));
    } else if (point < 0x10000) {
        put(0xE0 | (point >> 12));
        put(0x80 | ((point >> 6) & 0x3F));
        put(0x80 | (point & 0x3F));
    } else {
        put(0xF0 | (point >> 18));
        put(0x80 | ((point >> 12) & 0x3F));
        put(0x80 | ((point >> 6) & 0x3F));
        put(0x80 | (point & 0x3F));
    }
}

/// Calls `take(sequence, code point)` for each; bytes that are not UTF-8 are passed over.
template <class Take>
void each_code_point(std::string_view text, const Take& take) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = attache::utf8::sequence_length(text.substr(at, 4));
        if (length == 0) {
            ++at;
            continue;
        }
        const std::string_view sequence = text.substr(at, length);
        take(sequence, decode(sequence));
        at += length;
    }
}

enum class Kind { Apostrophe, Space, Mark, Letter };

Kind kind_by_unicode(UChar32 point) {
    if (point == '\'' || point == 0x2019 || point == 0x2BC || point == 0x2BB) {
        return Kind::Apostrophe;
    }
    if (u_isUWhiteSpace(point)) {
        return Kind::Space;
    }
    return u_ispunct(point) || u_iscntrl(point) ? Kind::Mark : Kind::Letter;
}

/// Unicode's properties; those of ASCII, which is most of the text, from a table.
Kind kind_of(UChar32 point) {
    static const auto ascii = [] {
        std::array<Kind, 0x80> kinds{};
        for (UChar32 i = 0; i < 0x80; ++i) {
            kinds[static_cast<std::size_t>(i)] = kind_by_unicode(i);
        }
        return kinds;
    }();
    return point < 0x80 ? ascii[static_cast<std::size_t>(point)] : kind_by_unicode(point);
}

UChar32 folded_case(UChar32 point) {
    if (point < 0x80) {
        return point >= 'A' && point <= 'Z' ? point + ('a' - 'A') : point;
    }
    return u_foldCase(point, U_FOLD_CASE_DEFAULT);
}

}  // namespace

std::string fold_space(std::string_view text) {
    std::string folded;
    bool space = false;
    each_code_point(text, [&](std::string_view sequence, UChar32 point) {
        if (kind_of(point) == Kind::Space) {
            space = true;
            return;
        }
        if (space && !folded.empty()) {
            folded += ' ';
        }
        space = false;
        folded += sequence;
    });
    return folded;
}

std::string comparison_form(std::string_view text) {
    std::string form;
    bool space = false;
    each_code_point(text, [&](std::string_view, UChar32 point) {
        const Kind kind = kind_of(point);
        if (kind == Kind::Apostrophe) {
            return;
        }
        if (kind != Kind::Letter) {
            space = true;
            return;
        }
        if (space && !form.empty()) {
            form += ' ';
        }
        space = false;
        append(form, folded_case(point));
    });
    return form;
}

std::string fingerprint(std::string_view bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string hex;
    const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
    for (const std::uint64_t half : {hash.high64, hash.low64}) {
        for (int shift = 60; shift >= 0; shift -= 4) {
            hex += digits[(half >> shift) & 0xF];
        }
    }
    return hex;
}

std::uint64_t hash_of(std::string_view bytes) {
    return XXH3_64bits(bytes.data(), bytes.size());
}

std::string shorten(std::string_view text, std::size_t most_bytes) {
    if (text.size() <= most_bytes) {
        return std::string(text);
    }
    std::size_t cut = most_bytes;
    while (cut > 0 && !attache::utf8::is_boundary(text, cut)) {
        --cut;
    }
    const std::size_t space = text.substr(0, cut).rfind(' ');
    if (space != text.npos && space > cut / 2) {
        cut = space;
    }
    return std::string(text.substr(0, cut)) + "…";
}

}  // namespace timeline
