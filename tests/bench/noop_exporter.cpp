// An exporter that does nothing but cross the boundary and write one line for a document.
#include <attache/plugin.hpp>

class NoopExporter {
public:
    explicit NoopExporter(const attache::Settings&) {}
    void consume(const attache::Document& document, attache::Output& output) {
        output.write("noop.txt", document.text().substr(0, 80));
    }
    void finish(attache::Output&) {}
};

ATTACHE_PLUGIN(NoopExporter)
