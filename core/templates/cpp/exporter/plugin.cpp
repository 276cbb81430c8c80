// Lists each document with its number of sentences.
#include <attache/plugin.hpp>

class Plugin {
public:
    explicit Plugin(const attache::Settings&) {}

    // Called for each document, in input order.
    void consume(const attache::Document& document, attache::Output& output) {
        const std::uint32_t sentences = document.read("sentence").size();
        output.write("@NAME@.tsv", std::string(document.field("id")) + "\t" + std::to_string(sentences) + "\n");
        sentences_ += sentences;
    }

    // Called once, at the end. A file that nothing was written to is made here.
    void finish(attache::Output& output) {
        output.write("@NAME@.tsv", "");
        output.figure("@NAME@: sentences", sentences_);
    }

private:
    std::int64_t sentences_ = 0;
};

ATTACHE_PLUGIN(Plugin)
