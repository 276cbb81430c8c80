#include "run/packs.h"

#include <algorithm>
#include <attache/utf8.hpp>
#include <utility>

#include "loading/host.h"

namespace attache::core {

namespace {

/// The value of a line "# KEY: VALUE"; null data if the line has not this key.
std::string_view value_of(std::string_view line, std::string_view key) {
    line.remove_prefix(2);
    const bool has_key = line.starts_with(key) && line.substr(key.size()).starts_with(": ");
    return has_key ? line.substr(key.size() + 2) : std::string_view();
}

void read_line(std::string_view line, PackHeader& header) {
    for (const auto& [key, into] : {std::pair{"name", &header.name}, std::pair{"version", &header.version},
                                    std::pair{"licence", &header.licence}, std::pair{"as-of", &header.as_of}}) {
        if (const std::string_view value = value_of(line, key); value.data() != nullptr) {
            *into = std::string(value);
        }
    }
    for (const char* key : {"source", "sources"}) {
        if (const std::string_view value = value_of(line, key); value.data() != nullptr) {
            header.sources.emplace_back(value);
        }
    }
}

}  // namespace

PackHeader read_pack_header(std::string_view text) {
    PackHeader header;
    while (text.starts_with("# ")) {
        std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        if (line.ends_with('\r')) {
            line.remove_suffix(1);
        }
        if (utf8::valid(line)) {
            read_line(line, header);
        }
    }
    return header;
}

std::vector<Pack> packs_of(const Plan& plan) {
    std::vector<Pack> packs;
    for (const auto* plugins : {&plan.readers, &plan.annotators}) {
        for (const PlannedPlugin& plugin : *plugins) {
            const std::size_t own = plugin.manifest().resources.size();
            const std::vector<std::string> files = plugin.data_files();
            for (std::size_t i = 0; i < files.size(); ++i) {
                const std::string_view bytes = map_resource(plugin, files[i]);
                PackHeader header = read_pack_header(bytes);
                if (i >= own || !header.licence.empty()) {
                    packs.push_back({plugin.manifest().title(), std::filesystem::path(files[i]).filename().string(),
                                     sha256(bytes), std::move(header)});
                }
            }
        }
    }
    return packs;
}

std::string packs_json(const std::vector<Pack>& packs) {
    std::string text;
    StringStream stream(text);
    PrettyJsonWriter json(stream);
    json.StartObject();
    json.member("format", "attache-packs");
    json.member("version", 1);
    write_packs(json, packs);
    json.EndObject();
    return text + '\n';
}

}  // namespace attache::core
