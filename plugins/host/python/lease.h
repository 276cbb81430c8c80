// How long what a script was given is good: for one call of the host. A script may keep the objects, but not use them.
#pragma once

#include <cstddef>
#include <memory>

namespace attache::python {

class Lease {
public:
    /// Throws Error if the call is over; `what` names the object in its message.
    void check(const char* what) const;
    bool over() const { return over_; }

    /// Memory of the host that Python has buffers on: memoryviews, NumPy arrays.
    void lend_buffer() { ++buffers_; }
    void take_buffer() { --buffers_; }

    /// The call is over. Throws Error if there are still buffers on the host's memory, which is about to go.
    void end();

private:
    bool over_ = false;
    std::size_t buffers_ = 0;
};

using SharedLease = std::shared_ptr<Lease>;

/// Ends the lease of a call, however the call ends.
class Call {
public:
    Call() : lease_(std::make_shared<Lease>()) {}
    /// A call that failed: buffers may hang on its traceback, and its outcome is known.
    ~Call();
    Call(const Call&) = delete;
    Call& operator=(const Call&) = delete;

    const SharedLease& lease() const { return lease_; }
    /// The call has succeeded, unless the script has kept buffers. Throws Error.
    void succeed() { lease_->end(); }

private:
    SharedLease lease_;
};

}  // namespace attache::python
