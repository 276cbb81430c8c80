// The core alone: four annotators that do nothing over 10,000 articles of 3 kB from JSON Lines, beside a bare loop that
// reads and writes the same JSON Lines without plugins, in the same run; and what one call into a plugin costs.
#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>

#include "isolation/executor.h"
#include "isolation/exporter.h"
#include "run/output_files.h"
#include "run/run.h"
#include "testkit/testkit.h"

namespace {

namespace fs = std::filesystem;
namespace core = attache::core;
using Clock = std::chrono::steady_clock;

constexpr int articles = 10'000;
constexpr int repetitions = 5;

struct Cost {
    double wall = 1e9;
    double cpu = 1e9;
};

double cpu_seconds() {
    const auto seconds = [](timeval time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
    };
    double sum = 0;
    for (const auto who : {RUSAGE_SELF, RUSAGE_CHILDREN}) {
        rusage usage{};
        ::getrusage(who, &usage);
        sum += seconds(usage.ru_utime) + seconds(usage.ru_stime);
    }
    return sum;
}

/// The least of several repetitions: what is above it is the machine's noise.
template <class Work>
Cost measure(const Work& work) {
    Cost least;
    for (int i = 0; i < repetitions; ++i) {
        const double cpu = cpu_seconds();
        const auto begun = Clock::now();
        work();
        least.wall = std::min(least.wall, std::chrono::duration<double>(Clock::now() - begun).count());
        least.cpu = std::min(least.cpu, cpu_seconds() - cpu);
    }
    return least;
}

void write_articles(const fs::path& file) {
    std::ofstream out(file);
    const std::string sentence =
        "The ministers of both countries met in Astana and agreed on trade, transit and water — again. ";
    for (int i = 0; i < articles; ++i) {
        std::string text;
        while (text.size() < 3000) {
            text += sentence;
        }
        out << R"({"id": "article-)" << i << R"(", "title": "Talks in Astana", "published": "2024-05-20", "text": ")"
            << text << "\"}\n";
    }
}

/// Reads each line, checks its UTF-8 and writes it out again, as plainly as it can be done with the same JSON library.
void bare_loop(const fs::path& from, const fs::path& to) {
    std::ifstream in(from);
    std::ofstream out(to);
    std::string line;
    rapidjson::StringBuffer written;
    while (std::getline(in, line)) {
        rapidjson::Document document;
        document.Parse<rapidjson::kParseValidateEncodingFlag>(line.data(), line.size());
        written.Clear();
        rapidjson::Writer<rapidjson::StringBuffer> json(written);
        document.Accept(json);
        written.Put('\n');
        out.write(written.GetString(), static_cast<std::streamsize>(written.GetSize()));
    }
}

core::Plan plan_of(const core::Catalog& catalog, const fs::path& folder, const std::vector<std::string>& plugins,
                   const char* isolate) {
    std::string list = "\"jsonl\"";
    std::vector<std::string> settings;
    for (const std::string& plugin : plugins) {
        list += ", \"" + plugin + "\"";
        settings.push_back(plugin + ".isolate=" + isolate);
    }
    std::ofstream(folder / "bench.toml") << "[[stage]]\nname = \"bench\"\nplugins = [" << list << "]\n";
    return core::make_plan(folder / "bench.toml", settings, catalog);
}

void print(const char* name, const Cost& cost, const Cost& bare) {
    std::printf("%-38s %8.1f %8.1f %8.2f %8.2f\n", name, cost.cpu / articles * 1e6, cost.wall / articles * 1e6,
                cost.cpu / bare.cpu, cost.wall / bare.wall);
}

void measure_call(const core::Plan& plan) {
    constexpr int calls = 2'000'000;
    core::Instance instance(plan.annotators.front(), plan);
    core::Document document;
    document.set_text("text");
    const Cost cost = measure([&] {
        for (int i = 0; i < calls; ++i) {
            instance.annotate(document);
        }
    });
    std::printf("\none call into a plugin and back: %.0f ns (limit: 1000 ns)\n", cost.cpu / calls * 1e9);
}

constexpr std::size_t in_flight = 32;
constexpr int batches = 2000;

/// CPU of both processes for a document, of a batch that `start` gives the way to do. The worker's time is known when
/// it has ended; making it is counted apart and taken off.
template <class Start>
double cost_of(std::size_t many, const Start& start) {
    const auto run = [&](int times) {
        return measure([&] {
            const auto batch = start();
            for (int i = 0; i < times; ++i) {
                batch();
            }
        });
    };
    return (run(batches).cpu - run(0).cpu) / batches / static_cast<double>(many) * 1e6;
}

void print_isolation(const char* what, const std::function<double(const char* isolate, std::size_t many)>& cost) {
    const double here = cost("false", in_flight);
    std::printf("\nisolation of one %s, 3 kB, both processes counted, beside %.2f µs in this one:\n", what, here);
    std::printf("  %zu in flight %6.2f µs (limit: 5 µs), 1 in flight %6.2f µs\n", in_flight,
                cost("true", in_flight) - here, cost("true", 1) - here);
}

/// What a process of its own costs a document of 3 kB with 32 under way.
void measure_isolation(const core::Catalog& catalog, const fs::path& folder) {
    std::vector<core::Document> documents(in_flight);
    std::vector<core::Document*> pointers;
    for (core::Document& document : documents) {
        document.set_field("id", "article");
        document.set_text(std::string(3000, 'x'));
        pointers.push_back(&document);
    }
    print_isolation("annotator", [&](const char* isolate, std::size_t many) {
        const core::Plan plan = plan_of(catalog, folder, {"noop_1"}, isolate);
        return cost_of(many, [&] {
            return [&, executor = core::make_executor(plan.annotators.front(), plan)] {
                executor->annotate(std::span(pointers).first(many));
            };
        });
    });
    const std::vector<const core::Document*> seen(pointers.begin(), pointers.end());
    const core::EachDocument none = [](const auto&) {};
    core::OutputFiles files(folder);
    print_isolation("exporter", [&](const char* isolate, std::size_t many) {
        const core::Plan plan = plan_of(catalog, folder, {"noop_exporter"}, isolate);
        return cost_of(many, [&] {
            return [&, exporter = core::make_exporter(plan.exporters.front(), plan, folder, none)] {
                exporter->consume(std::span(seen).first(many), files);
            };
        });
    });
}

}  // namespace

int main() {
    const fs::path folder = attache::testkit::temporary_folder();
    const fs::path input = folder / "articles.jsonl";
    write_articles(input);
    const fs::path build = ATTACHE_BUILD_FOLDER;
    const core::Catalog catalog({build / "plugins", build / "bench"});

    std::printf("%d articles of 3 kB; least of %d repetitions\n\n", articles, repetitions);
    std::printf("%-38s %8s %8s %8s %8s\n", "", "µs CPU", "µs wall", "x CPU", "x wall");
    const Cost bare = measure([&] { bare_loop(input, folder / "bare.jsonl"); });
    print("bare loop", bare, bare);
    const core::Plan plan = plan_of(catalog, folder, {"noop_1", "noop_2", "noop_3", "noop_4"}, "false");
    for (const unsigned jobs : {1U, 2U}) {
        const Cost cost = measure([&] {
            core::RunOptions options;
            options.inputs = {input.string()};
            options.folder = folder / "run";
            options.jobs = jobs;
            fs::remove_all(options.folder);
            fs::create_directory(options.folder);
            core::run(plan, options);
        });
        print(jobs == 1 ? "core, 4 no-op annotators, -j1 (limit 2)" : "core, 4 no-op annotators, -j2", cost, bare);
    }
    measure_call(plan);
    measure_isolation(catalog, folder);
}
