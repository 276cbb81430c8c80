// Runs plugins as a user would, through the engine and the built libraries, over one document at a time.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace attache::testkit {

/// One row of a layer: the text it spans, where, and its columns in the form they have in documents.jsonl (numbers and
/// row references in decimal, days as ISO 8601). A column without a value is absent.
struct Row {
    std::string text;
    std::size_t start = 0;
    std::size_t end = 0;
    std::map<std::string, std::string> columns;

    /// The column's value, "" if there is none.
    const std::string& operator[](const std::string& column) const;
};

/// What became of a document: its fields, text and layers; or why it was rejected or skipped.
struct Result {
    std::map<std::string, std::string> fields;
    std::string text;
    std::map<std::string, std::vector<Row>> layers;
    std::vector<std::string> remarks;
    std::string rejected;  ///< "" if it was accepted
    std::string skipped;   ///< "" if it was not
};

/// The field of this name; "" if there is none.
std::string field(const Result& result, const std::string& name);

struct Article {
    std::string text;
    std::map<std::string, std::string> fields = {};
};

/// Settings as on the command line: {"salience.sentences=3"}.
using Set = std::vector<std::string>;

/// Runs built annotators, in this order, over a document. Throws if the plan is refused.
Result annotate(const std::vector<std::string>& plugins, const Article& article, const Set& settings = {});

/// The same over many documents with one instance of each annotator, for tables of cases.
std::vector<Result> annotate(const std::vector<std::string>& plugins, const std::vector<Article>& articles);

/// Runs a built reader over an input of this name and content; one result a record.
std::vector<Result> read(const std::string& plugin, const std::string& file_name, const std::string& bytes,
                         const Set& settings = {});

/// `attache run` of a shipped configuration over a folder, into a new folder; returns the run folder. Every input must
/// be a document, a rejected record or a named skip; throws if the run could not go on.
std::filesystem::path run(const std::filesystem::path& config, const std::vector<std::filesystem::path>& inputs,
                          const Set& settings = {});

/// The parts of a text between separators, empty ones too.
std::vector<std::string> split(const std::string& text, const std::string& separator);

/// A whole file. Throws if it cannot be read.
std::string slurp(const std::filesystem::path& file);

/// A folder for this test alone, removed when the program ends.
std::filesystem::path temporary_folder();

/// The root of the source tree.
std::filesystem::path source_folder();

}  // namespace attache::testkit
