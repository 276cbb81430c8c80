// Cuts the inputs into records: the bytes that one document is made of, with where they were found.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "isolation/executor.h"
#include "run/byte_source.h"
#include "run/inputs.h"
#include "run/published_from.h"

namespace attache::core {

struct Record {
    std::string source;
    std::size_t reader = 0;  ///< position among the plan's readers
    std::string bytes;
    std::string skipped;                                    ///< why it is passed over; "" if it is not
    std::string rejected;                                   ///< why it cannot be a document; "" if it may be
    std::optional<PublishedDate> published = std::nullopt;  ///< for a document that itself does not say
};

/// Cuts one input into records, with the reader's `split` or as a whole.
class RecordSplitter {
public:
    /// `reader` null: the input is one record. Both must outlive the splitter.
    RecordSplitter(ByteSource& source, Executor* reader, std::uint64_t max_bytes);

    /// The next record's bytes. Throws std::runtime_error if the input cannot be cut any further.
    std::optional<std::string> next();

private:
    bool fill();
    std::optional<std::string> whole();

    ByteSource& source_;
    Executor* reader_;
    const std::uint64_t max_bytes_;
    std::string buffer_;
    std::size_t at_ = 0;
    std::size_t chunk_ = 64 * 1024;
    bool ended_ = false;
    bool done_ = false;
};

/// The records of all inputs in order. One thread at a time.
class RecordStream {
public:
    /// `plan` must outlive the stream.
    RecordStream(const Plan& plan, std::vector<std::string> inputs, PublishedFrom published_from = {});
    /// Standard input, read as if it were a file of this name.
    RecordStream(const Plan& plan, std::unique_ptr<ByteSource> source, const std::string& name);

    std::optional<Record> next();

private:
    std::optional<Record> next_of_input();
    std::optional<Record> open(const InputFile& file);
    std::optional<Record> open_member();
    std::optional<Record> start(const std::string& name, const std::string& source, std::unique_ptr<ByteSource> bytes);
    void close();
    Record rejected(const std::string& source, const std::string& reason) const;

    const Plan& plan_;
    std::optional<InputWalk> walk_;
    PublishedFrom published_from_;
    std::vector<std::unique_ptr<Executor>> readers_;  ///< for cutting only; made when first needed

    std::unique_ptr<ByteSource> bytes_source_;
    std::unique_ptr<Archive> archive_;
    std::string archive_name_;
    std::filesystem::path file_;
    std::optional<RecordSplitter> splitter_;
    std::size_t reader_ = 0;
    std::string source_;
    std::optional<PublishedDate> published_;
    std::uint64_t number_ = 0;
};

}  // namespace attache::core
