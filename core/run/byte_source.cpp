#include "run/byte_source.h"

#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <stdexcept>
#include <string_view>
#include <system_error>

#include "run/names.h"

namespace attache::core {

namespace {

constexpr std::array<std::string_view, 11> packed_folders{".tar", ".tar.gz",  ".tgz", ".tar.bz2", ".tbz2", ".tar.xz",
                                                          ".txz", ".tar.zst", ".zip", ".7z",      ".cpio"};
constexpr std::array<std::string_view, 4> packed_files{".gz", ".bz2", ".xz", ".zst"};

}  // namespace

DescriptorSource::DescriptorSource(const std::filesystem::path& file)
    : descriptor_(::open(file.c_str(), O_RDONLY | O_CLOEXEC)) {
    if (descriptor_ < 0) {
        throw std::runtime_error("cannot be read: " + std::generic_category().message(errno));
    }
}

DescriptorSource::~DescriptorSource() {
    if (descriptor_ > STDIN_FILENO) {
        ::close(descriptor_);
    }
}

std::size_t DescriptorSource::read(char* data, std::size_t size) {
    for (;;) {
        const ssize_t got = ::read(descriptor_, data, size);
        if (got >= 0) {
            return static_cast<std::size_t>(got);
        }
        if (errno != EINTR) {
            throw std::runtime_error("cannot be read: " + std::generic_category().message(errno));
        }
    }
}

std::string archive_suffix(const std::string& file_name) {
    const std::string lower = lower_case(file_name);
    std::string_view longest;
    const auto consider = [&](std::string_view suffix) {
        if (lower.size() > suffix.size() && lower.ends_with(suffix) && suffix.size() > longest.size()) {
            longest = suffix;
        }
    };
    std::for_each(packed_folders.begin(), packed_folders.end(), consider);
    std::for_each(packed_files.begin(), packed_files.end(), consider);
    return std::string(longest);
}

struct Archive::Handle {
    archive* reader = archive_read_new();
    ~Handle() { archive_read_free(reader); }

    void check(int code) const {
        if (code < ARCHIVE_WARN) {
            throw std::runtime_error("the archive cannot be read: " + std::string(archive_error_string(reader)));
        }
    }
};

Archive::Archive(const std::filesystem::path& file) : handle_(std::make_unique<Handle>()), file_(file) {
    const std::string suffix = archive_suffix(file.filename().string());
    single_ = std::find(packed_files.begin(), packed_files.end(), suffix) != packed_files.end();
    archive_read_support_filter_all(handle_->reader);
    if (single_) {
        archive_read_support_format_raw(handle_->reader);
    } else {
        archive_read_support_format_all(handle_->reader);
    }
    handle_->check(archive_read_open_filename(handle_->reader, file.c_str(), 64 * 1024));
}

Archive::~Archive() = default;

std::optional<std::string> Archive::next_member() {
    archive_entry* entry = nullptr;
    for (;;) {
        const int code = archive_read_next_header(handle_->reader, &entry);
        if (code == ARCHIVE_EOF) {
            return std::nullopt;
        }
        handle_->check(code);
        if (single_) {
            const std::string name = file_.filename().string();
            return name.substr(0, name.size() - archive_suffix(name).size());
        }
        if (archive_entry_filetype(entry) == AE_IFREG) {
            const char* utf8 = archive_entry_pathname_utf8(entry);
            const char* name = utf8 != nullptr ? utf8 : archive_entry_pathname(entry);
            return name != nullptr ? name : "member without a name";
        }
    }
}

std::size_t Archive::read(char* data, std::size_t size) {
    const la_ssize_t got = archive_read_data(handle_->reader, data, size);
    if (got < 0) {
        handle_->check(static_cast<int>(got));
        return 0;
    }
    return static_cast<std::size_t>(got);
}

}  // namespace attache::core
