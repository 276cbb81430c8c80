// The shipped annotators over any valid UTF-8: none may refuse a document, crash or hang.
#include <attache/utf8.hpp>
#include <cstdlib>
#include <iostream>
#include <memory>

#include "fuzz/pipeline.h"
#include "fuzz/target.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const attache::fuzz::Pipeline pipeline(
        {"jsonl", "sentences", "dates", "entities", "quotes", "events", "salience", "keyphrases"});
    // Never destroyed: at the end of the program what a call needs of its thread is gone.
    static const auto& instances = *new auto([] {
        std::vector<std::unique_ptr<attache::core::Instance>> made;
        for (const attache::core::PlannedPlugin& plugin : pipeline.plan.annotators) {
            made.push_back(std::make_unique<attache::core::Instance>(plugin, pipeline.plan));
        }
        return made;
    }());
    const std::string_view text = attache::fuzz::text_of(data, size);
    attache::core::Document document;
    document.set_text(text.substr(0, attache::utf8::valid_prefix(text)));
    document.set_field("published", "2024-05-20");
    for (const auto& instance : instances) {
        const attache::core::CallResult result = instance->annotate(document);
        if (!result.ok()) {
            std::cerr << instance->plugin().manifest().name << ": " << result.message << "\n";
            std::abort();
        }
    }
    return 0;
}

std::vector<std::string> attache::fuzz::seeds() {
    return {
        "ASTANA, March 4 (Steppe News) — The foreign ministers of Kazakhstan and China, Kassymbek Ötegenov and Mr. "
        "Liu, "
        "met on Monday.\n\n“We agreed,” Ötegenov said last week. The Shanghai Cooperation Organization (SCO) was "
        "founded "
        "in 2001, 23 years ago.",
        "From 12 to 14 July 2023, at 9:30 a.m. (06:30 UTC), in the third quarter; 1955-63; early May; every year.",
        "A wreck at 59°10′25″N 18°10′05″E, another one at S 33° 30.35', E 70,6º; it was 30 °C.",
        "北京外长会谈。第二句！ مرحبا بالعالم؟ नमस्ते दुनिया। "
        "🕊🕊🏽 "
        "e\xCC\x81\xCC\x81\xCC\x81",
        "“We,” Iran's minister said, “accuse Iraq.” Turkey, Syria and Iran, which met in Doha, denied that they had "
        "agreed "
        "to talks between the two sides; if Oman attacked Qatar, Oman's army would be expelled by Qatar, it was told.",
        "- one item\n- another item\n\nHEADLINE IN CAPITALS\n\nU.S. Gen. J. R. Smith of No. 4, St. Petersburg... "
        "\"And?\" 'Yes.'"};
}
