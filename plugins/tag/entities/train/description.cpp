#include "description.h"

#include <openssl/evp.h>
#include <toml++/toml.h>

#include <array>
#include <fstream>
#include <sstream>

namespace entities::train {

namespace {

std::string sha256_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    const std::string text = std::move(bytes).str();
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned size = 0;
    EVP_Digest(text.data(), text.size(), digest.data(), &size, EVP_sha256(), nullptr);
    std::string hex;
    for (unsigned i = 0; i < size; ++i) {
        constexpr std::string_view digits = "0123456789abcdef";
        hex += digits[digest[i] >> 4U];
        hex += digits[digest[i] & 15U];
    }
    return hex;
}

toml::table entry(const std::filesystem::path& data, const std::filesystem::path& file, const std::string& source,
                  const std::string& licence) {
    return toml::table{
        {"file", file.string()}, {"source", source}, {"licence", licence}, {"sha256", sha256_of(data / file)}};
}

}  // namespace

std::string describe(const Recipe& recipe, const std::filesystem::path& data, std::size_t held_out) {
    toml::array sets;
    for (const Set& set : recipe.sets) {
        sets.push_back(entry(data, set.file, set.source, set.licence));
    }
    toml::array texts;
    for (const Texts& one : recipe.texts) {
        texts.push_back(entry(data, one.file, one.source, one.licence));
    }
    const toml::table table{{"name", recipe.name},
                            {"version", recipe.version},
                            {"licence", recipe.licence},
                            {"held_out", static_cast<std::int64_t>(held_out)},
                            {"set", sets},
                            {"texts", texts}};
    std::ostringstream text;
    text << table << '\n';
    return std::move(text).str();
}

}  // namespace entities::train
