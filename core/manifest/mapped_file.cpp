#include "manifest/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <stdexcept>
#include <string>
#include <system_error>

namespace attache::core {

MappedFile::MappedFile(const std::filesystem::path& path) {
    const auto fail = [&](const std::string& reason) {
        throw std::runtime_error("cannot read " + path.string() + ": " + reason);
    };
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        fail(std::generic_category().message(errno));
    }
    struct stat status {};
    if (::fstat(file, &status) != 0 || !S_ISREG(status.st_mode)) {
        ::close(file);
        fail("not a regular file");
    }
    size_ = static_cast<std::size_t>(status.st_size);
    if (size_ > 0) {
        void* mapped = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file, 0);
        const int error = errno;
        ::close(file);
        if (mapped == MAP_FAILED) {
            fail(std::generic_category().message(error));
        }
        data_ = static_cast<const char*>(mapped);
    } else {
        ::close(file);
    }
}

MappedFile::~MappedFile() {
    if (size_ > 0) {
        ::munmap(const_cast<char*>(data_), size_);
    }
}

}  // namespace attache::core
