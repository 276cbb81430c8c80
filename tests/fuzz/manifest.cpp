// The manifest parser.
#include "manifest/manifest.h"

#include "fuzz/target.h"
#include "testkit/testkit.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    try {
        attache::core::parse_manifest(attache::fuzz::text_of(data, size));
    } catch (const attache::core::Problems&) {
    }
    return 0;
}

std::vector<std::string> attache::fuzz::seeds() {
    std::vector<std::string> seeds;
    for (const char* plugin :
         {"ingest/text", "tag/dates", "tag/entities", "summarize/salience", "summarize/briefing", "report/report"}) {
        seeds.push_back(testkit::slurp(testkit::source_folder() / "plugins" / plugin / "plugin.toml"));
    }
    return seeds;
}
