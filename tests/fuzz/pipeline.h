// A plan over the built plugins, for targets that go through the boundary.
#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "loading/instance.h"
#include "testkit/testkit.h"

namespace attache::fuzz {

struct Pipeline {
    core::Catalog catalog{{std::filesystem::path(ATTACHE_BUILD_FOLDER) / "plugins"}};
    core::Plan plan;

    explicit Pipeline(const std::vector<std::string>& plugins) {
        const std::filesystem::path config = testkit::temporary_folder() / "fuzz.toml";
        std::ofstream out(config);
        out << "[[stage]]\nname = \"fuzz\"\nplugins = [";
        for (const std::string& plugin : plugins) {
            out << '"' << plugin << "\", ";
        }
        out << "]\n";
        out.close();
        plan = core::make_plan(config, {}, catalog);
    }
};

}  // namespace attache::fuzz
