// The run store: every input's outcome and every document, in input order, in one SQLite file.
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "config/plan.h"
#include "document/json.h"
#include "store/database.h"

namespace attache::core {

enum class Outcome : std::uint8_t { Document, Rejected, Skipped };

/// What became of one record of the inputs.
struct StoredRecord {
    Outcome outcome = Outcome::Document;
    std::string origin;  ///< where the record was found; a reader may name another source
    Rejection about;     ///< id and source always; the rest says why there is no document
    std::string body;    ///< the document in its compact form
};

/// The same, as read back; views are valid during the callback.
struct RecordView {
    std::int64_t number = 0;
    Outcome outcome = Outcome::Document;
    std::string_view id, source, stage, plugin, reason, body;
};

struct Counts {
    std::int64_t documents = 0;
    std::int64_t rejected = 0;
    std::int64_t skipped = 0;
    std::int64_t total() const { return documents + rejected + skipped; }
};

/// One thread at a time.
class Store {
public:
    /// Makes a new store for a run of this plan. Throws DatabaseError.
    static Store create(const std::filesystem::path& file, const Plan& plan);
    /// Opens the store of an earlier run. Throws DatabaseError if it is none.
    static Store open(const std::filesystem::path& file, Database::Mode mode);

    /// Adds the next record. Written in transactions of a thousand records or a second, whichever is first: after a
    /// kill or a power cut the store holds a prefix of the inputs.
    void add(const StoredRecord& record);
    /// Ends the open transaction.
    void commit();

    Counts counts();
    /// All records in input order. Stops when the callback returns false.
    void for_each(const std::function<bool(const RecordView&)>& callback);
    /// Only where they were found, in input order: what a resumed run holds its inputs against.
    void for_each_origin(const std::function<void(std::string_view)>& callback);

    /// The layers of the run that made the store; documents are decoded with them.
    const std::deque<PlannedLayer>& layers() const { return layers_; }

    std::string note(const std::string& key);
    void set_note(const std::string& key, const std::string& value);

private:
    explicit Store(const std::filesystem::path& file, Database::Mode mode);
    void write_layers(const std::deque<PlannedLayer>& layers);
    void read_layers();

    Database database_;
    std::deque<PlannedLayer> layers_;
    std::optional<Statement> insert_;
    int pending_ = 0;
    std::chrono::steady_clock::time_point begun_;
};

}  // namespace attache::core
