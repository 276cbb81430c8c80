// A whole file, mapped read-only.
#pragma once

#include <filesystem>
#include <string_view>

namespace attache::core {

class MappedFile {
public:
    /// Throws std::runtime_error with the reason if the file cannot be opened or is not a regular file.
    explicit MappedFile(const std::filesystem::path& path);
    ~MappedFile();
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;

    /// Valid while this object lives.
    std::string_view bytes() const { return {data_, size_}; }

private:
    const char* data_ = "";
    std::size_t size_ = 0;
};

}  // namespace attache::core
