// Values as bytes, for records that wait in the spool: a Packer appends them, an Unpacker takes them off in the same
// order.
#pragma once

#include <bit>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "calendar.h"
#include "event.h"
#include "terms.h"

namespace timeline {

/// A value to pack, or the same to be unpacked.
template <class Value, class Type>
concept Packed = std::same_as<std::remove_const_t<Value>, Type>;

template <class Visit, Packed<Party> Members>
void visit_members(Visit& visit, Members& party) {
    visit(party.name);
    visit(party.type);
    visit(party.entity_id);
    visit(party.latitude);
    visit(party.longitude);
}

template <class Visit, Packed<Event> Members>
void visit_members(Visit& visit, Members& event) {
    visit(event.what);
    visit(event.label);
    visit(event.status);
    visit(event.speaker);
    visit(event.is_courtesy);
    visit(event.who);
    visit(event.whom);
    visit(event.where);
    visit(event.span.start);
    visit(event.span.end);
    visit(event.in_what.start);
    visit(event.in_what.end);
}

class Packer {
public:
    void operator()(std::uint64_t number) {
        char bytes[sizeof number];
        std::memcpy(bytes, &number, sizeof number);
        bytes_.append(bytes, sizeof number);
    }
    void operator()(std::int64_t number) { (*this)(static_cast<std::uint64_t>(number)); }
    void operator()(bool flag) { (*this)(std::uint64_t{flag}); }
    void operator()(Precision precision) { (*this)(static_cast<std::uint64_t>(precision)); }
    void operator()(const std::string& text) {
        (*this)(std::uint64_t{text.size()});
        bytes_ += text;
    }
    void operator()(const std::optional<double>& number) {
        (*this)(number.has_value());
        (*this)(std::bit_cast<std::uint64_t>(number.value_or(0)));
    }
    void operator()(const std::vector<Term>& terms) {
        (*this)(std::uint64_t{terms.size()});
        bytes_.append(reinterpret_cast<const char*>(terms.data()), terms.size() * sizeof(Term));
    }
    template <class Item>
    void operator()(const std::vector<Item>& items) {
        (*this)(std::uint64_t{items.size()});
        for (const Item& item : items) {
            visit_members(*this, item);
        }
    }
    std::string take() { return std::move(bytes_); }

private:
    std::string bytes_;
};

/// Throws std::runtime_error if the bytes are not those of a Packer.
class Unpacker {
public:
    explicit Unpacker(std::string_view bytes) : bytes_(bytes) {}

    void operator()(std::uint64_t& number) { std::memcpy(&number, next(sizeof number).data(), sizeof number); }
    void operator()(std::int64_t& number) {
        std::uint64_t bits = 0;
        (*this)(bits);
        number = static_cast<std::int64_t>(bits);
    }
    void operator()(bool& flag) {
        std::uint64_t number = 0;
        (*this)(number);
        flag = number != 0;
    }
    void operator()(Precision& precision) {
        std::uint64_t number = 0;
        (*this)(number);
        if (number > static_cast<std::uint64_t>(Precision::Century)) {
            throw std::runtime_error("a record of the spool has no such precision");
        }
        precision = static_cast<Precision>(number);
    }
    void operator()(std::string& text) {
        std::uint64_t size = 0;
        (*this)(size);
        text = next(size);
    }
    void operator()(std::optional<double>& number) {
        bool has_value = false;
        std::uint64_t bits = 0;
        (*this)(has_value);
        (*this)(bits);
        number = has_value ? std::optional(std::bit_cast<double>(bits)) : std::nullopt;
    }
    void operator()(std::vector<Term>& terms) {
        std::uint64_t count = 0;
        (*this)(count);
        const std::string_view bytes = next(count * sizeof(Term));
        terms.resize(count);
        if (!terms.empty()) {
            std::memcpy(terms.data(), bytes.data(), bytes.size());
        }
    }
    template <class Item>
    void operator()(std::vector<Item>& items) {
        std::uint64_t count = 0;
        (*this)(count);
        for (std::uint64_t i = 0; i < count; ++i) {
            visit_members(*this, items.emplace_back());
        }
    }

private:
    std::string_view next(std::uint64_t size) {
        if (size > bytes_.size()) {
            throw std::runtime_error("a record of the spool is cut short");
        }
        const std::string_view taken = bytes_.substr(0, size);
        bytes_.remove_prefix(size);
        return taken;
    }

    std::string_view bytes_;
};

}  // namespace timeline
