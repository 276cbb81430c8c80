// The C++20 SDK over plugin.h: a plugin is a class with one method and a line that names it.
//
//     #include <attache/plugin.hpp>
//
//     class CountWords {
//     public:
//         explicit CountWords(const attache::Settings& settings) : word_(settings.text("word")) {}
//
//         void annotate(attache::Document& document) {
//             auto& found = document.write("keyword", {"label"});
//             const std::string_view text = document.text();
//             for (auto at = text.find(word_); at != text.npos; at = text.find(word_, at + word_.size())) {
//                 found.add(at, at + word_.size(), "counted");
//             }
//         }
//
//     private:
//         std::string word_;
//     };
//
//     ATTACHE_PLUGIN(CountWords)
//
// A reader has `void read(std::string_view record, Document&)` and, if an input holds several records,
// `std::optional<Record> split(std::string_view data, bool at_end)`; an exporter has
// `void consume(const Document&, Output&)` and `void finish(Output&)`. Any of them may have `void reset()`.
//
// Exceptions are turned into errors before they cross the boundary: throw anything derived from std::exception and the
// document at hand is rejected with its message; throw Skip from a reader to leave a record out by name; throw Fatal to
// end the run. Objects of this header live for one call and belong to its thread; a Settings for the constructor only.
#pragma once

#include <attache/plugin.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <deque>
#include <exception>
#include <initializer_list>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace attache {

/// Thrown to reject the document at hand, or to refuse a setting.
class Error : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Thrown by a reader when a record holds no document, by design; says why.
class Skip : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Thrown when the run must not go on, for example because a disk is full.
class Fatal : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// A day without time or zone.
using Day = std::chrono::sys_days;

/// A row number of a layer; `Row{}` refers to none.
struct Row {
    std::uint32_t number = ATTACHE_NO_ROW;
    explicit operator bool() const { return number != ATTACHE_NO_ROW; }
    friend bool operator==(Row, Row) = default;
};

/// A text that outlives the call, as string literals and what the instance keeps do: rows lend it without a copy. With
/// null data() it is "no value".
struct Literal {
    std::string_view text;
};

namespace detail {

inline const attache_host* host = nullptr;

inline attache_str lend(std::string_view text) {
    return {text.data() != nullptr ? text.data() : "", text.size()};
}
inline std::string_view borrow(attache_str text) {
    return {text.data, text.size};
}

/// Thrown after a host function failed; the host already holds the message.
class HostFailure : public std::exception {
public:
    explicit HostFailure(attache_status status) : status_(status) {}
    const char* what() const noexcept override { return "a host function failed"; }
    attache_status status() const { return status_; }

private:
    attache_status status_;
};

inline void check(attache_status status) {
    if (status != ATTACHE_OK) {
        throw HostFailure(status);
    }
}

template <class Table>
Table with_size() {
    Table table{};
    table.head = ATTACHE_HEAD(Table);
    return table;
}

/// Hands rows to the host, one for each start and end.
inline void append(attache_document* document, std::string_view layer, std::span<const std::uint32_t> start,
                   std::span<const std::uint32_t> end, std::span<const attache_column> columns) {
    auto batch = with_size<attache_layer>();
    batch.name = lend(layer);
    batch.rows = static_cast<std::uint32_t>(start.size());
    batch.column_count = static_cast<std::uint32_t>(columns.size());
    batch.start = start.data();
    batch.end = end.data();
    batch.columns = columns.data();
    check(host->append(document, &batch, nullptr));
}

}  // namespace detail

/// Writes to the run's log. Any thread.
inline void log(int level, std::string_view message) {
    if (detail::host->log_enabled(level) != 0) {
        detail::host->log(level, detail::lend(message));
    }
}

/// What the configuration says of this plugin, and the files that came with it. All names are those of the manifest;
/// values have already been checked against it.
class Settings {
public:
    explicit Settings(const attache_settings* settings) : settings_(settings) {}

    bool flag(std::string_view key) const { return value(key).integer != 0; }
    std::int64_t integer(std::string_view key) const { return value(key).integer; }
    double real(std::string_view key) const { return value(key).real; }
    std::string text(std::string_view key) const { return std::string(detail::borrow(value(key).text)); }
    std::vector<std::string> texts(std::string_view key) const {
        const attache_setting list = value(key);
        std::vector<std::string> texts;
        for (const attache_str& text : std::span(list.list, list.list_size)) {
            texts.emplace_back(detail::borrow(text));
        }
        return texts;
    }

    /// The value as the C functions have it, of whatever type.
    attache_setting value(std::string_view key) const {
        attache_setting value{};
        detail::check(detail::host->setting(settings_, detail::lend(key), &value));
        return value;
    }

    /// The bytes of a file listed under `resources`, or named by a setting of type "files", mapped; valid for the life
    /// of the process.
    std::string_view resource(std::string_view name) const {
        attache_str bytes{};
        detail::check(detail::host->resource(settings_, detail::lend(name), &bytes));
        return detail::borrow(bytes);
    }

    /// What the host knows of this plugin. Throws Error in a host before ABI 0.2. Lent for the constructor.
    attache_identity identity() const {
        auto identity = detail::with_size<attache_identity>();
        if (!ATTACHE_HAS(detail::host, identity)) {
            throw Error("this Attaché is too old to tell a plugin its name; ABI 0.2 is needed");
        }
        detail::check(detail::host->identity(settings_, &identity));
        return identity;
    }

    /// "NAME VERSION" of this plugin. Throws Error in a host before ABI 0.2.
    std::string title() const {
        const attache_identity self = identity();
        return std::string(detail::borrow(self.name)) + " " + std::string(detail::borrow(self.version));
    }

    /// The names and types of a layer's columns, as this run has them. Throws Error in a host before ABI 0.2.
    std::vector<std::pair<std::string, std::uint32_t>> columns(std::string_view name) const {
        auto layer = detail::with_size<attache_layer>();
        if (!ATTACHE_HAS(detail::host, schema)) {
            throw Error("this Attaché is too old to tell the columns of layers; ABI 0.2 is needed");
        }
        detail::check(detail::host->schema(settings_, detail::lend(name), &layer));
        std::vector<std::pair<std::string, std::uint32_t>> columns;
        for (const attache_column& column : std::span(layer.columns, layer.column_count)) {
            columns.emplace_back(detail::borrow(column.name), column.type);
        }
        return columns;
    }

private:
    const attache_settings* settings_;
};

/// A view of a whole layer. Rows are numbered from 0; a column that the layer does not have throws Error.
class Layer {
public:
    Layer(const attache_layer& layer, std::string_view text) : layer_(layer), text_(text) {}

    /// The layer as the C functions have it.
    const attache_layer& table() const { return layer_; }

    std::uint32_t size() const { return layer_.rows; }
    std::uint32_t start(std::uint32_t row) const { return layer_.start[row]; }
    std::uint32_t end(std::uint32_t row) const { return layer_.end[row]; }

    /// The text that the row spans.
    std::string_view text(std::uint32_t row) const { return text_.substr(start(row), end(row) - start(row)); }

    /// "NAME VERSION" of the plugin that wrote the layer.
    std::string_view producer() const { return detail::borrow(layer_.producer); }

    std::span<const std::int64_t> integers(std::string_view column) const {
        return values<std::int64_t>(column, ATTACHE_INT);
    }
    /// Days since 1970-01-01, or ATTACHE_NO_DAY; `day_of` makes a Day of one.
    std::span<const std::int64_t> days(std::string_view column) const {
        return values<std::int64_t>(column, ATTACHE_DAY);
    }
    std::span<const double> reals(std::string_view column) const { return values<double>(column, ATTACHE_REAL); }
    std::span<const Row> refs(std::string_view column) const { return values<Row>(column, ATTACHE_REF); }

    class Texts {
    public:
        explicit Texts(std::span<const attache_str> texts) : texts_(texts) {}
        /// `data()` is null where there is no value.
        std::string_view operator[](std::uint32_t row) const { return detail::borrow(texts_[row]); }

    private:
        std::span<const attache_str> texts_;
    };
    Texts texts(std::string_view column) const { return Texts(values<attache_str>(column, ATTACHE_TEXT)); }

private:
    template <class Value>
    std::span<const Value> values(std::string_view name, std::uint32_t type) const {
        for (const attache_column& column : std::span(layer_.columns, layer_.column_count)) {
            if (detail::borrow(column.name) == name && column.type == type) {
                return {static_cast<const Value*>(column.values), layer_.rows};
            }
        }
        if (layer_.rows == 0) {
            return {};
        }
        throw Error("layer \"" + std::string(detail::borrow(layer_.name)) + "\" has no column \"" + std::string(name) +
                    "\" of the type asked for");
    }

    attache_layer layer_;
    std::string_view text_;
};

static_assert(sizeof(Row) == sizeof(std::uint32_t));

inline std::optional<Day> day_of(std::int64_t days) {
    if (days == ATTACHE_NO_DAY) {
        return std::nullopt;
    }
    return Day(std::chrono::days(days));
}

namespace detail {

/// Copies of texts, which stay where they are. Not the standard's monotonic buffer, which libc++ has only since 16.
class TextMemory {
public:
    const char* copy(std::string_view text) {
        if (text.size() > left_) {
            constexpr std::size_t usual = 1024;
            left_ = std::max(text.size(), usual << std::min<std::size_t>(blocks_.size(), 10));
            blocks_.emplace_back(new char[left_]);
            next_ = blocks_.back().get();
        }
        char* copy = next_;
        text.copy(copy, text.size());
        next_ += text.size();
        left_ -= text.size();
        return copy;
    }

private:
    std::vector<std::unique_ptr<char[]>> blocks_;
    char* next_ = nullptr;
    std::size_t left_ = 0;
};

/// Memory for values of one type, which grows when it is told to.
class Values {
public:
    /// `used` and `room` in bytes.
    void grow(std::size_t used, std::size_t room) {
        std::unique_ptr<std::byte[]> grown(new std::byte[room]);
        if (used > 0) {
            std::memcpy(grown.get(), bytes_.get(), used);
        }
        bytes_ = std::move(grown);
    }

    template <class Value>
    Value* of() const {
        return reinterpret_cast<Value*>(bytes_.get());
    }

private:
    std::unique_ptr<std::byte[]> bytes_;
};

template <class Word>
bool is_same_word(const char* left, const char* right) {
    Word words[2];
    std::memcpy(&words[0], left, sizeof(Word));
    std::memcpy(&words[1], right, sizeof(Word));
    return words[0] == words[1];
}

/// The same bytes. Texts of columns are so short that to call memcmp would cost more than to compare them.
inline bool is_same(std::string_view left, std::string_view right) {
    const std::size_t size = left.size();
    if (size != right.size()) {
        return false;
    }
    const char* l = left.data();
    const char* r = right.data();
    if (size >= 8) {
        for (std::size_t at = 0; at + 8 < size; at += 8) {
            if (!is_same_word<std::uint64_t>(l + at, r + at)) {
                return false;
            }
        }
        return is_same_word<std::uint64_t>(l + size - 8, r + size - 8);
    }
    if (size >= 4) {
        return is_same_word<std::uint32_t>(l, r) && is_same_word<std::uint32_t>(l + size - 4, r + size - 4);
    }
    return size == 0 || (l[0] == r[0] && l[size / 2] == r[size / 2] && l[size - 1] == r[size - 1]);
}

}  // namespace detail

/// Collects rows for one layer; the host takes or refuses them all when the plugin's call returns.
class Writer {
public:
    Writer(std::string_view layer, std::initializer_list<std::string_view> columns) : layer_(layer) {
        columns_.reserve(columns.size());
        for (const std::string_view name : columns) {
            columns_.emplace_back(name, memory_);
        }
    }
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    /// Appends a row that spans [start, end), with one value for each column named when the writer was made: an
    /// integer, a Day, a double, a text or a Row; std::nullopt, or an empty std::optional of these, for "no value".
    /// Returns the row's number. Throws Error, and appends nothing, if the number of values or the type of a column
    /// changes.
    template <class... Values>
    Row add(std::size_t start, std::size_t end, const Values&... values) {
        if (sizeof...(Values) != columns_.size()) {
            throw Error("layer \"" + layer_ + "\": " + std::to_string(sizeof...(Values)) + " values for " +
                        std::to_string(columns_.size()) + " columns");
        }
        if (rows_ == room_) {
            constexpr std::size_t few = 32;
            reserve(std::max(few, 2 * room_));
        }
        const std::uint32_t row = rows_;
        start_.of<std::uint32_t>()[row] = offset(start);
        end_.of<std::uint32_t>()[row] = offset(end);
        [[maybe_unused]] auto column = columns_.begin();
        ((column++)->put(row, values), ...);
        rows_ = row + 1;
        return Row{row};
    }

    /// Makes room for so many rows in all: worth it where their number is known.
    void reserve(std::size_t rows) {
        if (rows > room_) {
            start_.grow(rows_ * sizeof(std::uint32_t), rows * sizeof(std::uint32_t));
            end_.grow(rows_ * sizeof(std::uint32_t), rows * sizeof(std::uint32_t));
            for (Column& column : columns_) {
                column.grow(rows_, rows);
            }
            room_ = rows;
        }
    }

    std::uint32_t size() const { return rows_; }

    /// Hands the rows to the host. Called by the SDK when `annotate` returns.
    void flush(attache_document* document) {
        std::vector<attache_column> columns;
        for (const Column& column : columns_) {
            if (column.type() != 0) {
                columns.push_back(column.lend());
            }
        }
        detail::append(document, layer_, {start_.of<std::uint32_t>(), rows_}, {end_.of<std::uint32_t>(), rows_},
                       columns);
    }

private:
    /// Has the type of its first value. Row numbers are below the room that was made.
    class Column {
    public:
        Column(std::string_view name, detail::TextMemory& memory) : name_(name), memory_(&memory) {}

        void grow(std::uint32_t rows, std::size_t room) {
            room_ = room;
            if (type_ != 0) {
                values_.grow(rows * size(), room * size());
            }
        }

        void put(std::uint32_t row, std::nullopt_t) {
            switch (type_) {
                case 0:
                    break;
                case ATTACHE_REAL:
                    values_.of<double>()[row] = std::numeric_limits<double>::quiet_NaN();
                    break;
                case ATTACHE_TEXT:
                    values_.of<attache_str>()[row] = {nullptr, 0};
                    break;
                case ATTACHE_REF:
                    values_.of<std::uint32_t>()[row] = ATTACHE_NO_ROW;
                    break;
                default:
                    values_.of<std::int64_t>()[row] = ATTACHE_NO_INT;
            }
        }
        template <class Value>
        void put(std::uint32_t row, const std::optional<Value>& value) {
            value ? put(row, *value) : put(row, std::nullopt);
        }
        void put(std::uint32_t row, Day day) { set<std::int64_t>(row, ATTACHE_DAY, day.time_since_epoch().count()); }
        void put(std::uint32_t row, Row other) { set(row, ATTACHE_REF, other.number); }
        void put(std::uint32_t row, std::floating_point auto number) { set<double>(row, ATTACHE_REAL, number); }
        void put(std::uint32_t row, std::integral auto number) {
            set(row, ATTACHE_INT, static_cast<std::int64_t>(number));
        }
        void put(std::uint32_t row, Literal literal) {
            set(row, ATTACHE_TEXT, attache_str{literal.text.data(), literal.text.size()});
        }
        void put(std::uint32_t row, std::string_view text) { set(row, ATTACHE_TEXT, kept(text)); }
        void put(std::uint32_t row, const char* text) { put(row, std::string_view(text)); }
        void put(std::uint32_t row, const std::string& text) { put(row, std::string_view(text)); }

        std::uint32_t type() const { return type_; }
        attache_column lend() const { return {detail::lend(name_), type_, 0, values_.of<void>()}; }

    private:
        /// Of a value, in bytes.
        std::size_t size() const {
            return type_ == ATTACHE_TEXT  ? sizeof(attache_str)
                   : type_ == ATTACHE_REF ? sizeof(std::uint32_t)
                                          : sizeof(std::int64_t);
        }

        template <class Value>
        void set(std::uint32_t row, std::uint32_t type, Value value) {
            if (type_ != type) {
                begin(row, type);
            }
            values_.of<Value>()[row] = value;
        }

        /// The first value is that of this row. Apart, so that what is done for every row is short.
        [[gnu::noinline]] void begin(std::uint32_t row, std::uint32_t type) {
            if (type_ != 0) {
                throw Error("column \"" + name_ + "\" is given values of two types");
            }
            type_ = type;
            grow(0, room_);
            for (std::uint32_t before = 0; before < row; ++before) {
                put(before, std::nullopt);
            }
        }

        /// A copy. Rows close to each other often have the same text, which is kept once.
        attache_str kept(std::string_view text) {
            for (const attache_str recent : recent_) {
                if (detail::is_same(detail::borrow(recent), text)) {
                    return recent;
                }
            }
            return recent_[next_++ % recent_.size()] = {memory_->copy(text), text.size()};
        }

        std::string name_;
        std::uint32_t type_ = 0;
        std::size_t room_ = 0;  // in rows
        detail::Values values_;
        detail::TextMemory* memory_;
        std::array<attache_str, 4> recent_{{{"", 0}, {"", 0}, {"", 0}, {"", 0}}};
        std::size_t next_ = 0;
    };

    std::uint32_t offset(std::size_t position) const {
        if (position > std::numeric_limits<std::uint32_t>::max()) {
            throw Error("layer \"" + layer_ + "\": offset " + std::to_string(position) + " is past 4 GiB");
        }
        return static_cast<std::uint32_t>(position);
    }

    std::string layer_;
    detail::TextMemory memory_;
    std::vector<Column> columns_;
    std::uint32_t rows_ = 0;
    std::size_t room_ = 0;  // in rows
    detail::Values start_;
    detail::Values end_;
};

/// One document, seen with the rights that the manifest asks for.
class Document {
public:
    explicit Document(attache_document* document) : mutable_(document), document_(document) {}
    explicit Document(const attache_document* document) : document_(document) {}

    std::string_view text() const { return detail::borrow(detail::host->text(document_)); }

    /// A metadata field, or a view with null data() if the document has none.
    std::string_view field(std::string_view key) const {
        return detail::borrow(detail::host->field(document_, detail::lend(key)));
    }

    /// A layer listed under `reads`.
    Layer read(std::string_view name) const {
        auto layer = detail::with_size<attache_layer>();
        detail::check(detail::host->layer(document_, detail::lend(name), &layer));
        return Layer(layer, text());
    }

    /// Annotators: a writer for a layer listed under `writes`, and the columns that `add` will give, in its order.
    /// A layer that others refer to is opened first. The reference is valid during the call.
    Writer& write(std::string_view layer, std::initializer_list<std::string_view> columns = {}) {
        return writers_.emplace_back(layer, columns);
    }

    /// Readers: the document's text, once. Must be valid UTF-8.
    void set_text(std::string_view text) { detail::check(detail::host->set_text(mutable_, detail::lend(text))); }

    /// Readers: a metadata field.
    void set_field(std::string_view key, std::string_view value) {
        detail::check(detail::host->set_field(mutable_, detail::lend(key), detail::lend(value)));
    }

    /// Leaves a remark in the record of the run: something odd that did not stop the plugin. A host of ABI 0.0 has no
    /// place for it, and it is dropped.
    void remark(std::string_view message) {
        if (ATTACHE_HAS(detail::host, remark)) {
            detail::check(detail::host->remark(mutable_, detail::lend(message)));
        }
    }

    /// For what only the C functions can do.
    attache_document* handle() const { return mutable_; }

    /// Hands all rows to the host. Called by the SDK when `annotate` returns.
    void flush() {
        for (Writer& writer : writers_) {
            writer.flush(mutable_);
        }
    }

private:
    attache_document* mutable_ = nullptr;
    const attache_document* document_;
    std::deque<Writer> writers_;
};

/// An exporter's way out: files of the run folder, a sorter on disk, figures for the table at the end.
class Output {
public:
    explicit Output(attache_output* output) : output_(output) {}

    /// Appends to a file listed under `files`.
    void write(std::string_view file, std::string_view bytes) {
        detail::check(detail::host->write(output_, detail::lend(file), detail::lend(bytes)));
    }

    /// In `finish`: a finished file listed under `reads_files`, mapped.
    std::string_view read_file(std::string_view file) {
        attache_str bytes{};
        detail::check(detail::host->read_file(output_, detail::lend(file), &bytes));
        return detail::borrow(bytes);
    }

    /// Keeps a record outside memory until `next` asks for it in `finish`.
    void put(std::string_view key, std::string_view value) {
        detail::check(detail::host->spool_put(output_, detail::lend(key), detail::lend(value)));
    }

    struct Record {
        std::string_view key;
        std::string_view value;
    };
    /// In `finish`: the next record in the order of the keys' bytes, then of `put`; after the last one nothing, once.
    /// The views are valid until the next call.
    std::optional<Record> next() {
        attache_str key{};
        attache_str value{};
        const attache_status status = detail::host->spool_next(output_, &key, &value);
        if (status == ATTACHE_END) {
            return std::nullopt;
        }
        detail::check(status);
        return Record{detail::borrow(key), detail::borrow(value)};
    }

    /// A figure for the table at the end of the run.
    void figure(std::string_view name, std::int64_t value) {
        detail::check(detail::host->figure(output_, detail::lend(name), value));
    }

private:
    attache_output* output_;
};

/// What a reader's `split` found: `skip` bytes that belong to no record, then a record of `size` bytes. With `found`
/// false there is no whole record yet, and only the `skip` bytes are let go; an empty optional lets nothing go.
struct Record {
    std::uint64_t skip = 0;
    std::uint64_t size = 0;
    bool found = true;
};

namespace detail {

/// Runs `call` and turns whatever it throws into a status, with the message left at the host.
template <class Call>
attache_status guard(const Call& call) noexcept {
    const auto fail = [](attache_status status, const char* what) {
        host->fail(lend(what));
        return status;
    };
    try {
        call();
        return ATTACHE_OK;
    } catch (const HostFailure& failure) {
        return failure.status();
    } catch (const Skip& skip) {
        return fail(ATTACHE_SKIP, skip.what());
    } catch (const Fatal& fatal) {
        return fail(ATTACHE_FATAL, fatal.what());
    } catch (const std::exception& error) {
        return fail(ATTACHE_ERROR, error.what());
    } catch (...) {
        return fail(ATTACHE_ERROR, "threw something that is not a std::exception");
    }
}

template <class Plugin>
concept IsAnnotator = requires(Plugin plugin, Document& document) {
    plugin.annotate(document);
};
template <class Plugin>
concept IsReader = requires(Plugin plugin, std::string_view record, Document& document) {
    plugin.read(record, document);
};
template <class Plugin>
concept IsExporter = requires(Plugin plugin, const Document& document, Output& output) {
    plugin.consume(document, output);
    plugin.finish(output);
};

/// The C functions of a plugin class.
template <class Plugin>
struct Trampolines {
    static Plugin& of(void* self) { return *static_cast<Plugin*>(self); }

    static attache_status create(const attache_host* given, const attache_settings* settings, void** self) {
        if (host != given) {  // other instances may be reading it, and it does not change during a run
            host = given;
        }
        return guard([&] { *self = new Plugin(Settings(settings)); });
    }
    static void destroy(void* self) { delete static_cast<Plugin*>(self); }

    static attache_status annotate(void* self, attache_document* document) {
        return guard([&] {
            Document view(document);
            of(self).annotate(view);
            view.flush();
        });
    }
    static attache_status read(void* self, attache_str record, attache_document* document) {
        return guard([&] {
            Document view(document);
            of(self).read(borrow(record), view);
        });
    }
    static attache_status split(void* self, attache_str data, std::int32_t at_end, attache_record* record) {
        return guard([&] {
            const Record found = of(self).split(borrow(data), at_end != 0).value_or(Record{0, 0, false});
            *record = {found.skip, found.size, found.found ? 1 : 0, 0};
        });
    }
    static attache_status consume(void* self, const attache_document* document, attache_output* output) {
        return guard([&] {
            Output out(output);
            of(self).consume(Document(document), out);
        });
    }
    static attache_status finish(void* self, attache_output* output) {
        return guard([&] {
            Output out(output);
            of(self).finish(out);
        });
    }
    static void reset(void* self) { of(self).reset(); }
};

template <class Plugin>
constexpr attache_plugin table_of() {
    static_assert(std::constructible_from<Plugin, const Settings&>,
                  "a plugin is made from its settings: explicit Plugin(const attache::Settings&)");
    constexpr int kinds = IsAnnotator<Plugin> + IsReader<Plugin> + IsExporter<Plugin>;
    static_assert(kinds == 1 || kinds == 3,
                  "a plugin has one of: annotate(Document&); read(std::string_view, Document&); "
                  "consume(const Document&, Output&) with finish(Output&); a host of plugins has them all");
    using Call = Trampolines<Plugin>;
    attache_plugin table{};
    table.head = ATTACHE_HEAD(attache_plugin);
    table.create = Call::create;
    table.destroy = Call::destroy;
    if constexpr (IsAnnotator<Plugin>) {
        table.annotate = Call::annotate;
    }
    if constexpr (IsReader<Plugin>) {
        table.read = Call::read;
        if constexpr (requires { &Plugin::split; }) {
            table.split = Call::split;
        }
    }
    if constexpr (IsExporter<Plugin>) {
        table.consume = Call::consume;
        table.finish = Call::finish;
    }
    if constexpr (requires(Plugin plugin) { plugin.reset(); }) {
        table.reset = Call::reset;
    }
    return table;
}

}  // namespace detail
}  // namespace attache

/// Makes the library a plugin of this class; at file scope, once. The manifest comes from the build (plugin.toml).
#define ATTACHE_PLUGIN(Class) \
    extern "C" ATTACHE_EXPORT constexpr attache_plugin attache_plugin_v0 = attache::detail::table_of<Class>();
