#include "store/database.h"

#include <sqlite3.h>

namespace attache::core {

namespace {

/// Whoever looks into a store while a run writes it holds it up for moments; the run waits for so long, and goes on.
constexpr int wait_for_others = 60'000;  // milliseconds

}  // namespace

Database::Database(const std::filesystem::path& path, Mode mode)
    : name_(mode == Mode::Temporary ? "temporary database" : path.string()) {
    const int flags = mode == Mode::ReadOnly    ? SQLITE_OPEN_READONLY
                      : mode == Mode::ReadWrite ? SQLITE_OPEN_READWRITE
                                                : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    sqlite3* database = nullptr;
    const std::string file = mode == Mode::Temporary ? "" : path.string();
    const int code = sqlite3_open_v2(file.c_str(), &database, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    database_.reset(database);
    if (code != SQLITE_OK) {
        fail();
    }
    sqlite3_busy_timeout(database, wait_for_others);
}

void Database::execute(const std::string& sql) {
    if (sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
        fail();
    }
}

Statement Database::prepare(const std::string& sql) {
    return {*this, sql};
}

void Database::fail() const {
    throw DatabaseError(name_ + ": " + sqlite3_errmsg(database_.get()));
}

void Database::Close::operator()(sqlite3* database) const {
    sqlite3_close_v2(database);
}

Statement::Statement(Database& database, const std::string& sql) : database_(&database) {
    sqlite3_stmt* statement = nullptr;
    const int code =
        sqlite3_prepare_v2(database.database_.get(), sql.c_str(), static_cast<int>(sql.size()), &statement, nullptr);
    statement_.reset(statement);
    check(code);
}

Statement& Statement::bind(int parameter, std::string_view text) {
    check(sqlite3_bind_text64(statement_.get(), parameter + 1, text.data() != nullptr ? text.data() : "", text.size(),
                              SQLITE_STATIC, SQLITE_UTF8));
    return *this;
}

Statement& Statement::bind_blob(int parameter, std::string_view bytes) {
    check(sqlite3_bind_blob64(statement_.get(), parameter + 1, bytes.data() != nullptr ? bytes.data() : "",
                              bytes.size(), SQLITE_STATIC));
    return *this;
}

Statement& Statement::bind(int parameter, std::int64_t number) {
    check(sqlite3_bind_int64(statement_.get(), parameter + 1, number));
    return *this;
}

Statement& Statement::bind_null(int parameter) {
    check(sqlite3_bind_null(statement_.get(), parameter + 1));
    return *this;
}

bool Statement::step() {
    const int code = sqlite3_step(statement_.get());
    if (code != SQLITE_ROW && code != SQLITE_DONE) {
        database_->fail();
    }
    return code == SQLITE_ROW;
}

void Statement::reset() {
    sqlite3_reset(statement_.get());
}

void Statement::run() {
    while (step()) {
    }
    reset();
}

std::int64_t Statement::number(int column) const {
    return sqlite3_column_int64(statement_.get(), column);
}

std::string_view Statement::text(int column) const {
    const void* data = sqlite3_column_blob(statement_.get(), column);
    const int size = sqlite3_column_bytes(statement_.get(), column);
    return data == nullptr ? std::string_view{}
                           : std::string_view(static_cast<const char*>(data), static_cast<std::size_t>(size));
}

void Statement::check(int code) const {
    if (code != SQLITE_OK) {
        database_->fail();
    }
}

void Statement::Finalize::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

}  // namespace attache::core
