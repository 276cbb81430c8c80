// The forms of English verbs.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace events {

/// Bits: a word may be several forms of its verb ("signed": past and participle).
enum Form : std::uint8_t { Base = 1, Third = 2, Past = 4, Participle = 8, Ing = 16 };

struct VerbForm {
    std::string text;
    std::uint8_t form = 0;
};

/// Makes the forms of a verb from its base. Const after loading.
class VerbForms {
public:
    /// Irregular verbs: verbs.tsv, which is kept by reference. Throws std::runtime_error if it is malformed.
    explicit VerbForms(std::string_view table);

    /// Without doubles: a text that is several forms comes once.
    std::vector<VerbForm> of(std::string_view base) const;

private:
    struct Irregular {
        std::string_view past;
        std::string_view participle;
    };
    std::unordered_map<std::string_view, Irregular> irregular_;
};

}  // namespace events
