#include "conformance/runner.h"

#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <ostream>
#include <stdexcept>

#include "process/child_process.h"

namespace attache::core::conformance {

namespace {

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

/// Memory shared with the process that runs a check: it outlives a crash. The result follows it in the file.
struct Slate {
    std::array<char, 512> at;      ///< what is being tried
    std::array<char, 1024> fault;  ///< what a signal handler or the memory limit has to say
};
constexpr std::size_t slate_size = 4096;
constexpr int report_descriptor = 3;
constexpr std::size_t memory_limit = std::size_t{1} << 30U;

Slate* slate = nullptr;

Slate* map_slate(int descriptor) {
    void* const memory = ::mmap(nullptr, slate_size, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
    if (memory == MAP_FAILED) {
        throw std::runtime_error("the descriptor for the report cannot be mapped");
    }
    return static_cast<Slate*>(memory);
}

void set(std::array<char, 512>& text, std::string_view value) {
    const std::size_t size = std::min(value.size(), text.size() - 1);
    std::memcpy(text.data(), value.data(), size);
    text[size] = '\0';
}

void on_fault(const char* words) {
    if (slate != nullptr) {
        std::snprintf(slate->fault.data(), slate->fault.size(), "%.511s: %.500s", slate->at.data(), words);
    } else {
        for (const char* part : {words, "\n"}) {
            if (::write(STDERR_FILENO, part, std::strlen(part)) < 0) {
                return;
            }
        }
    }
}

void put(Writer& writer, const std::string& text) {
    writer.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

void put(Writer& writer, const std::vector<std::string>& texts) {
    writer.StartArray();
    for (const std::string& text : texts) {
        put(writer, text);
    }
    writer.EndArray();
}

std::string to_json(const Result& result) {
    rapidjson::StringBuffer buffer;
    Writer writer(buffer);
    writer.StartObject();
    writer.Key("failures");
    put(writer, result.failures);
    writer.Key("skipped");
    put(writer, result.skipped);
    writer.Key("digests");
    put(writer, result.digests);
    writer.EndObject();
    return {buffer.GetString(), buffer.GetSize()};
}

/// False if the text is not a whole result.
bool from_json(const std::string& text, Result& result) {
    rapidjson::Document json;
    if (json.Parse(text.data(), text.size()).HasParseError() || !json.IsObject() || !json.HasMember("failures") ||
        !json.HasMember("skipped") || !json.HasMember("digests")) {
        return false;
    }
    for (const auto& failure : json["failures"].GetArray()) {
        result.failures.emplace_back(failure.GetString(), failure.GetStringLength());
    }
    result.skipped = json["skipped"].GetString();
    for (const auto& digest : json["digests"].GetArray()) {
        result.digests.emplace_back(digest.GetString(), digest.GetStringLength());
    }
    return true;
}

std::vector<std::string> arguments_for(const Request& request, const std::string& check) {
    std::vector<std::string> arguments{"check", request.plugin.file.string(), "--only", check};
    for (const std::string& folder : request.plugin_folders) {
        arguments.insert(arguments.end(), {"--plugin-path", folder});
    }
    for (const auto& input : request.inputs) {
        arguments.insert(arguments.end(), {"--input", input.string()});
    }
    if (request.seed != 1) {
        arguments.insert(arguments.end(), {"--seed", std::to_string(request.seed)});
    }
    return arguments;
}

/// A word of a command line for a shell.
std::string shell_word(const std::string& word) {
    if (!word.empty() &&
        word.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./=,:") == word.npos) {
        return word;
    }
    std::string quoted = "'";
    for (const char c : word) {
        quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    }
    return quoted + "'";
}

template <std::size_t size>
std::string text_of(const std::array<char, size>& text) {
    return {text.data(), ::strnlen(text.data(), text.size())};
}

std::string read_result(int descriptor) {
    std::string text;
    std::array<char, 65536> chunk{};
    for (off_t at = slate_size;;) {
        const ssize_t got = ::pread(descriptor, chunk.data(), chunk.size(), at);
        if (got <= 0) {
            return text;
        }
        text.append(chunk.data(), static_cast<std::size_t>(got));
        at += got;
    }
}

}  // namespace

Result run_here(const Check& check, const Request& request, int report) {
    Session::Watcher at = [](const std::string&) {};
    if (report >= 0) {
        slate = map_slate(report);
        at = [](const std::string& what) { set(slate->at, what); };
    }
    Result result;
    try {
        const Subject subject(request.plugin, request.catalog, request.inputs);
        at("loading and creating");
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
        // valgrind, which `races` starts, needs more than that for itself, and inherits the limit.
        if (report >= 0 && check.name != "races") {
            limit_memory(memory_limit, on_fault);
        }
#endif
        Context context{subject, request.seed, at, on_fault,
                        [&](const std::string& other) { return arguments_for(request, other); }};
        check.run(context, result);
    } catch (const std::exception& error) {
        result.fail(error.what());
    }
    if (report >= 0) {
        const std::string json = to_json(result);
        if (::pwrite(report, json.data(), json.size(), slate_size) != static_cast<ssize_t>(json.size())) {
            throw std::runtime_error("the result cannot be reported");
        }
    }
    return result;
}

Finding run_in_child(const std::string& check, std::vector<std::string> arguments, std::chrono::seconds timeout) {
    Finding finding;
    finding.check = check;
    finding.again = "attache";
    for (const std::string& argument : arguments) {
        finding.again += " " + shell_word(argument);
    }
    arguments.insert(arguments.end(), {"--in-process", "--report-to", std::to_string(report_descriptor)});

    const int file = ::memfd_create("attache-check", MFD_CLOEXEC);
    const int nowhere = ::memfd_create("attache-check-output", MFD_CLOEXEC);
    if (file < 0 || nowhere < 0 || ::ftruncate(file, slate_size) != 0) {
        throw std::runtime_error("no memory to share with the process of a check");
    }
    const Slate* const shared = map_slate(file);
    const auto start = std::chrono::steady_clock::now();
    {
        ChildProcess child(this_program(), arguments, {{file, report_descriptor}, {nowhere, 1}, {nowhere, 2}},
                           // Blocks kept for each thread's next request would count as held.
                           {{"GLIBC_TUNABLES", "glibc.malloc.tcache_count=0"}});
        const auto ended = child.wait_while_working(timeout);
        const std::string at = text_of(shared->at);
        const std::string fault = text_of(shared->fault);
        const std::string where = at.empty() ? "" : at + ": ";
        const bool whole = from_json(read_result(file), finding.result);
        if (!ended) {
            finding.result.fail(where + "does not come to an end within " + std::to_string(timeout.count()) + " s");
        } else if (!fault.empty() && ended->signal != 0) {
            finding.result.fail(fault + ": " + describe(*ended));
        } else if (!fault.empty()) {
            finding.result.fail(fault);
        } else if (ended->signal != 0) {
            finding.result.fail(where + "crashes with " + describe(*ended));
        } else if (!whole) {
            finding.result.fail(where + "ends the process, with " + describe(*ended));
        }
    }
    finding.time = std::chrono::steady_clock::now() - start;
    ::munmap(const_cast<Slate*>(shared), slate_size);
    ::close(file);
    ::close(nowhere);
    return finding;
}

std::vector<Finding> run_checks(const Request& request, const std::vector<std::string>& names,
                                const std::function<void(const Finding&)>& each) {
    std::vector<Finding> findings;
    bool hangs = false;
    for (const Check& check : checks()) {
        if (!names.empty() && std::find(names.begin(), names.end(), check.name) == names.end()) {
            continue;
        }
        Finding finding;
        if (hangs) {
            finding.check = check.name;
            finding.result.skipped = "ordinary articles do not come to an end";
        } else {
            // Under valgrind everything takes many times as long.
            finding = run_in_child(check.name, arguments_for(request, check.name),
                                   check.name == "races" ? 10 * request.timeout : request.timeout);
        }
        hangs = hangs || (check.name == "ordinary" && finding.failed() &&
                          finding.result.failures.back().find("does not come to an end") != std::string::npos);
        each(finding);
        findings.push_back(std::move(finding));
    }
    return findings;
}

void write_json(const Request& request, const std::vector<Finding>& findings, std::ostream& out) {
    rapidjson::StringBuffer buffer;
    Writer writer(buffer);
    writer.StartObject();
    writer.Key("plugin");
    put(writer, request.plugin.manifest.title());
    writer.Key("file");
    put(writer, request.plugin.file.string());
    writer.Key("passed");
    writer.Bool(
        std::none_of(findings.begin(), findings.end(), [](const Finding& finding) { return finding.failed(); }));
    writer.Key("checks");
    writer.StartArray();
    for (const Finding& finding : findings) {
        writer.StartObject();
        writer.Key("name");
        put(writer, finding.check);
        writer.Key("outcome");
        put(writer, finding.failed() ? "failed" : finding.result.skipped.empty() ? "passed" : "skipped");
        if (finding.failed()) {
            writer.Key("failures");
            put(writer, finding.result.failures);
            writer.Key("again");
            put(writer, finding.again);
        } else if (!finding.result.skipped.empty()) {
            writer.Key("why");
            put(writer, finding.result.skipped);
        }
        writer.Key("seconds");
        writer.Double(finding.time.count());
        writer.EndObject();
    }
    writer.EndArray();
    writer.EndObject();
    out << std::string_view(buffer.GetString(), buffer.GetSize()) << "\n";
}

}  // namespace attache::core::conformance
