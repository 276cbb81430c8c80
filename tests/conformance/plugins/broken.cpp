// Annotators that mark words, and each break the contract in the one way that BREAKS names.
#include <attache/plugin.hpp>
#include <chrono>
#include <cstdlib>
#include <memory>
#include <stdexcept>
#include <thread>
#include <vector>

namespace {

/// Marks every word, as a plugin should.
void mark_words(attache::Document& document, const char* layer, std::int64_t more = 0) {
    auto& found = document.write(layer, {"length"});
    const std::string_view text = document.text();
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        if (end > at) {
            found.add(at, end, static_cast<std::int64_t>(end - at) + more);
        }
        at = end + 1;
    }
}

#if defined(BREAKS_leak)
struct Broken {
    static inline std::vector<char*> kept;
    void annotate(attache::Document& document) {
        kept.push_back(static_cast<char*>(std::malloc(1000)));
        mark_words(document, LAYER);
    }
};
#elif defined(BREAKS_data_race)
struct Broken {
    static inline std::int64_t documents = 0;
    void annotate(attache::Document& document) {
        mark_words(document, LAYER);
        ++documents;
    }
};
#elif defined(BREAKS_late_view)
struct Broken {
    std::string_view before;
    void annotate(attache::Document& document) {
        mark_words(document, LAYER, before.starts_with('\n') ? 1 : 0);
        before = document.text();
    }
};
#elif defined(BREAKS_chance)
struct Broken {
    void annotate(attache::Document& document) {
        mark_words(document, LAYER, std::chrono::steady_clock::now().time_since_epoch().count() % 1000);
    }
};
#elif defined(BREAKS_wrong_layer)
struct Broken {
    void annotate(attache::Document& document) { mark_words(document, "entity"); }
};
#elif defined(BREAKS_slow)
struct Broken {
    void annotate(attache::Document& document) {
        mark_words(document, LAYER);
        std::this_thread::sleep_for(std::chrono::milliseconds(document.text().size() / 10));
    }
};
#elif defined(BREAKS_empty)
struct Broken {
    void annotate(attache::Document& document) {
        mark_words(document, LAYER);
        if (document.text().empty()) {
            std::abort();
        }
    }
};
#elif defined(BREAKS_loop)
struct Broken {
    void annotate(attache::Document& document) {
        mark_words(document, LAYER);
        for (volatile bool forever = document.text().find("Monday") != std::string_view::npos; forever;) {
        }
    }
};
#elif defined(BREAKS_allocation)
struct Broken {
    void annotate(attache::Document& document) {
        const auto table = std::make_unique<std::vector<char> >();
        table->reserve(std::size_t{8} << 30U);
        mark_words(document, LAYER);
    }
};
#elif defined(BREAKS_other_thread)
struct Broken {
    void annotate(attache::Document& document) {
        mark_words(document, LAYER);
        std::thread([&] {
            try {
                document.remark("from elsewhere");
            } catch (const std::exception&) {
                // The host refuses it; the plugin is none the wiser.
            }
        }).join();
    }
};
#elif defined(BREAKS_destructor)
struct Broken {
    bool worked = false;
    void annotate(attache::Document& document) {
        mark_words(document, LAYER);
        worked = true;
    }
    void close() const {
        if (worked) {
            throw std::runtime_error("a file could not be closed");
        }
    }
    ~Broken() { close(); }
};
#elif defined(BREAKS_manifest)
struct Broken {
    void annotate(attache::Document& document) { mark_words(document, LAYER); }
};
#endif

struct Plugin : Broken {
    explicit Plugin(const attache::Settings&) {}
};

}  // namespace

ATTACHE_PLUGIN(Plugin)
