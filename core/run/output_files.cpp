#include "run/output_files.h"

#include <cerrno>
#include <stdexcept>
#include <system_error>

namespace attache::core {

PartFile::PartFile(std::filesystem::path file)
    : file_(std::move(file)), part_(file_.string() + ".part"), out_(part_, std::ios::binary | std::ios::trunc) {
    if (!out_) {
        fail();
    }
}

PartFile::~PartFile() {
    if (!finished_) {
        out_.close();
        std::error_code ignored;
        std::filesystem::remove(part_, ignored);
    }
}

void PartFile::write(std::string_view bytes) {
    if (!out_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()))) {
        fail();
    }
}

void PartFile::finish() {
    out_.close();
    if (!out_) {
        fail();
    }
    std::filesystem::rename(part_, file_);
    finished_ = true;
}

void PartFile::fail() const {
    throw std::runtime_error("cannot write " + part_.string() + ": " + std::generic_category().message(errno));
}

Spool::Spool() : database_({}, Database::Mode::Temporary) {
    database_.execute(
        "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -2000;"
        "CREATE TABLE spool (number INTEGER PRIMARY KEY, key BLOB NOT NULL, value BLOB NOT NULL); BEGIN");
    insert_ = database_.prepare("INSERT INTO spool (key, value) VALUES (?, ?)");
}

void Spool::put(std::string_view key, std::string_view value) {
    insert_->bind_blob(0, key).bind_blob(1, value).run();
}

bool Spool::next(std::string_view& key, std::string_view& value) {
    // Only keys and numbers are sorted, and each value fetched when its turn comes: a sort of whole records holds tens
    // of megabytes of them in memory.
    if (!order_) {
        order_ = database_.prepare("SELECT key, number FROM spool ORDER BY key, number");
        fetch_ = database_.prepare("SELECT value FROM spool WHERE number = ?");
    }
    fetch_->reset();
    if (!order_->step()) {
        order_.reset();
        return false;
    }
    key = order_->text(0);
    fetch_->bind(0, order_->number(1)).step();
    value = fetch_->text(0);
    return true;
}

void OutputFiles::write(std::string_view file, std::string_view bytes) {
    auto found = files_.find(file);
    if (found == files_.end()) {
        found = files_.emplace(file, std::make_unique<PartFile>(folder_ / file)).first;
    }
    found->second->write(bytes);
}

std::string_view OutputFiles::read_file(std::string_view file) {
    return read_.emplace_back(std::make_unique<MappedFile>(folder_ / file))->bytes();
}

void OutputFiles::put(std::string_view key, std::string_view value) {
    if (!spool_) {
        spool_.emplace();
    }
    spool_->put(key, value);
}

bool OutputFiles::next(std::string_view& key, std::string_view& value) {
    return spool_ && spool_->next(key, value);
}

void OutputFiles::figure(std::string_view name, std::int64_t value) {
    figures_.emplace_back(name, value);
}

void OutputFiles::finish() {
    for (const auto& [name, file] : files_) {
        file->finish();
    }
    files_.clear();
}

}  // namespace attache::core
