// Messages between two processes, as bytes. Both are the same program, so numbers and columns travel as they lie in
// memory, in fields padded to eight bytes: a column of a message can be used in place.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <string>
#include <string_view>

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
    bool at_end() const { return rest_.empty(); }
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

}  // namespace attache::core
