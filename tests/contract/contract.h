// Runs the contract plugins through the engine, document by document.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "run/run.h"
#include "testkit/testkit.h"

namespace attache::testkit {

inline std::filesystem::path contract_folder() {
    return std::filesystem::path(ATTACHE_BUILD_FOLDER) / "contract";
}

/// What the run store says of one document, and its JSON line.
struct Outcome {
    core::Outcome outcome = core::Outcome::Document;
    std::string plugin;
    std::string reason;
    std::string json;
    friend bool operator==(const Outcome&, const Outcome&) = default;
    friend std::ostream& operator<<(std::ostream& out, const Outcome& outcome) {
        return out << outcome.plugin << ": " << outcome.reason << outcome.json;
    }
};

/// One run of the annotators over these texts with two workers, in this process or in processes of their own.
inline std::vector<Outcome> run_texts(const std::vector<std::string>& plugins, const std::vector<std::string>& texts,
                                      const Set& settings, bool isolate) {
    const std::filesystem::path folder = temporary_folder();
    std::ofstream config(folder / "config.toml");
    config << "[[stage]]\nname = \"ingest\"\nplugins = [\"jsonl\"]\n[[stage]]\nname = \"test\"\nplugins = [";
    for (const std::string& plugin : plugins) {
        config << '"' << plugin << "\", ";
    }
    config << "]\n";
    for (const std::string& plugin : plugins) {
        config << "[plugin." << plugin << "]\nisolate = " << (isolate ? "true" : "false") << "\n";
    }
    config.close();
    std::ofstream input(folder / "texts.jsonl");
    for (std::size_t i = 0; i < texts.size(); ++i) {
        input << "{\"id\": \"" << i << "\", \"source\": \"test\", \"text\": \"" << texts[i] << "\"}\n";
    }
    input.close();

    const core::Catalog catalog({contract_folder(), std::filesystem::path(ATTACHE_BUILD_FOLDER) / "plugins"});
    const core::Plan plan = core::make_plan(folder / "config.toml", settings, catalog);
    core::RunOptions options;
    options.inputs = {(folder / "texts.jsonl").string()};
    options.folder = folder;
    options.jobs = 2;
    core::run(plan, options);

    std::vector<Outcome> outcomes;
    std::ifstream lines(folder / "documents.jsonl");
    core::Store store = core::Store::open(folder / "run.sqlite", core::Database::Mode::ReadOnly);
    store.for_each([&](const core::RecordView& record) {
        Outcome outcome{record.outcome, std::string(record.plugin), std::string(record.reason), ""};
        if (record.outcome == core::Outcome::Document) {
            std::getline(lines, outcome.json);
        }
        outcomes.push_back(outcome);
        return true;
    });
    return outcomes;
}

/// The outcomes of one text each. Throws as core::run does. That they are the same in processes of their own is a test
/// of each call.
inline std::vector<Outcome> run_texts(const std::vector<std::string>& plugins, const std::vector<std::string>& texts,
                                      const Set& settings = {}) {
    std::vector<Outcome> here = run_texts(plugins, texts, settings, false);
    EXPECT_EQ(run_texts(plugins, texts, settings, true), here) << "in a process of its own";
    return here;
}

}  // namespace attache::testkit
