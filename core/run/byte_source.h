// Where an input's bytes come from: a file, a member of an archive, standard input.
#pragma once

#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace attache::core {

class ByteSource {
public:
    virtual ~ByteSource() = default;
    /// Reads up to `size` bytes; 0 only at the end. Throws std::runtime_error with the reason.
    virtual std::size_t read(char* data, std::size_t size) = 0;
};

/// Reads from a file descriptor, as much as is there. Closes it unless it is standard input.
class DescriptorSource : public ByteSource {
public:
    explicit DescriptorSource(int descriptor) : descriptor_(descriptor) {}
    explicit DescriptorSource(const std::filesystem::path& file);
    ~DescriptorSource() override;
    DescriptorSource(const DescriptorSource&) = delete;
    DescriptorSource& operator=(const DescriptorSource&) = delete;
    std::size_t read(char* data, std::size_t size) override;

private:
    int descriptor_;
};

/// The part of a file name that says it is packed (".tar.gz", ".zip", ".gz"), in lower case; "" if it is not.
std::string archive_suffix(const std::string& file_name);

/// A packed file: tar, zip or 7z with members, or one compressed file. Reads the current member.
class Archive : public ByteSource {
public:
    /// Throws std::runtime_error if it cannot be opened as one.
    explicit Archive(const std::filesystem::path& file);
    ~Archive() override;
    Archive(const Archive&) = delete;
    Archive& operator=(const Archive&) = delete;

    /// Goes to the next member that is a file, in the archive's order; gives its name, or for one compressed file the
    /// file's name without the suffix. Throws std::runtime_error if the archive is damaged.
    std::optional<std::string> next_member();
    std::size_t read(char* data, std::size_t size) override;

private:
    struct Handle;
    std::unique_ptr<Handle> handle_;
    std::filesystem::path file_;
    bool single_;
};

}  // namespace attache::core
