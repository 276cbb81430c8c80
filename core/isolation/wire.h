// What host and worker process say to each other, as bytes. Both are the same program, so numbers and columns travel
// as they lie in memory, in fields padded to eight bytes: a column of a message can be used in place.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "document/document.h"
#include "loading/instance.h"

namespace attache::core {

/// Thrown when a message is not what it should be.
class BrokenMessage : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

class MessageWriter {
public:
    void clear() { bytes_.clear(); }
    std::string_view bytes() const { return bytes_; }

    void number(std::uint64_t value) { raw(&value, sizeof value); }
    void real(double value) { raw(&value, sizeof value); }
    /// Null data is kept apart from empty.
    void text(std::string_view text) {
        number(text.data() == nullptr ? none : text.size());
        raw(text.data(), text.size());
    }
    void raw(const void* data, std::size_t size) {
        if (size > 0) {
            bytes_.append(static_cast<const char*>(data), size);
            bytes_.resize((bytes_.size() + 7) & ~std::size_t{7});
        }
    }

    static constexpr std::uint64_t none = ~std::uint64_t{0};

private:
    std::string bytes_;
};

/// Views stay good as long as the bytes, which must lie on an eight-byte boundary. Functions throw BrokenMessage.
class MessageReader {
public:
    explicit MessageReader(std::string_view bytes) : rest_(bytes) {}

    std::uint64_t number() {
        std::uint64_t value = 0;
        std::memcpy(&value, raw(sizeof value), sizeof value);
        return value;
    }
    double real() {
        double value = 0;
        std::memcpy(&value, raw(sizeof value), sizeof value);
        return value;
    }
    std::string_view text() {
        const std::uint64_t size = number();
        return size == MessageWriter::none ? std::string_view{} : std::string_view{raw(size), size};
    }
    const char* raw(std::uint64_t size) {
        if (size > rest_.size()) {
            throw BrokenMessage("a message is cut off");
        }
        const char* data = rest_.data();
        rest_.remove_prefix(std::min<std::size_t>(rest_.size(), (size + 7) & ~std::uint64_t{7}));
        return data;
    }
    /// A count of things that take at least so many bytes each.
    std::uint64_t count(std::uint64_t size_of_one) {
        const std::uint64_t count = number();
        if (count > rest_.size() / size_of_one) {
            throw BrokenMessage("a message announces more than follows");
        }
        return count;
    }

private:
    std::string_view rest_;
};

/// The first message: which plugin, with which settings and limits, over which layers.
void write_job(const PlannedPlugin& plugin, const Plan& plan, MessageWriter& message);

/// A job as the worker holds it. `plan` has the one plugin.
struct Job {
    FoundPlugin found;
    Plan plan;
    explicit Job(MessageReader message);
    Job(const Job&) = delete;
    Job& operator=(const Job&) = delete;
    const PlannedPlugin& plugin() const;
};

/// The messages that follow, each answered by one.
enum class Request : std::uint64_t { Annotate = 1, Read = 2, Split = 3 };

/// The layers that a worker needs: those that the plugin reads, and those that rows of its own refer to.
std::vector<std::string> layers_to_lend(const PlannedPlugin& plugin, const Plan& plan);
/// A document as the plugin may see it: text, fields, and those layers.
void write_annotate(const Document& document, const std::vector<std::string>& layers, MessageWriter& message);
void write_read(std::string_view record, const Document& document, MessageWriter& message);
void write_split(std::string_view data, bool at_end, MessageWriter& message);

/// In the worker: does what the message asks for and writes the answer.
void answer(std::string_view request, Job& job, Instance& instance, Document& document, MessageWriter& answer);

/// In the host: takes an answer over into the document, holding it against the same rules as what a plugin in this
/// process writes. Throws BrokenMessage.
CallResult take_annotated(std::string_view answer, const PlannedPlugin& plugin, const Plan& plan, Document& document);
/// Only how the call went.
CallResult read_answer(std::string_view answer);
CallResult take_read(std::string_view answer, const PlannedPlugin& plugin, Document& document);
CallResult take_split(std::string_view answer, std::size_t size, attache_record& record);

}  // namespace attache::core
