// Its constructor writes the file that ATTACHE_TELLTALE names.
#include <attache/plugin.hpp>
#include <cstdlib>
#include <fstream>

__attribute__((constructor)) static void tell() {
    if (const char* file = std::getenv("ATTACHE_TELLTALE")) {
        std::ofstream(file) << "code has run";
    }
}

class Telltale {
public:
    explicit Telltale(const attache::Settings&) {}
    void annotate(attache::Document&) {}
};

ATTACHE_PLUGIN(Telltale)
