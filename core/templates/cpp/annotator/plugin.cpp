// Marks every occurrence of a word.
#include <attache/plugin.hpp>

class Plugin {
public:
    explicit Plugin(const attache::Settings& settings) : word_(settings.text("word")) {
        if (word_.empty()) {
            throw attache::Error("\"word\" must not be empty");
        }
    }

    // Called for each document; whatever derives from std::exception rejects that document with its message.
    void annotate(attache::Document& document) {
        auto& found = document.write("@LAYER@_found", {"number"});
        const std::string_view text = document.text();
        for (auto at = text.find(word_); at != text.npos; at = text.find(word_, at + word_.size())) {
            found.add(at, at + word_.size(), found.size() + 1);
        }
    }

private:
    std::string word_;
};

ATTACHE_PLUGIN(Plugin)
