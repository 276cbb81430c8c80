#include "loading/trust.h"

#include <sys/stat.h>
#include <unistd.h>

namespace attache::core {

std::string why_not_trusted(const std::filesystem::path& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) {
        return "cannot be examined";
    }
    if (status.st_uid != 0 && status.st_uid != ::geteuid()) {
        return "belongs to user " + std::to_string(status.st_uid) +
               ", who could change it; it must belong to you or root";
    }
    if ((status.st_mode & S_IWOTH) != 0) {
        return "may be written by anyone; take that right away with: chmod o-w";
    }
    // A private group of the owner (the Debian default) adds nobody.
    if ((status.st_mode & S_IWGRP) != 0 && status.st_gid != 0 && status.st_gid != ::getegid()) {
        return "may be written by group " + std::to_string(status.st_gid) + "; take that right away with: chmod g-w";
    }
    return "";
}

}  // namespace attache::core
