// The engine's heart: items come in one by one, are worked on in parallel and go out in the order they came, with a
// bounded amount under way.
//
// One credit window, in items and in bytes, covers an item from `produce` until `consume` has returned: bounded queues
// alone do not bound memory when one slow item holds back all that come after it. A worker that waits for credit never
// holds back the item that would give it: that one is already with another worker.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <exception>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

namespace attache::core {

/// How much may be under way at once. An item larger than all of `bytes` passes alone.
struct CreditWindow {
    std::uint64_t items = 64;
    std::uint64_t bytes = 256U << 20;
};

/// Runs until `produce` has nothing more.
///  - produce() -> std::optional<Item>: one call at a time, in order, on any worker's thread.
///  - size_of(const Item&) -> bytes it holds.
///  - process(worker, Item&&) -> Result: in parallel, `worker` from 0 to workers - 1.
///  - consume(Result&&): one call at a time, in the order of produce.
/// The first exception of any of them ends the run and is thrown from here.
template <class Item, class Result, class Produce, class SizeOf, class Process, class Consume>
class OrderedPipeline {
public:
    OrderedPipeline(CreditWindow window, Produce& produce, SizeOf& size_of, Process& process, Consume& consume)
        : window_(window), produce_(produce), size_of_(size_of), process_(process), consume_(consume) {}

    void run(unsigned workers) {
        {
            std::vector<std::jthread> threads;
            for (unsigned worker = 1; worker < workers; ++worker) {
                threads.emplace_back([this, worker] { work(worker); });
            }
            work(0);
        }
        if (failure_) {
            std::rethrow_exception(failure_);
        }
    }

private:
    struct Ticket {
        std::uint64_t number;
        std::uint64_t bytes;
        Item item;
    };
    struct Finished {
        std::uint64_t bytes;
        Result result;
    };

    void work(unsigned worker) {
        try {
            while (std::optional<Ticket> ticket = take()) {
                finish(ticket->number, {ticket->bytes, process_(worker, std::move(ticket->item))});
            }
        } catch (...) {
            const std::lock_guard lock(credit_mutex_);
            if (!failure_) {
                failure_ = std::current_exception();
            }
            stopped_ = true;
            credit_.notify_all();
        }
    }

    std::optional<Ticket> take() {
        const std::lock_guard turn(produce_mutex_);
        {
            std::unique_lock lock(credit_mutex_);
            credit_.wait(lock,
                         [&] { return stopped_ || items_ == 0 || (items_ < window_.items && bytes_ < window_.bytes); });
            if (stopped_) {
                return std::nullopt;
            }
        }
        std::optional<Item> item = produce_();
        if (!item) {
            return std::nullopt;
        }
        const std::uint64_t bytes = size_of_(*item);
        const std::lock_guard lock(credit_mutex_);
        ++items_;
        bytes_ += bytes;
        return Ticket{next_in_++, bytes, std::move(*item)};
    }

    void finish(std::uint64_t number, Finished finished) {
        const std::lock_guard turn(consume_mutex_);
        waiting_.emplace(number, std::move(finished));
        while (!waiting_.empty() && waiting_.begin()->first == next_out_) {
            auto next = waiting_.extract(waiting_.begin());
            consume_(std::move(next.mapped().result));
            ++next_out_;
            const std::lock_guard lock(credit_mutex_);
            --items_;
            bytes_ -= next.mapped().bytes;
            credit_.notify_one();
        }
    }

    const CreditWindow window_;
    Produce& produce_;
    SizeOf& size_of_;
    Process& process_;
    Consume& consume_;

    std::mutex produce_mutex_;
    std::uint64_t next_in_ = 0;

    std::mutex credit_mutex_;
    std::condition_variable credit_;
    std::uint64_t items_ = 0;
    std::uint64_t bytes_ = 0;
    bool stopped_ = false;
    std::exception_ptr failure_;

    std::mutex consume_mutex_;
    std::uint64_t next_out_ = 0;
    std::map<std::uint64_t, Finished> waiting_;
};

template <class Item, class Result, class Produce, class SizeOf, class Process, class Consume>
// What it is made of, and each is one thing. NOLINTNEXTLINE(readability-function-size)
void run_ordered(unsigned workers, CreditWindow window, Produce&& produce, SizeOf&& size_of, Process&& process,
                 Consume&& consume) {
    OrderedPipeline<Item, Result, std::remove_reference_t<Produce>, std::remove_reference_t<SizeOf>,
                    std::remove_reference_t<Process>, std::remove_reference_t<Consume>>(window, produce, size_of,
                                                                                        process, consume)
        .run(workers);
}

}  // namespace attache::core
