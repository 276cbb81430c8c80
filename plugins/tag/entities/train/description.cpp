#include "description.h"

#include <openssl/evp.h>

#include <array>
#include <fstream>
#include <set>
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

/// A file of the recipe is listed once, though it gives labels and words.
class Sources {
public:
    explicit Sources(const std::filesystem::path& data) : data_(data) {}

    void add(const std::filesystem::path& file, const std::string& source, const std::string& licence) {
        if (files_.insert(file).second) {
            lines_ += "# source: " + source + ", " + file.string() + "; licence: " + licence + "; sha256 " +
                      sha256_of(data_ / file) + '\n';
        }
    }
    const std::string& lines() const { return lines_; }

private:
    const std::filesystem::path& data_;
    std::set<std::filesystem::path> files_;
    std::string lines_;
};

}  // namespace

std::string describe(const Recipe& recipe, const std::filesystem::path& data, std::size_t held_out) {
    Sources sources(data);
    for (const Set& set : recipe.sets) {
        sources.add(set.file, set.source, set.licence);
    }
    for (const Texts& texts : recipe.texts) {
        sources.add(texts.file, texts.source, texts.licence);
    }
    return "# name: " + recipe.name + "\n# version: " + recipe.version + "\n# licence: " + recipe.licence +
           "\n# held-out: " + std::to_string(held_out) + " documents\n" + sources.lines();
}

}  // namespace entities::train
