// The configuration parser.
#include "config/config.h"

#include "fuzz/target.h"
#include "testkit/testkit.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    std::vector<attache::core::Problem> problems;
    try {
        attache::core::parse_config(attache::fuzz::text_of(data, size), "fuzz.toml", {}, problems);
    } catch (const attache::core::Problems&) {
    }
    return 0;
}

std::vector<std::string> attache::fuzz::seeds() {
    const std::filesystem::path source = testkit::source_folder();
    return {testkit::slurp(source / "configs/diplomatic.toml"),
            testkit::slurp(source / "tests/golden/configs/wrong_type.toml"),
            testkit::slurp(source / "tests/golden/configs/wrong_limit.toml")};
}
