// The decoder of the store's documents; what it accepts has to encode and decode again.
#include <cstdlib>

#include "document/codec.h"
#include "document/json.h"
#include "fuzz/target.h"

namespace {

const std::deque<attache::core::PlannedLayer>& layers() {
    static const auto layers = [] {
        std::deque<attache::core::PlannedLayer> all;
        for (const attache::core::LayerSchema& schema : attache::core::standard_layers()) {
            all.push_back({schema, "fuzz 1"});
        }
        return all;
    }();
    return layers;
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    attache::core::Document document;
    try {
        attache::core::decode(attache::fuzz::text_of(data, size), layers(), document);
    } catch (const attache::core::BrokenDocument&) {
        return 0;
    }
    attache::core::Document again;
    attache::core::decode(attache::core::encode(document, layers()), layers(), again);
    std::string json;
    std::string json_again;
    attache::core::write_json(document, json);
    attache::core::write_json(again, json_again);
    if (json != json_again) {
        std::abort();
    }
    return 0;
}

std::vector<std::string> attache::fuzz::seeds() {
    core::Document document;
    document.set_text("Xi’an and Côte d’Ivoire");
    document.set_field("id", "1");
    for (const core::PlannedLayer& planned : layers()) {
        const std::vector<std::uint32_t> start{0, 7, 11};
        const std::vector<std::uint32_t> end{7, 10, 11};
        const std::vector<attache_str> texts{core::lend("PER"), {nullptr, 0}, core::lend("été")};
        attache_column column{core::lend("kind"), ATTACHE_TEXT, 0, texts.data()};
        attache_layer batch{};
        batch.rows = 3;
        batch.start = start.data();
        batch.end = end.data();
        batch.columns = &column;
        batch.column_count = planned.schema.find("kind") ? 1 : 0;
        document.add_layer(planned).append(batch);
    }
    return {core::encode(document, layers())};
}
