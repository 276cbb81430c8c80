#include "conformance/checks.h"

#include <elf.h>
#include <malloc.h>
#include <sys/resource.h>
#include <time.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstring>
#include <fstream>
#include <iterator>
#include <new>
#include <optional>
#include <random>
#include <thread>

#include "conformance/checking_host.h"
#include "conformance/races.h"
#include "conformance/runner.h"
#include "manifest/mapped_file.h"

namespace attache::core::conformance {

namespace fs = std::filesystem;

namespace {

using Clock = std::chrono::steady_clock;
using Seconds = std::chrono::duration<double>;

constexpr std::size_t max_failures = 5;

std::string quoted(const std::string& text) {
    return "\"" + text + "\"";
}

/// What no plugin may answer, whatever the document.
void expect_clean(const std::vector<Outcome>& outcomes, Result& result) {
    for (const Outcome& outcome : outcomes) {
        if (outcome.status == ATTACHE_FATAL) {
            result.fail(outcome.name + ": ends the whole run: " + outcome.message);
        } else if (outcome.message.starts_with("let an exception through")) {
            result.fail(outcome.name + ": " + outcome.message);
        } else if (outcome.message == "failed without saying why") {
            result.fail(outcome.name + ": refused without a message; say why with fail()");
        }
    }
}

void expect_same(const std::vector<Outcome>& first, const std::vector<Outcome>& second, const std::string& when,
                 Result& result) {
    for (const Outcome& one : first) {
        const auto other =
            std::find_if(second.begin(), second.end(), [&](const Outcome& o) { return o.name == one.name; });
        if (other == second.end()) {
            result.fail(one.name + ": is missing " + when);
        } else if (const std::string differs = difference(one, *other); !differs.empty()) {
            result.fail(one.name + ": comes out differently " + when + ": " + differs);
        }
        if (result.failures.size() >= max_failures) {
            return;
        }
    }
}

std::vector<Prepared> ordinary(const Context& context) {
    return context.subject.prepare(context.subject.ordinary());
}

std::vector<Outcome> run_once(const Context& context, const std::vector<Prepared>& documents) {
    return Session(context.subject, context.at).run(documents);
}

void try_samples(Context& context, Result& result, const std::vector<Sample>& samples) {
    expect_clean(run_once(context, context.subject.prepare(samples)), result);
}

// ---- what the library says of itself -------------------------------------------------------------------------------

template <class Struct>
std::optional<Struct> at(std::string_view bytes, std::uint64_t offset) {
    if (offset > bytes.size() || bytes.size() - offset < sizeof(Struct)) {
        return std::nullopt;
    }
    Struct value;
    std::memcpy(&value, bytes.data() + offset, sizeof value);
    return value;
}

void check_exports(Context& context, Result& result) {
    if (!context.subject.manifest().host.empty()) {
        result.skipped = "it is no library";
        return;
    }
    const MappedFile file(context.subject.planned().found->library);
    const std::string_view bytes = file.bytes();
    const auto header = at<Elf64_Ehdr>(bytes, 0);
    for (unsigned i = 0; header && i < header->e_shnum; ++i) {
        const auto section = at<Elf64_Shdr>(bytes, header->e_shoff + i * sizeof(Elf64_Shdr));
        if (!section || section->sh_type != SHT_DYNSYM) {
            continue;
        }
        const auto names = at<Elf64_Shdr>(bytes, header->e_shoff + section->sh_link * sizeof(Elf64_Shdr));
        for (std::uint64_t n = 1; names && n < section->sh_size / sizeof(Elf64_Sym); ++n) {
            const auto symbol = at<Elf64_Sym>(bytes, section->sh_offset + n * sizeof(Elf64_Sym));
            const std::uint64_t place = symbol ? names->sh_offset + symbol->st_name : bytes.size();
            if (!symbol || symbol->st_shndx == SHN_UNDEF || place >= bytes.size()) {
                continue;
            }
            const std::string_view rest = bytes.substr(place);
            const std::string name(rest.substr(0, rest.find('\0')));
            const bool of_linker =
                name == "_init" || name == "_fini" || name == "_edata" || name == "_end" || name == "__bss_start";
            if (!of_linker && !name.starts_with("attache_plugin_v") && result.failures.size() < max_failures) {
                result.fail("exports " + name +
                            ", which could meet the same symbol of another plugin; only attache_plugin_v* "
                            "should be visible");
            }
        }
        return;
    }
    result.skipped = "the library has no section headers to list its symbols by";
}

void check_create(Context& context, Result& result) {
    Session session(context.subject);
    if (const CallResult destroyed = session.instance().destroy(); !destroyed.ok()) {
        result.fail("destroy " + destroyed.message);
    }
}

/// Values at the edges of what the manifest allows.
std::vector<SettingValue> edge_values(const SettingSchema& schema) {
    std::vector<SettingValue> values{schema.default_value};
    if (schema.type == ATTACHE_SETTING_BOOL) {
        values = {true, false};
    }
    for (const std::optional<double>& edge : {schema.min, schema.max}) {
        if (edge && schema.type == ATTACHE_SETTING_INT) {
            values.emplace_back(static_cast<std::int64_t>(*edge));
        } else if (edge && schema.type == ATTACHE_SETTING_REAL) {
            values.emplace_back(*edge);
        }
    }
    for (const std::string& choice : schema.choices) {
        values.emplace_back(schema.type == ATTACHE_SETTING_TEXTS ? SettingValue(std::vector<std::string>{choice})
                                                                 : SettingValue(choice));
    }
    if (schema.choices.empty() && schema.type == ATTACHE_SETTING_TEXT) {
        values.emplace_back(std::string());
        values.emplace_back(std::string("北京 \"\\\n"));
    } else if (schema.choices.empty() && schema.type == ATTACHE_SETTING_TEXTS) {
        values.emplace_back(std::vector<std::string>{});
        values.emplace_back(std::vector<std::string>{"", "北京"});
    }
    return values;
}

void check_settings(Context& context, Result& result) {
    const Manifest& manifest = context.subject.manifest();
    if (manifest.settings.empty() && manifest.resources.empty()) {
        result.skipped = "it declares none";
        return;
    }
    const std::vector<Prepared> documents = ordinary(context);
    for (const SettingSchema& schema : manifest.settings) {
        for (const SettingValue& value : edge_values(schema)) {
            const std::string what = schema.name + " = " + to_text(value);
            context.at("setting " + what);
            const PlannedPlugin planned = context.subject.with_setting(schema.name, value);
            std::optional<Session> session;
            try {
                session.emplace(context.subject, planned);
            } catch (const std::exception& refused) {
                // A free text may be refused for what it says; a number in its range or a choice may not.
                const bool free_text = schema.choices.empty() && schema.type >= ATTACHE_SETTING_TEXT;
                if (!free_text || value == schema.default_value) {
                    result.fail("refuses " + what + ", which its manifest allows: " + refused.what());
                } else if (std::string_view(refused.what()).find("failed without saying why") !=
                           std::string_view::npos) {
                    result.fail("refuses " + what + " without a message");
                }
                continue;
            }
            expect_clean(session->run(documents), result);
        }
    }
    Session with_defaults(context.subject);
    const Uses seen = uses();
    for (const SettingSchema& schema : manifest.settings) {
        if (!seen.settings.contains(schema.name)) {
            result.fail("its manifest declares setting " + quoted(schema.name) + ", but it never asks for it");
        }
    }
    for (const std::string& name : seen.settings) {
        if (manifest.find_setting(name) == nullptr) {
            result.fail("asks for setting " + quoted(name) + ", which its manifest does not declare");
        }
    }
    for (const std::string& resource : manifest.resources) {
        if (!seen.resources.contains(resource)) {
            result.fail("its manifest lists resource " + quoted(resource) + ", but it never asks for it");
        }
    }
}

// ---- documents of all kinds ----------------------------------------------------------------------------------------

void check_ordinary(Context& context, Result& result) {
    const std::vector<Outcome> outcomes = run_once(context, ordinary(context));
    expect_clean(outcomes, result);
    const bool must_take = !context.subject.is(Kind::Reader) || context.subject.has_inputs();
    for (const Outcome& outcome : outcomes) {
        result.digests.push_back(outcome.name + "\n" + sha256(outcome.content + outcome.message));
        if (must_take && outcome.status == ATTACHE_ERROR) {
            result.fail(outcome.name + ": refused: " + outcome.message);
        }
    }
    if (!must_take && result.failures.empty()) {
        const bool taken = std::any_of(outcomes.begin(), outcomes.end(), [](const Outcome& outcome) {
            return outcome.content.find("text: ") != std::string::npos;
        });
        if (!taken) {
            result.skipped = "plain articles are not what it reads; give it some of its own with --input FILE";
        }
    }
}

void check_empty(Context& context, Result& result) {
    try_samples(context, result, {{"the empty text", ""}});
    context.at("no document at all");
    expect_clean(run_once(context, {}), result);
}

void check_odd(Context& context, Result& result) {
    std::vector<Sample> samples = odd_texts();
    if (context.subject.is(Kind::Reader)) {
        for (Sample& damaged : damaged_inputs(context.subject.ordinary(), context.seed)) {
            samples.push_back(std::move(damaged));
        }
    }
    try_samples(context, result, samples);
}

void check_huge(Context& context, Result& result) {
    try_samples(context, result, huge_texts());
}

void check_random(Context& context, Result& result) {
    try_samples(context, result, random_texts(context.seed));
}

// ---- manifest against behaviour ------------------------------------------------------------------------------------

void check_layers(Context& context, Result& result) {
    const Manifest& manifest = context.subject.manifest();
    run_once(context, ordinary(context));
    Uses seen = uses();
    // Row numbers of another layer are of use without a look at that layer.
    for (const PlannedLayer& layer : context.subject.plan().layers) {
        for (const ColumnSchema& column : layer.schema.columns) {
            const bool read = std::any_of(manifest.reads.begin(), manifest.reads.end(),
                                          [&](const LayerUse& use) { return use.name == column.target; });
            if (read && seen.layers_read.contains(layer.schema.name)) {
                seen.layers_read.insert(column.target);
            }
        }
    }
    const std::string advice = "; if it takes a document of a certain kind, give one with --input FILE";
    const auto compare = [&](const std::vector<LayerUse>& declared, const std::set<std::string>& used, const char* does,
                             const char* list) {
        for (const LayerUse& use : declared) {
            if (!used.contains(use.name)) {
                result.fail("its manifest says that it " + std::string(does) + " layer " + quoted(use.name) +
                            ", but it did not" + advice);
            }
        }
        for (const std::string& layer : used) {
            if (std::none_of(declared.begin(), declared.end(),
                             [&](const LayerUse& use) { return use.name == layer; })) {
                result.fail(std::string(does) + " layer " + quoted(layer) +
                            ", which its manifest does not list under " + quoted(list));
            }
        }
    };
    compare(manifest.reads, seen.layers_read, "reads", "reads");
    compare(manifest.writes, seen.layers_written, "writes", "writes");
    for (const std::string& file : manifest.files) {
        if (!seen.files.contains(file)) {
            result.fail("its manifest says that it writes file " + quoted(file) + ", but it did not" + advice);
        }
    }
}

// ---- the same outcome, however it is come to -----------------------------------------------------------------------

std::vector<Prepared> ordinary_and_odd(const Context& context) {
    std::vector<Sample> samples = context.subject.ordinary();
    for (Sample& sample : odd_texts()) {
        samples.push_back(std::move(sample));
    }
    return context.subject.prepare(samples);
}

void check_repeat(Context& context, Result& result) {
    const std::vector<Prepared> documents = ordinary_and_odd(context);
    if (context.subject.is(Kind::Exporter)) {
        expect_same(run_once(context, documents), run_once(context, documents), "the second time", result);
        return;
    }
    Session session(context.subject, context.at);
    const std::vector<Outcome> first = session.run(documents);
    for (const char* time : {"the second time", "the third time"}) {
        expect_same(first, session.run(documents), time, result);
        if (!result.failures.empty()) {
            return;
        }
    }
}

void check_order(Context& context, Result& result) {
    if (context.subject.is(Kind::Exporter)) {
        result.skipped = "exporters get documents in input order";
        return;
    }
    std::vector<Prepared> documents = ordinary_and_odd(context);
    const std::vector<Outcome> first = run_once(context, documents);
    std::reverse(documents.begin(), documents.end());
    expect_same(first, run_once(context, documents), "after the others in reverse order", result);
    std::shuffle(documents.begin(), documents.end(), std::mt19937_64(context.seed));
    expect_same(first, run_once(context, documents), "after the others in another order", result);
}

void check_processes(Context& context, Result& result) {
    const Finding first = run_in_child("ordinary", context.arguments_for("ordinary"), std::chrono::seconds(60));
    const Finding second = run_in_child("ordinary", context.arguments_for("ordinary"), std::chrono::seconds(60));
    if (first.result.digests.empty() || second.result.digests.empty()) {
        result.skipped = "`ordinary` does not come to its end";
        return;
    }
    for (std::size_t i = 0; i < first.result.digests.size() && i < second.result.digests.size(); ++i) {
        if (first.result.digests[i] != second.result.digests[i]) {
            const std::string& entry = first.result.digests[i];
            result.fail(entry.substr(0, entry.find('\n')) + ": comes out differently in another process");
        }
    }
}

void check_threads(Context& context, Result& result) {
    constexpr int thread_count = 4;
    const Subject& subject = context.subject;
    const std::vector<Prepared> documents = ordinary(context);
    // Alone first: it gives what to compare with, and whatever is made once is made before the threads start.
    const std::vector<Outcome> alone = run_once(context, documents);
    const bool shared = subject.manifest().one_instance_for_all;
    std::optional<Session> one;
    if (shared) {
        one.emplace(subject);
    }
    context.at("four threads at once");
    std::vector<Result> results(thread_count);
    std::vector<std::thread> threads;
    for (Result& mine : results) {
        threads.emplace_back([&] {
            try {
                for (int round = 0; round < 3 && mine.failures.empty(); ++round) {
                    const std::vector<Outcome> together =
                        shared ? one->run(documents) : Session(subject).run(documents);
                    expect_same(alone, together, "with other threads at work", mine);
                }
            } catch (const std::exception& error) {
                mine.fail(std::string("with other threads at work: ") + error.what());
            }
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    for (const Result& mine : results) {
        if (!mine.failures.empty()) {
            result.failures = mine.failures;
        }
    }
}

void check_after_error(Context& context, Result& result) {
    if (context.subject.is(Kind::Exporter)) {
        result.skipped = "a run ends with its exporter's first error";
        return;
    }
    const std::vector<Prepared> documents = ordinary(context);
    const std::vector<Outcome> alone = run_once(context, documents);
    Session session(context.subject, context.at);
    for (int calls = 0; calls < 20; ++calls) {
        fail_host_call(calls);
        const Outcome outcome = session.process(documents.front());
        fail_host_call(-1);
        expect_clean({outcome}, result);
        expect_same(alone, session.run(documents),
                    "after call " + std::to_string(calls + 1) + " of the host has failed", result);
        if (!result.failures.empty()) {
            return;
        }
    }
    for (const Sample& odd : odd_texts()) {
        for (const Prepared& document : context.subject.prepare({odd})) {
            if (session.process(document).status == ATTACHE_ERROR) {
                expect_same(alone, session.run(documents), "after it refused “" + odd.name + "”", result);
            }
        }
    }
}

void check_reset(Context& context, Result& result) {
    if (context.subject.is(Kind::Exporter) || context.subject.manifest().one_instance_for_all) {
        result.skipped =
            context.subject.is(Kind::Exporter) ? "exporters are not reset" : "an instance for all threads is not reset";
        return;
    }
    const std::vector<Prepared> documents = ordinary_and_odd(context);
    const std::vector<Outcome> alone = run_once(context, documents);
    Session session(context.subject, context.at);
    std::vector<Outcome> outcomes;
    for (const Prepared& document : documents) {
        outcomes.push_back(session.process(document));
        session.instance().recover();
        end_of_call();
    }
    expect_same(alone, outcomes, "after reset", result);
}

// ---- what is left behind -------------------------------------------------------------------------------------------

std::size_t heap() {
    const struct mallinfo2 info = mallinfo2();
    return info.uordblks + info.hblkhd;
}

std::ptrdiff_t entries(const char* folder) {
    return std::distance(fs::directory_iterator(folder), fs::directory_iterator());
}

/// Calls `round` again and again, and says whether the heap grew each time.
void expect_steady(const std::string& what, const std::function<void()>& round, Result& result) {
    constexpr std::size_t rounds = 12;
    round();
    round();
    std::array<std::size_t, rounds + 1> held{heap()};
    const std::ptrdiff_t threads = entries("/proc/self/task");
    const std::ptrdiff_t descriptors = entries("/proc/self/fd");
    for (std::size_t i = 1; i <= rounds; ++i) {
        round();
        held[i] = heap();
    }
    if (std::adjacent_find(held.begin(), held.end(), std::greater_equal<>()) == held.end()) {
        result.fail("memory: each time that " + what + ", the heap grows, by " +
                    std::to_string((held.back() - held.front()) / rounds) + " bytes");
    }
    if (entries("/proc/self/task") >= threads + static_cast<std::ptrdiff_t>(rounds)) {
        result.fail("threads: each time that " + what + ", another one stays behind");
    }
    if (entries("/proc/self/fd") >= descriptors + static_cast<std::ptrdiff_t>(rounds)) {
        result.fail("file descriptors: each time that " + what + ", another one stays open");
    }
}

void check_leaks(Context& context, Result& result) {
    const std::vector<Prepared> documents = ordinary(context);
    if (!context.subject.is(Kind::Exporter)) {
        Session session(context.subject, context.at);
        expect_steady(
            "the same documents are processed", [&] { session.run(documents); }, result);
    }
    expect_steady(
        "an instance is made, given the same documents and destroyed", [&] { run_once(context, documents); }, result);
}

void check_lifetime(Context& context, Result& result) {
    constexpr std::size_t parts = 8;
    constexpr std::size_t in_a_part = 125;
    constexpr std::chrono::milliseconds time_for_a_part{250};
    const std::vector<Prepared> documents = ordinary(context);
    const auto live = [&](bool work) {
        Session session(context.subject);
        if (work) {
            session.run(documents);
        }
        if (const CallResult destroyed = session.instance().destroy(); !destroyed.ok()) {
            result.fail("destroy " + destroyed.message);
        }
    };
    context.at("an instance that has worked is destroyed");
    live(true);
    context.at("instances are made and destroyed, again and again");
    for (int i = 0; i < 10; ++i) {
        live(false);
    }
    std::array<std::size_t, parts + 1> held{heap()};
    const std::ptrdiff_t threads = entries("/proc/self/task");
    const std::ptrdiff_t descriptors = entries("/proc/self/fd");
    std::size_t made = 0;
    for (std::size_t part = 1; part <= parts; ++part) {
        const auto deadline = Clock::now() + time_for_a_part;
        for (std::size_t i = 0; i < in_a_part && Clock::now() < deadline && result.failures.empty(); ++i, ++made) {
            live(false);
        }
        held[part] = heap();
    }
    // A table that grows once is no leak: what leaks grows in every part.
    const bool grows = std::adjacent_find(held.begin(), held.end(), std::greater_equal<>()) == held.end();
    if (grows && made > 0 && (held.back() - held.front()) / made >= 16) {
        result.fail("creating and destroying " + std::to_string(made) + " instances leaves " +
                    std::to_string((held.back() - held.front()) / made) + " bytes each on the heap");
    }
    if (entries("/proc/self/task") > threads || entries("/proc/self/fd") > descriptors) {
        result.fail("creating and destroying instances leaves threads or file descriptors behind");
    }
}

// ---- what is lent --------------------------------------------------------------------------------------------------

void check_views(Context& context, Result& result) {
    const std::vector<Prepared> documents = ordinary_and_odd(context);
    guard_lent_memory(context.on_fault);
    Session session(context.subject, context.at);
    for (int round = 0; round < 2 && !(round > 0 && context.subject.is(Kind::Exporter)); ++round) {
        expect_clean(session.run(documents), result);
    }
}

void check_handles(Context& context, Result& result) {
    const std::vector<Prepared> documents = ordinary(context);
    const std::uint64_t before = stray_handles();
    {
        Session session(context.subject, context.at);
        session.run(documents);
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
    }
    if (const std::uint64_t strayed = stray_handles() - before; strayed > 0) {
        result.fail(
            "uses the handle of a document or of the output on another thread, or after its call has returned, " +
            std::to_string(strayed) + " times for " + std::to_string(documents.size()) + " documents");
    }
}

// ---- what it costs -------------------------------------------------------------------------------------------------

std::size_t peak_kilobytes() {
    struct rusage usage {};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<std::size_t>(usage.ru_maxrss);
}

void check_memory(Context& context, Result& result) {
    constexpr std::size_t limit_mb = 256;
    Session session(context.subject, context.at);
    for (const Prepared& document : ordinary(context)) {
        const std::size_t before = peak_kilobytes();
        session.process(document);
        const std::size_t grown = (peak_kilobytes() - before) / 1024;
        if (grown > limit_mb) {
            result.fail(document.name + ": takes " + std::to_string(grown) + " MB more memory, for an article of " +
                        std::to_string(document.bytes.size()) + " bytes");
        }
    }
}

double cpu_seconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

std::string milliseconds(double seconds) {
    return std::to_string(std::lround(seconds * 1000)) + " ms";
}

void check_speed(Context& context, Result& result) {
    constexpr double limit_per_3kb = 0.1;
    const std::vector<Prepared> documents = context.subject.prepare(
        context.subject.has_inputs() ? context.subject.ordinary()
                                     : std::vector<Sample>{{"an article of 3 kB", long_text(3000)}});
    Session session(context.subject, context.at);
    const auto cost_of = [&](const Prepared& document) {
        std::vector<double> cpu;
        std::vector<double> wall;
        for (int i = 0; i < 5; ++i) {
            const double cpu_before = cpu_seconds();
            const auto before = Clock::now();
            session.process(document);
            cpu.push_back(cpu_seconds() - cpu_before);
            wall.push_back(Seconds(Clock::now() - before).count());
        }
        std::sort(cpu.begin(), cpu.end());
        std::sort(wall.begin(), wall.end());
        return std::pair(cpu[2], wall[2]);
    };
    for (const Prepared& document : documents) {
        const double limit = limit_per_3kb * std::max(1.0, static_cast<double>(document.bytes.size()) / 3000);
        const auto [cpu, wall] = cost_of(document);
        if (cpu > limit) {
            result.fail(document.name + ": takes " + milliseconds(cpu) + " of processor time; the limit is " +
                        milliseconds(limit));
        } else if (wall > 2 * limit) {
            result.fail(document.name + ": takes " + milliseconds(wall) + " though the processor has only " +
                        milliseconds(cpu) + " of work; the limit is " + milliseconds(2 * limit));
        }
    }
    if (!result.failures.empty() || context.subject.is(Kind::Reader)) {
        return;
    }
    // Four times the text should take four times as long; a square law would take sixteen.
    const auto large =
        context.subject.prepare({{"an article of 64 kB", long_text(64'000)}, {"one of 256 kB", long_text(256'000)}});
    if (large.size() == 2) {
        const double one = cost_of(large[0]).first;
        const double four = cost_of(large[1]).first;
        if (four > 0.5 && four > 12 * one) {
            result.fail("an article of 64 kB takes " + milliseconds(one) + " and one of 256 kB " + milliseconds(four) +
                        ": the time grows with the square of the length");
        }
    }
}

}  // namespace

const std::vector<Check>& checks() {
    static const std::vector<Check> all{
        {"exports", "nothing but attache_plugin_v* is visible", check_exports},
        {"create", "an instance can be made and destroyed", check_create},
        {"settings", "settings and resources are those of the manifest, and all their values are taken",
         check_settings},
        {"ordinary", "articles as they come every day", check_ordinary},
        {"empty", "an empty text, and no document at all", check_empty},
        {"odd", "all scripts, marks, white space, control characters; for readers damaged inputs", check_odd},
        {"huge", "one sentence, one word and many lines of 1 MB", check_huge},
        {"random", "random text", check_random},
        {"layers", "the layers and files used are those of the manifest", check_layers},
        {"repeat", "the same document gives the same again", check_repeat},
        {"order", "a document gives the same whatever came before it", check_order},
        {"processes", "another process gives the same", check_processes},
        {"threads", "four threads at once give the same as one", check_threads},
        {"after-error", "a document gives the same after one that failed", check_after_error},
        {"reset", "a document gives the same after reset", check_reset},
        {"lifetime", "instances are made and destroyed a thousand times", check_lifetime},
        {"leaks", "memory, threads and descriptors do not grow with the same documents", check_leaks},
        {"views", "what is lent is only read, within its bounds, during the call", check_views},
        {"handles", "handles are used on the thread of their call, while it lasts", check_handles},
        {"memory", "an article does not take memory out of all proportion", check_memory},
        {"speed", "time for an article, and for longer ones", check_speed},
        {"races", "no data races (with valgrind)", check_races},
    };
    return all;
}

const Check* find_check(const std::string& name) {
    const auto found =
        std::find_if(checks().begin(), checks().end(), [&](const Check& check) { return check.name == name; });
    return found == checks().end() ? nullptr : &*found;
}

void limit_memory(std::size_t bytes, void (*on_fault)(const char* words)) {
    static void (*report)(const char*) = nullptr;
    report = on_fault;
    std::set_new_handler([] {
        report("asks for more memory than the limit of 1 GB for a check");
        throw std::bad_alloc();
    });
    std::size_t pages = 0;
    std::size_t data = 0;
    std::ifstream statm("/proc/self/statm");
    for (int i = 0; i < 6 && statm >> pages; ++i) {
        data = pages;  // the sixth figure is data and stacks
    }
    const rlimit limit{data * 4096 + bytes, data * 4096 + bytes};
    setrlimit(RLIMIT_DATA, &limit);
}

}  // namespace attache::core::conformance
