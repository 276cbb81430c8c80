#include "document/codec.h"

#include <attache/utf8.hpp>
#include <bit>
#include <cmath>
#include <limits>
#include <span>
#include <unordered_map>

#include "document/check.h"

namespace attache::core {

namespace {

constexpr std::uint64_t format_version = 1;

constexpr std::uint64_t zigzag(std::int64_t value) {
    return (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63);
}
constexpr std::int64_t unzigzag(std::uint64_t value) {
    return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
}

class Encoder {
public:
    std::string bytes;

    void number(std::uint64_t value) {
        while (value >= 0x80) {
            bytes += static_cast<char>(value | 0x80);
            value >>= 7;
        }
        bytes += static_cast<char>(value);
    }
    void text(std::string_view text) {
        number(text.size());
        bytes += text;
    }

    void layer(const Layer& layer) {
        number(layer.rows());
        std::uint32_t previous = 0;
        for (std::uint32_t row = 0; row < layer.rows(); ++row) {
            number(zigzag(std::int64_t{layer.start(row)} - previous));
            number(layer.end(row) - layer.start(row));
            previous = layer.start(row);
        }
        for (std::size_t i = 0; i < layer.schema().columns.size(); ++i) {
            column(layer.column(i), layer.rows());
        }
    }

private:
    template <class Value>
    static std::span<const Value> values(const attache_column& column, std::uint32_t rows) {
        return {static_cast<const Value*>(column.values), rows};
    }

    void column(const attache_column& column, std::uint32_t rows) {
        switch (column.type) {
            case ATTACHE_REAL:
                for (const double value : values<double>(column, rows)) {
                    real(value);
                }
                break;
            case ATTACHE_TEXT:
                texts(values<attache_str>(column, rows));
                break;
            case ATTACHE_REF:
                for (const std::uint32_t value : values<std::uint32_t>(column, rows)) {
                    number(value == ATTACHE_NO_ROW ? 0 : std::uint64_t{value} + 1);
                }
                break;
            default:
                for (const std::int64_t value : values<std::int64_t>(column, rows)) {
                    number(zigzag(value));
                }
        }
    }

    void real(double value) {
        const auto bits = std::bit_cast<std::uint64_t>(value);
        for (int shift = 0; shift < 64; shift += 8) {
            bytes += static_cast<char>(bits >> shift);
        }
    }

    /// Distinct texts in the order of their first use, then one number a row, 0 for none.
    void texts(std::span<const attache_str> texts) {
        std::unordered_map<std::string_view, std::uint64_t> numbers;
        std::vector<std::string_view> distinct;
        for (const attache_str& value : texts) {
            if (value.data != nullptr && numbers.emplace(borrow(value), distinct.size() + 1).second) {
                distinct.push_back(borrow(value));
            }
        }
        number(distinct.size());
        for (const std::string_view value : distinct) {
            text(value);
        }
        for (const attache_str& value : texts) {
            number(value.data == nullptr ? 0 : numbers.at(borrow(value)));
        }
    }
};

class Decoder {
public:
    explicit Decoder(std::string_view bytes) : rest_(bytes) {}

    std::uint64_t number() {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            const auto byte = static_cast<unsigned char>(take(1).front());
            value |= std::uint64_t{byte & 0x7FU} << shift;
            if (byte < 0x80) {
                return value;
            }
        }
        throw BrokenDocument("a number is too long");
    }
    std::string_view text() {
        const std::string_view text = take(number());
        if (!utf8::valid(text)) {
            throw BrokenDocument("a text is not valid UTF-8");
        }
        return text;
    }
    /// A count of things that take at least one byte each, so that no more are announced than can follow.
    std::uint64_t count() {
        const std::uint64_t count = number();
        if (count > rest_.size()) {
            throw BrokenDocument("more is announced than follows");
        }
        return count;
    }
    bool at_end() const { return rest_.empty(); }

    void layer(Layer& layer, const Document& document) {
        const auto rows = static_cast<std::uint32_t>(count());
        std::vector<std::uint32_t> start(rows);
        std::vector<std::uint32_t> end(rows);
        std::int64_t previous = 0;
        for (std::uint32_t row = 0; row < rows; ++row) {
            previous = offset(previous, unzigzag(number()));
            start[row] = static_cast<std::uint32_t>(previous);
            end[row] = static_cast<std::uint32_t>(offset(previous, static_cast<std::int64_t>(number())));
        }
        std::deque<std::vector<std::int64_t>> integers;
        std::deque<std::vector<double>> reals;
        std::deque<std::vector<attache_str>> texts;
        std::deque<std::vector<std::uint32_t>> refs;
        std::vector<attache_column> columns;
        for (const ColumnSchema& schema : layer.schema().columns) {
            const void* values = schema.type == ATTACHE_REAL   ? read(reals.emplace_back(rows), &Decoder::real)
                                 : schema.type == ATTACHE_REF  ? read(refs.emplace_back(rows), &Decoder::ref)
                                 : schema.type == ATTACHE_TEXT ? read_texts(texts.emplace_back(rows))
                                                               : read(integers.emplace_back(rows), &Decoder::integer);
            columns.push_back({lend(schema.name), schema.type, 0, values});
        }
        attache_layer batch{};
        batch.head = ATTACHE_HEAD(attache_layer);
        batch.rows = rows;
        batch.column_count = static_cast<std::uint32_t>(columns.size());
        batch.start = start.data();
        batch.end = end.data();
        batch.columns = columns.data();
        if (const std::string wrong = why_not(batch, layer, document); !wrong.empty()) {
            throw BrokenDocument(wrong);
        }
        layer.append(batch);
    }

private:
    std::string_view take(std::uint64_t size) {
        if (size > rest_.size()) {
            throw BrokenDocument("it is cut off");
        }
        const std::string_view taken = rest_.substr(0, size);
        rest_.remove_prefix(size);
        return taken;
    }

    static std::int64_t offset(std::int64_t from, std::int64_t distance) {
        std::int64_t sum = 0;
        if (__builtin_add_overflow(from, distance, &sum) || sum < 0 ||
            sum > std::numeric_limits<std::uint32_t>::max()) {
            throw BrokenDocument("a row lies outside of the text");
        }
        return sum;
    }

    template <class Value>
    const void* read(std::vector<Value>& values, Value (Decoder::*next)()) {
        for (Value& value : values) {
            value = (this->*next)();
        }
        return values.data();
    }

    std::int64_t integer() { return unzigzag(number()); }
    double real() {
        std::uint64_t bits = 0;
        const std::string_view bytes = take(8);
        for (std::size_t i = 0; i < 8; ++i) {
            bits |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
        }
        return std::bit_cast<double>(bits);
    }
    std::uint32_t ref() {
        const std::uint64_t value = number();
        if (value > ATTACHE_NO_ROW) {
            throw BrokenDocument("a row number is too large");
        }
        return value == 0 ? ATTACHE_NO_ROW : static_cast<std::uint32_t>(value - 1);
    }

    const void* read_texts(std::vector<attache_str>& values) {
        std::vector<std::string_view> distinct(count());
        for (std::string_view& one : distinct) {
            one = text();
        }
        for (attache_str& value : values) {
            const std::uint64_t which = number();
            if (which > distinct.size()) {
                throw BrokenDocument("a text's number is too large");
            }
            value = which == 0 ? attache_str{nullptr, 0} : lend(distinct[which - 1]);
        }
        return values.data();
    }

    std::string_view rest_;
};

std::uint64_t position_of(const PlannedLayer& layer, const std::deque<PlannedLayer>& layers) {
    std::uint64_t position = 0;
    for (const PlannedLayer& known : layers) {
        if (&known == &layer) {
            return position;
        }
        ++position;
    }
    throw std::logic_error("layer \"" + layer.schema.name + "\" is not one of this run");
}

}  // namespace

std::string encode(const Document& document, const std::deque<PlannedLayer>& layers) {
    Encoder out;
    out.bytes.reserve(document.text().size() * 2);
    out.number(format_version);
    out.text(document.text());
    out.number(document.fields().size());
    for (const Field& field : document.fields()) {
        out.text(field.key);
        out.text(field.value);
    }
    out.number(document.remarks().size());
    for (const Remark& remark : document.remarks()) {
        out.text(remark.plugin);
        out.text(remark.message);
    }
    out.number(document.layers().size());
    for (const Layer& layer : document.layers()) {
        out.number(position_of(layer.planned(), layers));
        out.layer(layer);
    }
    return std::move(out.bytes);
}

void decode(std::string_view bytes, const std::deque<PlannedLayer>& layers, Document& document) {
    Decoder in(bytes);
    if (const std::uint64_t version = in.number(); version != format_version) {
        throw BrokenDocument("it has format " + std::to_string(version) + ", this program reads format " +
                             std::to_string(format_version));
    }
    document.set_text(in.text());
    for (std::uint64_t fields = in.count(); fields > 0; --fields) {
        const std::string_view key = in.text();
        document.set_field(key, in.text());
    }
    for (std::uint64_t remarks = in.count(); remarks > 0; --remarks) {
        const std::string_view plugin = in.text();
        document.remark(plugin, in.text());
    }
    for (std::uint64_t count = in.count(); count > 0; --count) {
        const std::uint64_t position = in.number();
        if (position >= layers.size() || document.find(layers[position].schema.name) != nullptr) {
            throw BrokenDocument("a layer is unknown or there twice");
        }
        in.layer(document.add_layer(layers[position]), document);
    }
    if (!in.at_end()) {
        throw BrokenDocument("something follows its end");
    }
}

}  // namespace attache::core
