// A reader, named by READER, over any bytes: what it takes has to be valid, what it refuses has to have a reason.
#include <algorithm>
#include <cstdlib>

#include "fuzz/pipeline.h"
#include "fuzz/target.h"
#include "testkit/testkit.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const attache::fuzz::Pipeline pipeline({READER});
    // Never destroyed: at the end of the program what a call needs of its thread is gone.
    static auto& reader = *new attache::core::Instance(pipeline.plan.readers.front(), pipeline.plan);
    attache::core::Document document;
    const attache::core::CallResult result = reader.read(attache::fuzz::text_of(data, size), document);
    if (!result.ok() && result.message == "failed without saying why") {
        std::abort();
    }
    attache_record record{};
    if (reader.splits() && !reader.split(attache::fuzz::text_of(data, size), true, record).ok()) {
        std::abort();
    }
    return 0;
}

std::vector<std::string> attache::fuzz::seeds() {
    std::vector<std::filesystem::path> files;
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(testkit::source_folder() / "samples/articles")) {
        if (entry.path().extension() == EXTENSION) {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    std::vector<std::string> seeds;
    for (const auto& file : files) {
        seeds.push_back(testkit::slurp(file));
    }
    return seeds;
}
