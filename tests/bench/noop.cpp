// An annotator that does nothing but cross the boundary both ways.
#include <attache/plugin.hpp>

class Noop {
public:
    explicit Noop(const attache::Settings&) {}
    void annotate(attache::Document& document) {
        if (document.text().data() == nullptr) {
            throw attache::Error("there is no text");
        }
    }
};

ATTACHE_PLUGIN(Noop)
