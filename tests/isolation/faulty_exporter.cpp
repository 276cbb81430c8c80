// Writes down what it has seen, each document in the light of all before it, and fails when a text or a setting asks
// for it.
#include <attache/plugin.hpp>
#include <ctime>
#include <string>

#include "faults.h"

namespace {

constexpr std::string_view file = "faulty.txt";

class FaultyExporter {
public:
    explicit FaultyExporter(const attache::Settings& settings) : end_(settings.text("end")) {}

    void consume(const attache::Document& document, attache::Output& output) {
        const std::string_view text = document.text();
        for (const char c : text) {
            seen_ = (seen_ ^ static_cast<unsigned char>(c)) * 1099511628211U;
        }
        const std::string line = std::to_string(++count_) + " " + std::string(document.field("id")) + " " +
                                 std::to_string(seen_) + " " + std::to_string(document.read("faulty").size()) + "\n";
        output.write(file, line);
        output.put(std::to_string(seen_ % 1000), line + std::string(text));
        if (text.starts_with("UNTIL ") && std::time(nullptr) > std::stol(std::string(text.substr(6)))) {
            std::abort();
        }
        if (text.starts_with("REFUSE")) {
            throw attache::Error("was asked to refuse it");
        }
        faults::commit(text);
    }

    void finish(attache::Output& output) {
        const std::size_t first = sum_of_spool(output);
        output.write(file, std::to_string(first) + " bytes in the spool\n");
        output.put("late", std::string(300'000, 'l'));
        std::string copy;
        while (const auto record = output.next()) {
            output.write(file, record->key);
            output.write(file, record->value);  // passes on what was written, and the views stay good
            copy = record->key;
        }
        output.write(file, copy + " is the last key\n");
        if (end_ == "READ") {
            output.write(file, output.read_file("documents.jsonl"));
        }
        for (int i = 0; end_ == "SLOW" && i < 80; ++i) {
            ::usleep(50'000);
            output.write(file, "slow");
        }
        faults::commit(end_);
        output.figure("documents seen", static_cast<std::int64_t>(count_));
    }

private:
    static std::size_t sum_of_spool(attache::Output& output) {
        std::size_t sum = 0;
        while (const auto record = output.next()) {
            sum += record->key.size() + record->value.size();
        }
        return sum;
    }

    std::string end_;
    std::uint64_t count_ = 0;
    std::uint64_t seen_ = 14695981039346656037U;
};

}  // namespace

ATTACHE_PLUGIN(FaultyExporter)
