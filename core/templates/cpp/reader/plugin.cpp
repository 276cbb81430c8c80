// Reads a title in the first line and the text after it.
#include <attache/plugin.hpp>

class Plugin {
public:
    explicit Plugin(const attache::Settings&) {}

    // Called for each record; an input is one record unless the plugin also has `split`. Text must be UTF-8.
    void read(std::string_view record, attache::Document& document) {
        const auto end_of_line = record.find('\n');
        if (end_of_line == record.npos) {
            throw attache::Error("there is no line after the title");
        }
        document.set_field("title", record.substr(0, end_of_line));
        document.set_text(record.substr(end_of_line + 1));
    }
};

ATTACHE_PLUGIN(Plugin)
