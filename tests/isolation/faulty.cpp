// Does honest work, and does what no plugin may when the text asks for it.
#include <fcntl.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <attache/plugin.hpp>
#include <cerrno>
#include <cstring>

#include "faults.h"

namespace {

const char* outcome(long result) {
    return result < 0 ? strerrorname_np(errno) : "allowed";
}

class Faulty {
public:
    explicit Faulty(const attache::Settings&) {}

    void annotate(attache::Document& document) {
        const std::string_view text = document.text();
        faults::commit(text);
        if (text.find("REMARK") != text.npos) {
            document.remark("was asked for a remark");
        }
        count(document, text, tried(text));
    }

private:
    /// "TRY FILE": what comes of trying all that a worker process may not, reading that file among it.
    static std::string tried(std::string_view text) {
        constexpr std::string_view ask = "TRY ";
        if (!text.starts_with(ask)) {
            return "";
        }
        const std::string file(text.substr(ask.size(), text.find('\n') - ask.size()));
        return std::string("socket ") + outcome(::socket(AF_INET, SOCK_STREAM, 0)) + ", write " +
               outcome(::open("/tmp/attache-faulty", O_WRONLY | O_CREAT, 0600)) + ", remove " +
               outcome(::unlink("/tmp/attache-faulty")) + ", exec " + outcome(::execl("/bin/true", "true", nullptr)) +
               ", read " + outcome(::open(file.c_str(), O_RDONLY)) + ", kill " + outcome(::kill(::getppid(), 0));
    }

    static void count(attache::Document& document, std::string_view text, const std::string& tried) {
        const attache::Layer sentences = document.read("sentence");
        attache::Writer& out = document.write("faulty", {"sentence", "words", "share", "first", "tried"});
        for (std::uint32_t i = 0; i < sentences.size(); ++i) {
            const std::string_view sentence = sentences.text(i);
            const auto words = std::count(sentence.begin(), sentence.end(), ' ') + 1;
            out.add(sentences.start(i), sentences.end(i), attache::Row{i}, words,
                    static_cast<double>(sentence.size()) / static_cast<double>(text.size()),
                    sentence.substr(0, sentence.find(' ')),
                    tried.empty() ? std::optional<std::string>() : std::optional(tried));
        }
    }
};

}  // namespace

ATTACHE_PLUGIN(Faulty)
