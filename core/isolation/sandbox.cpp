#include "isolation/sandbox.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <memory>
#include <system_error>

namespace attache::core {

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool sanitized = true;
#else
constexpr bool sanitized = false;
#endif

void check(bool good, int error, const char* what) {
    if (!good) {
        throw std::system_error(error, std::generic_category(), what);
    }
}

void limit(int resource, rlim_t most) {
    const struct rlimit limits { most, most };
    check(::setrlimit(static_cast<__rlimit_resource_t>(resource), &limits) == 0, errno, "setrlimit");
}

/// Reading below the folders only. Kernels without Landlock leave reading free; writing is the filter's affair.
void allow_reading(const std::vector<std::filesystem::path>& folders) {
    struct landlock_ruleset_attr rules {};
    rules.handled_access_fs = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR | LANDLOCK_ACCESS_FS_EXECUTE;
    const int set = static_cast<int>(::syscall(SYS_landlock_create_ruleset, &rules, sizeof rules, 0));
    if (set < 0) {
        return;
    }
    for (const std::filesystem::path& folder : folders) {
        struct landlock_path_beneath_attr beneath {};
        beneath.parent_fd = ::open(folder.c_str(), O_PATH | O_CLOEXEC);
        if (beneath.parent_fd >= 0) {
            beneath.allowed_access = std::filesystem::is_directory(folder)
                                         ? rules.handled_access_fs
                                         : LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_EXECUTE;
            ::syscall(SYS_landlock_add_rule, set, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0);
            ::close(beneath.parent_fd);
        }
    }
    const long entered = ::syscall(SYS_landlock_restrict_self, set, 0);
    ::close(set);
    check(entered == 0, errno, "landlock_restrict_self");
}

class Filter {
public:
    Filter() : context_(::seccomp_init(SCMP_ACT_ALLOW), ::seccomp_release) {
        check(context_ != nullptr, ENOMEM, "seccomp_init");
        check(::seccomp_attr_set(context_.get(), SCMP_FLTATR_CTL_TSYNC, 1) == 0, EINVAL, "seccomp");
    }

    void refuse(int call, int error = EPERM) { add(call, error, {}); }
    /// Refused if an argument has one of the bits.
    void refuse_with_bit(int call, unsigned argument, std::uint64_t bit) {
        add(call, EPERM, {SCMP_CMP(argument, SCMP_CMP_MASKED_EQ, bit, bit)});
    }
    void refuse_without_bit(int call, unsigned argument, std::uint64_t bit) {
        add(call, EPERM, {SCMP_CMP(argument, SCMP_CMP_MASKED_EQ, bit, 0)});
    }
    void refuse_unless(int call, unsigned argument, std::uint64_t value) {
        add(call, EPERM, {SCMP_CMP(argument, SCMP_CMP_NE, value)});
    }
    void load() {
        const int error = ::seccomp_load(context_.get());
        check(error == 0, -error, "seccomp_load");
    }

private:
    void add(int call, int error, const std::vector<scmp_arg_cmp>& when) {
        // A call that this machine does not have needs no rule.
        const int result = ::seccomp_rule_add_array(context_.get(), SCMP_ACT_ERRNO(static_cast<std::uint32_t>(error)),
                                                    call, static_cast<unsigned>(when.size()), when.data());
        check(result == 0 || result == -EDOM, -result, "seccomp_rule_add");
    }

    std::unique_ptr<void, void (*)(void*)> context_;
};

void refuse_network(Filter& filter) {
    for (const int call : {SCMP_SYS(socket), SCMP_SYS(connect), SCMP_SYS(bind), SCMP_SYS(listen), SCMP_SYS(accept),
                           SCMP_SYS(accept4), SCMP_SYS(sendto), SCMP_SYS(sendmsg), SCMP_SYS(sendmmsg)}) {
        filter.refuse(call);
    }
    filter.refuse(SCMP_SYS(io_uring_setup), ENOSYS);  // it would do all of this unseen
}

void refuse_processes(Filter& filter) {
    for (const int call : {SCMP_SYS(execve),
                           SCMP_SYS(execveat),
                           SCMP_SYS(fork),
                           SCMP_SYS(vfork),
                           SCMP_SYS(ptrace),
                           SCMP_SYS(kill),
                           SCMP_SYS(tkill),
                           SCMP_SYS(pidfd_send_signal),
                           SCMP_SYS(rt_sigqueueinfo),
                           SCMP_SYS(rt_tgsigqueueinfo),
                           SCMP_SYS(process_vm_readv),
                           SCMP_SYS(process_vm_writev),
                           SCMP_SYS(pidfd_getfd),
                           SCMP_SYS(unshare),
                           SCMP_SYS(setns),
                           SCMP_SYS(mount),
                           SCMP_SYS(umount2),
                           SCMP_SYS(pivot_root),
                           SCMP_SYS(chroot),
                           SCMP_SYS(bpf),
                           SCMP_SYS(perf_event_open),
                           SCMP_SYS(userfaultfd),
                           SCMP_SYS(keyctl),
                           SCMP_SYS(add_key),
                           SCMP_SYS(request_key)}) {
        filter.refuse(call);
    }
    filter.refuse(SCMP_SYS(clone3), ENOSYS);  // its flags lie in memory; the C library falls back to clone
    filter.refuse_without_bit(SCMP_SYS(clone), 0, CLONE_THREAD);
    filter.refuse_unless(SCMP_SYS(tgkill), 0, static_cast<std::uint64_t>(::getpid()));  // abort() is one's own affair
}

void refuse_writing(Filter& filter) {
    for (const int call :
         {SCMP_SYS(creat),     SCMP_SYS(unlink),      SCMP_SYS(unlinkat),     SCMP_SYS(rename),
          SCMP_SYS(renameat),  SCMP_SYS(renameat2),   SCMP_SYS(mkdir),        SCMP_SYS(mkdirat),
          SCMP_SYS(rmdir),     SCMP_SYS(link),        SCMP_SYS(linkat),       SCMP_SYS(symlink),
          SCMP_SYS(symlinkat), SCMP_SYS(mknod),       SCMP_SYS(mknodat),      SCMP_SYS(chmod),
          SCMP_SYS(fchmod),    SCMP_SYS(fchmodat),    SCMP_SYS(chown),        SCMP_SYS(fchown),
          SCMP_SYS(lchown),    SCMP_SYS(fchownat),    SCMP_SYS(truncate),     SCMP_SYS(utime),
          SCMP_SYS(utimes),    SCMP_SYS(utimensat),   SCMP_SYS(setxattr),     SCMP_SYS(lsetxattr),
          SCMP_SYS(fsetxattr), SCMP_SYS(removexattr), SCMP_SYS(lremovexattr), SCMP_SYS(fremovexattr)}) {
        filter.refuse(call);
    }
    filter.refuse(SCMP_SYS(openat2), ENOSYS);
    for (const int flag : {O_WRONLY, O_RDWR, O_CREAT, O_TRUNC}) {
        const auto bit = static_cast<std::uint64_t>(flag);
        filter.refuse_with_bit(SCMP_SYS(open), 1, bit);
        filter.refuse_with_bit(SCMP_SYS(openat), 2, bit);
    }
}

}  // namespace

void enter_sandbox(const std::vector<std::filesystem::path>& readable, std::int64_t megabytes) {
    check(::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0, errno, "prctl");
    limit(RLIMIT_CORE, 0);
    if (!sanitized) {
        limit(RLIMIT_DATA, static_cast<rlim_t>(megabytes) << 20);
        std::vector<std::filesystem::path> folders = {"/usr", "/lib", "/lib64", "/bin",
                                                      "/etc", "/dev", "/proc",  "/sys"};
        folders.insert(folders.end(), readable.begin(), readable.end());
        allow_reading(folders);
    }
    Filter filter;
    refuse_network(filter);
    refuse_processes(filter);
    refuse_writing(filter);
    filter.load();
}

}  // namespace attache::core
