// A plugin with the SDK that throws when a document says so; built by several compilers.
#include <attache/plugin.hpp>

class Words {
public:
    explicit Words(const attache::Settings&) {}

    void annotate(attache::Document& document) {
        const std::string_view text = document.text();
        if (text == "throw") {
            throw attache::Error("the document says throw");
        }
        if (text == "throw an int") {
            throw 7;
        }
        auto& words = document.write(LAYER, {"word", "length"});
        for (std::size_t start = 0; start < text.size();) {
            const std::size_t end = std::min(text.find(' ', start), text.size());
            words.add(start, end, text.substr(start, end - start), end - start);
            start = end + 1;
        }
        document.remark("seen");
    }
};

ATTACHE_PLUGIN(Words)
