#include "isolation/serve.h"

#include <poll.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <iterator>
#include <new>
#include <thread>

#include "isolation/channel.h"
#include "isolation/finishing.h"
#include "isolation/sandbox.h"
#include "isolation/wire.h"

namespace attache::core {

namespace {

/// Ends this process with the one that started it, even in the middle of a plugin's endless loop.
void end_with(pid_t host) {
    const int handle = static_cast<int>(::syscall(SYS_pidfd_open, host, 0));
    if (handle < 0 || ::getppid() != host) {
        ::_exit(1);
    }
    std::thread([handle] {
        struct pollfd gone {
            handle, POLLIN, 0
        };
        while (::poll(&gone, 1, -1) < 1) {
        }
        ::_exit(1);
    }).detach();
}

/// The worker's end of the channel, whole messages at a time.
class Mouth {
public:
    Mouth() : channel_(channel_descriptor) {}

    std::string_view listen() {
        std::uint64_t size = 0;
        take(reinterpret_cast<char*>(&size), sizeof size);
        message_.resize((size + 7) / 8);
        take(reinterpret_cast<char*>(message_.data()), size);
        return {reinterpret_cast<const char*>(message_.data()), size};
    }

    void say(std::string_view message) {
        const std::uint64_t size = message.size();
        give({reinterpret_cast<const char*>(&size), sizeof size});
        give(message);
        // The host is woken when there is no more to do, or enough to take: not for every answer.
        if (!channel_.has_incoming() || channel_.is_half_full()) {
            channel_.ring();
        }
    }

private:
    static constexpr std::chrono::seconds nap{10};

    void take(char* buffer, std::size_t size) {
        while (size > 0) {
            const std::uint32_t count = channel_.bell_count();
            const std::size_t got = channel_.receive(buffer, size);
            buffer += got;
            size -= got;
            if (got > 0 && size > 0) {
                channel_.ring();  // there is room again for the rest
            } else if (got == 0) {
                channel_.sleep(count, nap);
            }
        }
    }
    void give(std::string_view bytes) {
        while (!bytes.empty()) {
            const std::uint32_t count = channel_.bell_count();
            const std::size_t sent = channel_.send(bytes);
            bytes.remove_prefix(sent);
            if (!bytes.empty()) {
                channel_.ring();
                if (sent == 0) {
                    channel_.sleep(count, nap);
                }
            }
        }
    }

    Channel channel_;
    std::vector<std::uint64_t> message_;
};

[[noreturn]] void give_up_for_memory() {
    ::_exit(out_of_memory_status);
}

}  // namespace

int serve_plugin(pid_t host) {
    end_with(host);
    Mouth mouth;
    MessageWriter out;
    const auto say_started = [&](const std::string& failure, bool splits) {
        out.clear();
        out.text(failure);
        out.number(splits ? 1 : 0);
        mouth.say(out.bytes());
    };
    Job job{MessageReader(mouth.listen())};
    std::vector<std::filesystem::path> readable = {job.found.folder(), job.found.library.parent_path(),
                                                   "/proc/self/exe"};
    if (!job.plugin().manifest().reads_files.empty()) {
        readable.push_back(job.run_folder);
    }
    const std::vector<std::string> data = job.plugin().data_files();
    std::copy_if(data.begin(), data.end(), std::back_inserter(readable),
                 [](const std::filesystem::path& file) { return file.is_absolute(); });
    enter_sandbox(readable, job.plugin().isolation.memory_megabytes);
    std::set_new_handler(give_up_for_memory);
    std::optional<Instance> instance;
    try {
        instance.emplace(job.plugin(), job.plan);
    } catch (const std::exception& error) {
        say_started(error.what(), false);
        return 1;
    }
    say_started("", instance->splits());
    const Turn turn = [&](std::string_view message) {
        mouth.say(message);
        const std::string_view reply = mouth.listen();
        if (reply.empty()) {
            ::_exit(0);  // the run has stopped
        }
        return reply;
    };
    Document document;
    for (std::string_view request = mouth.listen(); !request.empty(); request = mouth.listen()) {
        if (is_finish(request)) {
            answer_finish(job, *instance, turn, out);
        } else {
            answer(request, job, *instance, document, out);
        }
        mouth.say(out.bytes());
    }
    instance.reset();
    return 0;
}

}  // namespace attache::core
