#include "store/store.h"

#include <sstream>

namespace attache::core {

namespace {

constexpr int records_a_transaction = 1000;
constexpr std::chrono::seconds time_a_transaction{1};
constexpr std::int64_t format_version = 1;
// "atch" in the file's header, so that `file` and we can tell a store from other SQLite files.
constexpr std::int64_t application_id = 0x61746368;

constexpr const char* tables = R"(
    CREATE TABLE note (key TEXT PRIMARY KEY, value TEXT NOT NULL);
    CREATE TABLE layer (
        position INTEGER PRIMARY KEY, name TEXT NOT NULL, version INTEGER NOT NULL, json TEXT NOT NULL,
        producer TEXT NOT NULL, columns TEXT NOT NULL);
    CREATE TABLE record (
        number INTEGER PRIMARY KEY,
        outcome INTEGER NOT NULL,  -- 0 document, 1 rejected, 2 skipped
        origin TEXT NOT NULL,      -- where the record was found; a reader may name another source
        id TEXT NOT NULL, source TEXT NOT NULL, stage TEXT NOT NULL, plugin TEXT NOT NULL, reason TEXT NOT NULL,
        body BLOB);
)";

}  // namespace

Store::Store(const std::filesystem::path& file, Database::Mode mode) : database_(file, mode) {}

Store Store::create(const std::filesystem::path& file, const Plan& plan) {
    Store store(file, Database::Mode::Create);
    // A rollback journal, not a write-ahead log: records are only ever added, so it stays tiny, where a log would have
    // every document written twice.
    store.database_.execute("PRAGMA page_size = 16384; PRAGMA synchronous = NORMAL;");
    store.database_.execute("PRAGMA application_id = " + std::to_string(application_id) +
                            "; PRAGMA user_version = " + std::to_string(format_version));
    store.database_.execute(tables);
    store.write_layers(plan.layers);
    return store;
}

Store Store::open(const std::filesystem::path& file, Database::Mode mode) {
    Store store(file, mode);
    const auto pragma = [&](const char* name) {
        Statement statement = store.database_.prepare(std::string("PRAGMA ") + name);
        return statement.step() ? statement.number(0) : 0;
    };
    if (pragma("application_id") != application_id) {
        throw DatabaseError(file.string() + ": not the store of an Attaché run");
    }
    if (const std::int64_t version = pragma("user_version"); version != format_version) {
        throw DatabaseError(file.string() + ": a store of format " + std::to_string(version) +
                            "; this program reads format " + std::to_string(format_version));
    }
    if (mode != Database::Mode::ReadOnly) {
        store.database_.execute("PRAGMA synchronous = NORMAL");
    }
    store.read_layers();
    return store;
}

void Store::write_layers(const std::deque<PlannedLayer>& layers) {
    Statement insert = database_.prepare("INSERT INTO layer VALUES (?, ?, ?, ?, ?, ?)");
    std::int64_t position = 0;
    for (const PlannedLayer& layer : layers) {
        std::string columns;
        for (const ColumnSchema& column : layer.schema.columns) {
            columns += to_declaration(column) + "\n";
        }
        insert.bind(0, position++).bind(1, layer.schema.name).bind(2, std::int64_t{layer.schema.version});
        insert.bind(3, layer.schema.json).bind(4, layer.producer).bind(5, columns).run();
        layers_.push_back(layer);
    }
}

void Store::read_layers() {
    Statement select = database_.prepare("SELECT name, version, json, producer, columns FROM layer ORDER BY position");
    while (select.step()) {
        PlannedLayer layer;
        layer.schema.name = select.text(0);
        layer.schema.version = static_cast<int>(select.number(1));
        layer.schema.json = select.text(2);
        layer.producer = select.text(3);
        std::istringstream columns{std::string(select.text(4))};
        for (std::string line; std::getline(columns, line);) {
            if (auto column = parse_column(line)) {
                layer.schema.columns.push_back(std::move(*column));
            }
        }
        layers_.push_back(std::move(layer));
    }
}

void Store::add(const StoredRecord& record) {
    if (pending_ == 0) {
        database_.execute("BEGIN");
        begun_ = std::chrono::steady_clock::now();
    }
    if (!insert_) {
        insert_ = database_.prepare(
            "INSERT INTO record (outcome, id, source, stage, plugin, reason, origin, body) VALUES (?, ?, ?, ?, ?, ?, "
            "?, ?)");
    }
    insert_->bind(0, static_cast<std::int64_t>(record.outcome)).bind(1, record.about.id).bind(2, record.about.source);
    insert_->bind(3, record.about.stage).bind(4, record.about.plugin).bind(5, record.about.reason);
    insert_->bind(6, record.origin);
    if (record.outcome == Outcome::Document) {
        insert_->bind_blob(7, record.body);
    } else {
        insert_->bind_null(7);
    }
    insert_->run();
    if (++pending_ >= records_a_transaction || std::chrono::steady_clock::now() - begun_ >= time_a_transaction) {
        commit();
    }
}

void Store::commit() {
    if (pending_ > 0) {
        database_.execute("COMMIT");
        pending_ = 0;
    }
}

Counts Store::counts() {
    Counts counts;
    Statement select = database_.prepare("SELECT outcome, count(*) FROM record GROUP BY outcome");
    while (select.step()) {
        const auto outcome = static_cast<Outcome>(select.number(0));
        (outcome == Outcome::Document   ? counts.documents
         : outcome == Outcome::Rejected ? counts.rejected
                                        : counts.skipped) = select.number(1);
    }
    return counts;
}

void Store::for_each(const std::function<bool(const RecordView&)>& callback) {
    Statement select = database_.prepare(
        "SELECT number, outcome, id, source, stage, plugin, reason, body FROM record ORDER BY number");
    while (select.step()) {
        const RecordView record{select.number(0), static_cast<Outcome>(select.number(1)),
                                select.text(2),   select.text(3),
                                select.text(4),   select.text(5),
                                select.text(6),   select.text(7)};
        if (!callback(record)) {
            return;
        }
    }
}

void Store::for_each_origin(const std::function<void(std::string_view)>& callback) {
    Statement select = database_.prepare("SELECT origin FROM record ORDER BY number");
    while (select.step()) {
        callback(select.text(0));
    }
}

std::string Store::note(const std::string& key) {
    Statement select = database_.prepare("SELECT value FROM note WHERE key = ?");
    select.bind(0, key);
    return select.step() ? std::string(select.text(0)) : "";
}

void Store::set_note(const std::string& key, const std::string& value) {
    database_.prepare("INSERT OR REPLACE INTO note VALUES (?, ?)").bind(0, key).bind(1, value).run();
}

}  // namespace attache::core
