// Runs a fuzz target without libFuzzer: TARGET COUNT tries every seed and COUNT changes of them, the same ones each
// time; TARGET --seeds DIR writes the seeds for libFuzzer to begin from. A crash leaves the input in crash-input.
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <random>

#include "fuzz/target.h"

namespace {

using Random = std::mt19937;

std::string changed(std::string input, const std::vector<std::string>& seeds, Random& random) {
    const auto place = [&](std::size_t size) { return size == 0 ? 0 : random() % size; };
    for (unsigned changes = 1 + random() % 4; changes > 0; --changes) {
        const std::size_t at = place(input.size());
        switch (random() % 6) {
            case 0:
                if (!input.empty()) {
                    input[at] = static_cast<char>(random());
                }
                break;
            case 1:
                input.insert(at, 1, static_cast<char>(random()));
                break;
            case 2:
                input.erase(at, random() % 16);
                break;
            case 3:
                input.resize(at);
                break;
            case 4:
                input.insert(at, input.substr(place(input.size()), random() % 64));
                break;
            default: {
                const std::string& other = seeds[random() % seeds.size()];
                input.insert(at, other.substr(place(other.size()), random() % 256));
            }
        }
    }
    return input;
}

void try_input(const std::string& input) {
    std::ofstream("crash-input", std::ios::binary) << input;
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
}

}  // namespace

int main(int count, char** arguments) {
    const std::vector<std::string> seeds = attache::fuzz::seeds();
    if (count == 3 && std::strcmp(arguments[1], "--seeds") == 0) {
        std::filesystem::create_directories(arguments[2]);
        for (std::size_t i = 0; i < seeds.size(); ++i) {
            std::ofstream(std::string(arguments[2]) + "/" + std::to_string(i), std::ios::binary) << seeds[i];
        }
        return 0;
    }
    const int tries = count == 2 ? std::atoi(arguments[1]) : 1000;
    std::filesystem::current_path(std::filesystem::temp_directory_path());
    for (const std::string& seed : seeds) {
        try_input(seed);
    }
    Random random(1);
    for (int i = 0; i < tries; ++i) {
        try_input(changed(seeds[random() % seeds.size()], seeds, random));
    }
    std::remove("crash-input");
    std::printf("%zu seeds and %d changes of them passed\n", seeds.size(), tries);
}
