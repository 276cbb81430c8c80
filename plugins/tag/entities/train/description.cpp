#include "description.h"

#include <openssl/evp.h>

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

std::string source_line(const std::string& source, const std::string& name, const std::string& licence,
                        const std::filesystem::path& file) {
    return "# source: " + source + ", " + name + "; licence: " + licence + "; sha256 " + sha256_of(file) + '\n';
}

}  // namespace

std::string describe(const Recipe& recipe, const std::filesystem::path& data, std::size_t held_out) {
    std::string sources;
    for (const Set& set : recipe.sets) {
        sources += source_line(set.source, set.file.string(), set.licence, data / set.file);
    }
    if (const auto& clusters = recipe.clusters) {
        for (const std::filesystem::path& file : {clusters->file, clusters->vectors}) {
            sources += source_line(clusters->source, file.filename().string(), clusters->licence, file);
        }
    }
    return "# name: " + recipe.name + "\n# version: " + recipe.version + "\n# licence: " + recipe.licence +
           "\n# held-out: " + std::to_string(held_out) + " documents\n" + sources;
}

}  // namespace entities::train
