// The reader of the manifest's note, over damaged libraries.
#include "manifest/elf_note.h"

#include "fuzz/target.h"
#include "manifest/manifest.h"
#include "testkit/testkit.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    try {
        attache::core::parse_manifest(attache::core::parse_elf_note(attache::fuzz::text_of(data, size)).text);
    } catch (const attache::core::NotAPlugin&) {
    } catch (const attache::core::Problems&) {
    }
    return 0;
}

std::vector<std::string> attache::fuzz::seeds() {
    // Headers and notes are at the front; what follows only makes changes miss them.
    const std::filesystem::path folder = std::filesystem::path(ATTACHE_BUILD_FOLDER) / "contract";
    return {testkit::slurp(folder / "plain_c/plain_c.so"), testkit::slurp(folder / "old_minor/old_minor.so")};
}
