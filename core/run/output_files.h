// What an exporter writes: files that appear under their name only when they are whole, and a sorter on disk.
#pragma once

#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "loading/host.h"
#include "manifest/mapped_file.h"
#include "store/database.h"

namespace attache::core {

/// A file of the run folder under another name until it is finished. Functions throw std::runtime_error naming the
/// file.
class PartFile {
public:
    explicit PartFile(std::filesystem::path file);
    /// Removes what was written if the file was not finished.
    ~PartFile();
    PartFile(const PartFile&) = delete;
    PartFile& operator=(const PartFile&) = delete;

    void write(std::string_view bytes);
    /// Closes it and gives it its name.
    void finish();

private:
    [[noreturn]] void fail() const;

    std::filesystem::path file_;
    std::filesystem::path part_;
    std::ofstream out_;
    bool finished_ = false;
};

/// Sorts records by key outside of memory: a temporary SQLite file.
class Spool {
public:
    Spool();
    void put(std::string_view key, std::string_view value);
    /// Views are valid until the next call. After the end it starts anew.
    bool next(std::string_view& key, std::string_view& value);

private:
    Database database_;
    std::optional<Statement> insert_;
    std::optional<Statement> order_;
    std::optional<Statement> fetch_;
};

/// The services of one exporter in one run.
class OutputFiles : public ExporterServices {
public:
    explicit OutputFiles(std::filesystem::path folder) : folder_(std::move(folder)) {}

    void write(std::string_view file, std::string_view bytes) override;
    std::string_view read_file(std::string_view file) override;
    void put(std::string_view key, std::string_view value) override;
    bool next(std::string_view& key, std::string_view& value) override;
    void figure(std::string_view name, std::int64_t value) override;

    /// Gives all files their names.
    void finish();
    const std::vector<std::pair<std::string, std::int64_t>>& figures() const { return figures_; }

private:
    std::filesystem::path folder_;
    std::map<std::string, std::unique_ptr<PartFile>, std::less<>> files_;
    std::vector<std::unique_ptr<MappedFile>> read_;
    std::optional<Spool> spool_;
    std::vector<std::pair<std::string, std::int64_t>> figures_;
};

}  // namespace attache::core
