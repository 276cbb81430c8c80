// Built twice: the same function, variable, inline singleton and linked library's function, with other contents.
#include <attache/plugin.hpp>

#include "versioned.h"

std::string who() {
    return WHO;
}
std::string who_variable = WHO;

struct Singleton {
    static std::string& name() {
        static std::string name = WHO;
        return name;
    }
};

class Clash {
public:
    explicit Clash(const attache::Settings&) {}
    void annotate(attache::Document& document) {
        document.write(WHO, {"function", "variable", "singleton", "library"})
            .add(0, 0, who(), who_variable, Singleton::name(), library_version());
    }
};

ATTACHE_PLUGIN(Clash)
