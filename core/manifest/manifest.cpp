#include "manifest/manifest.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>
#include <utility>

#include "manifest/toml_reader.h"

namespace attache::core {

namespace {

std::optional<LayerUse> parse_use(std::string_view text) {
    LayerUse use;
    if (text.ends_with('?')) {
        use.optional = true;
        text.remove_suffix(1);
    }
    if (const auto at = text.find('@'); at != text.npos) {
        const std::string_view version = text.substr(at + 1);
        const auto [end, error] = std::from_chars(version.data(), version.data() + version.size(), use.version);
        if (error != std::errc() || end != version.data() + version.size() || use.version < 1) {
            return std::nullopt;
        }
        text = text.substr(0, at);
    }
    use.name = std::string(text);
    return is_name(text) ? std::optional(use) : std::nullopt;
}

/// Reads one manifest; each method one group of its keys.
class ManifestReader {
public:
    ManifestReader(const toml::table& table, const std::string& file, std::vector<Problem>& problems)
        : reader_(table, "the manifest", file, problems), file_(file), problems_(problems) {}

    Manifest read() {
        read_identity();
        read_layers_used();
        read_files();
        read_host();
        if (const toml::table* settings = reader_.table("setting")) {
            manifest_.settings = read_settings(*settings, file_, problems_);
        }
        reader_.finish();
        return manifest_;
    }

private:
    void read_identity() {
        manifest_.name = reader_.required_text("name");
        if (!manifest_.name.empty() && !is_name(manifest_.name)) {
            reader_.wrong("name", "is \"" + manifest_.name +
                                      "\"; a name has lower-case letters, digits, \"_\" and \"-\", a letter first");
        }
        manifest_.version = reader_.required_text("version");
        manifest_.summary = reader_.required_text("summary");
        manifest_.licence = reader_.text("licence").value_or("");
        const std::string kind = reader_.required_text("kind");
        for (const Kind known : {Kind::Reader, Kind::Annotator, Kind::Exporter, Kind::Host}) {
            if (to_string(known) == kind) {
                manifest_.kind = known;
                kind_known_ = true;
            }
        }
        if (!kind_known_ && !kind.empty()) {
            reader_.wrong("kind",
                          "is \"" + kind + "\"; it must be \"reader\", \"annotator\", \"exporter\" or \"host\"");
        }
        const std::string instance = reader_.text("instance").value_or("worker");
        if (instance != "worker" && instance != "all") {
            reader_.wrong("instance",
                          "is \"" + instance + "\"; it must be \"worker\" (one each) or \"all\" (one for all)");
        }
        manifest_.one_instance_for_all = instance == "all";
    }

    void read_layers_used() {
        if (const toml::table* layers = reader_.table("layer")) {
            manifest_.layers = read_layers(*layers, file_, problems_);
        }
        for (const LayerSchema& layer : manifest_.layers) {
            if (find_layer(standard_layers(), layer.name) != nullptr) {
                reader_.wrong("layer", "declares \"" + layer.name + "\", which is a standard layer");
            }
        }
        manifest_.reads = uses("reads");
        manifest_.writes = uses("writes");
        only_for(Kind::Annotator, "writes", !manifest_.writes.empty());
        if (manifest_.kind == Kind::Reader && !manifest_.reads.empty()) {
            reader_.wrong("reads", "is not for a reader: it comes before all layers");
        }
        for (const LayerUse& use : manifest_.writes) {
            check_written(use);
        }
    }

    void check_written(const LayerUse& use) {
        const LayerSchema* schema = manifest_.find_layer(use.name);
        if (use.optional) {
            reader_.wrong("writes", "has \"" + use.name + "?\"; only a layer that is read can be optional");
        } else if (schema == nullptr) {
            reader_.wrong("writes", "has \"" + use.name +
                                        "\", which is neither a standard layer nor declared under [layer." + use.name +
                                        "]");
        } else if (use.version != 0 && use.version != schema->version) {
            reader_.wrong("writes", "has \"" + use.name + "@" + std::to_string(use.version) +
                                        "\"; this Attaché has version " + std::to_string(schema->version));
        }
    }

    void read_files() {
        manifest_.resources = file_names("resources");
        manifest_.files = file_names("files");
        manifest_.reads_files = file_names("reads_files");
        manifest_.extensions = reader_.texts("extensions");
        only_for(Kind::Exporter, "files", !manifest_.files.empty());
        only_for(Kind::Exporter, "reads_files", !manifest_.reads_files.empty());
        only_for(Kind::Reader, "extensions", !manifest_.extensions.empty());
        for (const std::string& file : manifest_.files) {
            if (std::find(core_files().begin(), core_files().end(), file) != core_files().end()) {
                reader_.wrong("files", "has \"" + file + "\", which the core writes");
            }
        }
        for (const std::string& extension : manifest_.extensions) {
            const bool upper =
                std::any_of(extension.begin(), extension.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
            if (extension.size() < 2 || extension.front() != '.' || upper) {
                reader_.wrong("extensions", "has \"" + extension +
                                                "\"; an extension is a dot and lower-case letters, as in \".txt\"");
            }
        }
        if (manifest_.kind == Kind::Reader && kind_known_ && manifest_.extensions.empty()) {
            reader_.wrong("extensions", "is missing: which inputs does this reader take?");
        }
    }

    void read_host() {
        manifest_.host = reader_.text("host").value_or("");
        manifest_.script = reader_.text("script").value_or("");
        manifest_.splits = reader_.flag("splits").value_or(false);
        const bool hosted = !manifest_.host.empty();
        if (hosted && manifest_.script.empty()) {
            reader_.wrong("script", "is missing: which file does host \"" + manifest_.host + "\" run?");
        } else if (hosted) {
            check_file_name("script", manifest_.script);
            manifest_.resources.push_back(manifest_.script);
        } else if (!manifest_.script.empty() || manifest_.splits) {
            reader_.wrong(manifest_.splits ? "splits" : "script", "is only for a plugin with a \"host\"");
        }
        if (hosted && manifest_.one_instance_for_all) {
            reader_.wrong("instance", "is \"all\"; a plugin with a \"host\" has one instance a worker");
        }
        only_for(Kind::Reader, "splits", manifest_.splits);
        if (manifest_.kind == Kind::Host &&
            (hosted || !manifest_.reads.empty() || reader_.table("setting") != nullptr)) {
            reader_.wrong("kind", "is \"host\"; a host has no host, reads no layers and has no settings");
        }
    }

    void only_for(Kind kind, const std::string& key, bool given) {
        if (given && kind_known_ && manifest_.kind != kind) {
            reader_.wrong(key, "is only for kind \"" + std::string(to_string(kind)) + "\"");
        }
    }

    std::vector<LayerUse> uses(const std::string& key) {
        std::vector<LayerUse> uses;
        std::set<std::string> seen;
        for (const std::string& text : reader_.texts(key)) {
            const std::optional<LayerUse> use = parse_use(text);
            if (!use) {
                reader_.wrong(key,
                              "has \"" + text + "\"; a layer is NAME, NAME@VERSION or, if it may be missing, NAME?");
            } else if (!seen.insert(use->name).second) {
                reader_.wrong(key, "has \"" + use->name + "\" twice");
            } else {
                uses.push_back(*use);
            }
        }
        return uses;
    }

    std::vector<std::string> file_names(const std::string& key) {
        std::vector<std::string> names = reader_.texts(key);
        for (const std::string& name : names) {
            check_file_name(key, name);
        }
        return names;
    }

    void check_file_name(const std::string& key, const std::string& name) {
        if (name.empty() || name.front() == '.' || name.find_first_of(std::string_view("/\\\0", 3)) != name.npos) {
            reader_.wrong(key, "has \"" + name + "\"; it must be the plain name of a file, without a folder");
        }
    }

    TomlReader reader_;
    const std::string& file_;
    std::vector<Problem>& problems_;
    Manifest manifest_;
    bool kind_known_ = false;
};

}  // namespace

std::string_view to_string(Kind kind) {
    switch (kind) {
        case Kind::Reader:
            return "reader";
        case Kind::Annotator:
            return "annotator";
        case Kind::Exporter:
            return "exporter";
        default:
            return "host";
    }
}

const SettingSchema* Manifest::find_setting(std::string_view setting) const {
    const auto found = std::find_if(settings.begin(), settings.end(), [&](const auto& s) { return s.name == setting; });
    return found == settings.end() ? nullptr : &*found;
}

const LayerSchema* Manifest::find_layer(std::string_view layer) const {
    const LayerSchema* own = core::find_layer(layers, layer);
    return own != nullptr ? own : core::find_layer(standard_layers(), layer);
}

std::map<std::string, SettingValue, std::less<>> default_settings(const Manifest& manifest) {
    std::map<std::string, SettingValue, std::less<>> settings;
    for (const SettingSchema& schema : manifest.settings) {
        settings[schema.name] = schema.default_value;
    }
    return settings;
}

Manifest parse_manifest(std::string_view text, const std::string& file) {
    std::vector<Problem> problems;
    const toml::table table = parse_toml(text, file);
    Manifest manifest = ManifestReader(table, file, problems).read();
    if (!problems.empty()) {
        throw Problems(std::move(problems));
    }
    return manifest;
}

const std::vector<std::string>& core_files() {
    static const std::vector<std::string> files{"documents.jsonl", "packs.json", "rejected.jsonl", "run.json",
                                                "run.sqlite"};
    return files;
}

}  // namespace attache::core
