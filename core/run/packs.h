// The data that a run worked with, beside its documents: every resource whose head lines say what it is, and every file
// that a setting names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "config/plan.h"
#include "document/json_writer.h"

namespace attache::core {

/// What a data file says of itself in its first lines, each "# KEY: VALUE" with one of these keys. Empty where it does
/// not say.
struct PackHeader {
    std::string name;
    std::string version;
    std::string licence;
    std::string as_of;
    std::vector<std::string> sources;
};

PackHeader read_pack_header(std::string_view text);

struct Pack {
    std::string plugin;  ///< "NAME VERSION"
    std::string file;    ///< without its folder
    std::string sha256;
    PackHeader header;
};

/// Those of the readers and annotators, which shape the documents, in the order of the plan.
std::vector<Pack> packs_of(const Plan& plan);

/// As the array "packs" of run.json and packs.json.
template <class Writer>
void write_packs(Writer& json, const std::vector<Pack>& packs) {
    json.key("packs");
    json.StartArray();
    for (const Pack& pack : packs) {
        json.StartObject();
        json.member("plugin", pack.plugin);
        json.member("file", pack.file);
        json.member("sha256", pack.sha256);
        json.member("name", pack.header.name);
        json.member("version", pack.header.version);
        json.member("licence", pack.header.licence);
        json.member("as_of", pack.header.as_of);
        json.key("sources");
        json.StartArray();
        for (const std::string& source : pack.header.sources) {
            json.text(source);
        }
        json.EndArray();
        json.EndObject();
    }
    json.EndArray();
}

/// The whole of packs.json.
std::string packs_json(const std::vector<Pack>& packs);

}  // namespace attache::core
