// SQLite, as little of it as the store needs.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace attache::core {

/// Thrown when the database refuses; what() names the file and SQLite's reason.
class DatabaseError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

class Statement;

class Database {
public:
    enum class Mode : std::uint8_t { Create, ReadWrite, ReadOnly, Temporary };
    /// Temporary: a private file on disk that vanishes when it is closed; `path` is ignored.
    Database(const std::filesystem::path& path, Mode mode);

    void execute(const std::string& sql);
    Statement prepare(const std::string& sql);

private:
    friend class Statement;
    [[noreturn]] void fail() const;
    struct Close {
        void operator()(sqlite3* database) const;
    };
    std::string name_;
    std::unique_ptr<sqlite3, Close> database_;
};

/// A prepared statement. Parameters and columns count from 0; the database must outlive it.
class Statement {
public:
    Statement(Database& database, const std::string& sql);

    /// The text or bytes must stay as they are until `reset` or `run`.
    Statement& bind(int parameter, std::string_view text);
    Statement& bind_blob(int parameter, std::string_view bytes);
    Statement& bind(int parameter, std::int64_t number);
    Statement& bind_null(int parameter);

    /// True if there is a row.
    bool step();
    void reset();
    /// Steps to the end and resets.
    void run();

    std::int64_t number(int column) const;
    /// Valid until the next step or reset.
    std::string_view text(int column) const;

private:
    void check(int code) const;
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    Database* database_;
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

}  // namespace attache::core
