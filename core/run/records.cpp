#include "run/records.h"

#include <algorithm>

#include "run/names.h"

namespace attache::core {

namespace {

/// Position of the first planned reader that takes files of this name.
std::optional<std::size_t> reader_for(const Plan& plan, const std::string& name) {
    const std::string lower = lower_case(name);
    for (std::size_t i = 0; i < plan.readers.size(); ++i) {
        const auto& extensions = plan.readers[i].manifest().extensions;
        if (std::any_of(extensions.begin(), extensions.end(),
                        [&](const std::string& e) { return lower.ends_with(e); })) {
            return i;
        }
    }
    return std::nullopt;
}

std::string extension_of(const std::string& name) {
    const std::string file = std::filesystem::path(name).filename().string();
    const auto dot = file.rfind('.');
    return dot == file.npos || dot == 0 ? "files without an extension" : "\"" + file.substr(dot) + "\" files";
}

}  // namespace

RecordSplitter::RecordSplitter(ByteSource& source, Executor* reader, std::uint64_t max_bytes)
    : source_(source), reader_(reader), max_bytes_(max_bytes) {}

std::optional<std::string> RecordSplitter::next() {
    if (done_) {
        return std::nullopt;
    }
    if (reader_ == nullptr) {
        return whole();
    }
    for (;;) {
        const std::string_view data = std::string_view(buffer_).substr(at_);
        attache_record found{};
        if (const CallResult result = reader_->split(data, ended_, found); !result.ok()) {
            done_ = true;
            throw std::runtime_error(result.message);
        }
        at_ += found.skip;
        if (found.found != 0) {
            std::string record = buffer_.substr(at_, found.size);
            at_ += found.size;
            done_ = ended_ && at_ == buffer_.size() && found.size == 0;
            return record;
        }
        if (ended_) {
            done_ = true;
            return std::nullopt;
        }
        if (!fill()) {
            done_ = true;
            throw std::runtime_error("a record is larger than " + std::to_string(max_bytes_ >> 20) +
                                     " MiB (max_document_megabytes); it and what follows it were not read");
        }
    }
}

std::optional<std::string> RecordSplitter::whole() {
    done_ = true;
    while (!ended_) {
        if (!fill()) {
            throw std::runtime_error("it is larger than " + std::to_string(max_bytes_ >> 20) +
                                     " MiB (max_document_megabytes)");
        }
    }
    return std::move(buffer_);
}

/// Reads more; false if that would be more than one record may have. The chunk doubles while no record ends, so that a
/// long record is looked at a logarithmic number of times.
bool RecordSplitter::fill() {
    buffer_.erase(0, at_);
    at_ = 0;
    if (buffer_.size() >= max_bytes_) {
        return false;
    }
    const std::size_t held = buffer_.size();
    const std::size_t wanted = std::max(chunk_, held);
    buffer_.resize(held + wanted);
    const std::size_t got = source_.read(buffer_.data() + held, wanted);
    buffer_.resize(held + got);
    ended_ = got == 0;
    return true;
}

RecordStream::RecordStream(const Plan& plan, std::vector<std::string> inputs, PublishedFrom published_from)
    : plan_(plan),
      walk_(std::move(inputs)),
      published_from_(std::move(published_from)),
      readers_(plan.readers.size()) {}

RecordStream::RecordStream(const Plan& plan, std::unique_ptr<ByteSource> source, const std::string& name)
    : plan_(plan), readers_(plan.readers.size()) {
    if (start(name, name, std::move(source))) {
        throw std::runtime_error("no reader of this configuration takes \"" + name + "\"");
    }
}

std::optional<Record> RecordStream::next() {
    for (;;) {
        if (splitter_) {
            if (std::optional<Record> record = next_of_input()) {
                return record;
            }
        }
        std::optional<Record> record;
        if (archive_) {
            record = open_member();
        } else if (std::optional<InputFile> file = walk_ ? walk_->next() : std::nullopt) {
            record = open(*file);
        } else {
            return std::nullopt;
        }
        if (record) {
            return record;
        }
    }
}

std::optional<Record> RecordStream::next_of_input() {
    try {
        if (std::optional<std::string> bytes = splitter_->next()) {
            ++number_;
            const bool many = readers_[reader_]->splits();
            return Record{
                source_ + (many ? "#" + std::to_string(number_) : ""), reader_, std::move(*bytes), "", "", published_};
        }
        close();
        return std::nullopt;
    } catch (const std::exception& error) {
        close();
        return rejected(source_, error.what());
    }
}

std::optional<Record> RecordStream::open(const InputFile& file) {
    if (!file.skipped.empty()) {
        return Record{file.source, 0, "", file.skipped, ""};
    }
    file_ = file.path;
    try {
        const std::string name = file.path.filename().string();
        if (archive_suffix(name).empty()) {
            return start(name, file.source, std::make_unique<DescriptorSource>(file.path));
        }
        archive_ = std::make_unique<Archive>(file.path);
        archive_name_ = file.source;
        return std::nullopt;
    } catch (const std::exception& error) {
        return rejected(file.source, error.what());
    }
}

std::optional<Record> RecordStream::open_member() {
    /// Lends the archive to the splitter, which sees one member after the other.
    class Member : public ByteSource {
    public:
        explicit Member(Archive& archive) : archive_(archive) {}
        std::size_t read(char* data, std::size_t size) override { return archive_.read(data, size); }

    private:
        Archive& archive_;
    };
    try {
        const std::optional<std::string> name = archive_->next_member();
        if (!name) {
            archive_.reset();
            return std::nullopt;
        }
        return start(*name, archive_name_ + "/" + printable(*name), std::make_unique<Member>(*archive_));
    } catch (const std::exception& error) {
        archive_.reset();
        return rejected(archive_name_, error.what());
    }
}

/// Begins to cut an input; gives a record only if there is nothing to cut.
std::optional<Record> RecordStream::start(const std::string& name, const std::string& source,
                                          std::unique_ptr<ByteSource> bytes) {
    const std::optional<std::size_t> reader = reader_for(plan_, name);
    if (!reader) {
        return Record{source, 0, "", "no reader of this configuration takes " + extension_of(name), ""};
    }
    if (!readers_[*reader]) {
        readers_[*reader] = make_executor(plan_.readers[*reader], plan_);
    }
    Executor* cutter = readers_[*reader]->splits() ? readers_[*reader].get() : nullptr;
    bytes_source_ = std::move(bytes);
    const auto max_bytes = static_cast<std::uint64_t>(plan_.config.limits.max_document_megabytes) << 20;
    splitter_.emplace(*bytes_source_, cutter, max_bytes);
    reader_ = *reader;
    source_ = source;
    published_ = published_from_.of(name, file_);
    number_ = 0;
    return std::nullopt;
}

void RecordStream::close() {
    splitter_.reset();
    bytes_source_.reset();
}

Record RecordStream::rejected(const std::string& source, const std::string& reason) const {
    return Record{source, reader_, "", "", reason};
}

}  // namespace attache::core
