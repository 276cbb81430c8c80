#include "document/layer.h"

#include <algorithm>
#include <attache/utf8.hpp>
#include <cstring>
#include <limits>
#include <span>

#include "document/recent_texts.h"

namespace attache::core {

namespace {

std::size_t size_of_value(std::uint32_t type) {
    return type == ATTACHE_TEXT  ? sizeof(attache_str)
           : type == ATTACHE_REF ? sizeof(std::uint32_t)
                                 : sizeof(std::int64_t);
}

/// Writes "no value" into rows from `first` on.
void leave_out(void* values, std::uint32_t type, std::uint32_t first, std::uint32_t rows) {
    const auto fill = [&]<class Value>(Value none) { std::fill_n(static_cast<Value*>(values) + first, rows, none); };
    switch (type) {
        case ATTACHE_REAL:
            fill(std::numeric_limits<double>::quiet_NaN());
            break;
        case ATTACHE_TEXT:
            fill(attache_str{nullptr, 0});
            break;
        case ATTACHE_REF:
            fill(std::uint32_t{ATTACHE_NO_ROW});
            break;
        default:
            fill(std::int64_t{ATTACHE_NO_INT});
    }
}

const attache_column* find(const attache_layer& batch, std::string_view name) {
    const attache_column* found = nullptr;
    for (const attache_column& column : std::span(batch.columns, batch.column_count)) {
        if (borrow(column.name) == name) {
            found = &column;
        }
    }
    return found;
}

}  // namespace

Layer::Layer(const PlannedLayer& planned, std::pmr::memory_resource* memory)
    : planned_(&planned), memory_(memory), values_(schema().columns.size(), nullptr, memory), columns_(memory) {
    columns_.reserve(values_.size());
    for (const ColumnSchema& column : schema().columns) {
        columns_.push_back({lend(column.name), column.type, 0, nullptr});
    }
}

attache_layer Layer::view() const {
    attache_layer layer{};
    layer.head = ATTACHE_HEAD(attache_layer);
    layer.name = lend(schema().name);
    layer.producer = lend(planned_->producer);
    layer.rows = rows();
    layer.column_count = static_cast<std::uint32_t>(columns_.size());
    layer.start = start_;
    layer.end = end_;
    layer.columns = columns_.data();
    return layer;
}

void Layer::append(const attache_layer& batch) {
    if (batch.rows == 0) {
        return;
    }
    make_room(batch.rows);
    std::copy_n(batch.start, batch.rows, start_ + rows_);
    std::copy_n(batch.end, batch.rows, end_ + rows_);
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        const std::uint32_t type = columns_[i].type;
        const attache_column* given = find(batch, schema().columns[i].name);
        if (given == nullptr) {
            leave_out(values_[i], type, rows_, batch.rows);
        } else if (type == ATTACHE_TEXT) {
            take_texts(*given, batch.rows, static_cast<attache_str*>(values_[i]) + rows_);
        } else {
            const std::size_t size = size_of_value(type);
            std::memcpy(static_cast<std::byte*>(values_[i]) + rows_ * size, given->values, batch.rows * size);
        }
    }
    rows_ += batch.rows;
}

/// Most layers get their rows all at once.
void Layer::make_room(std::uint32_t rows) {
    if (rows <= room_ - rows_) {
        return;
    }
    const std::size_t room = std::max<std::size_t>(std::size_t{rows_} + rows, std::size_t{room_} * 2);
    room_ = static_cast<std::uint32_t>(std::min<std::size_t>(room, std::numeric_limits<std::uint32_t>::max()));
    const auto moved = [&](const void* from, std::size_t size) {
        void* to = memory_->allocate(room_ * size);
        if (rows_ > 0) {
            std::memcpy(to, from, rows_ * size);
        }
        return to;
    };
    start_ = static_cast<std::uint32_t*>(moved(start_, sizeof *start_));
    end_ = static_cast<std::uint32_t*>(moved(end_, sizeof *end_));
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        columns_[i].values = values_[i] = moved(values_[i], size_of_value(columns_[i].type));
    }
}

/// Checks and copies texts, those that come again from the same place only once.
void Layer::take_texts(const attache_column& column, std::uint32_t rows, attache_str* taken) const {
    const auto* texts = static_cast<const attache_str*>(column.values);
    RecentTexts recent;
    for (std::uint32_t row = 0; row < rows; ++row) {
        TakenText& known = recent.place_of(texts[row]);
        if (!is_same(known.lent, texts[row])) {
            if (texts[row].data != nullptr && !utf8::valid(borrow(texts[row]))) {
                throw InvalidText("layer \"" + schema().name + "\": column \"" + std::string(borrow(column.name)) +
                                  "\": row " + std::to_string(row) + " has a text that is not valid UTF-8");
            }
            known = {texts[row], copy(texts[row])};
        }
        taken[row] = known.copy;
    }
}

attache_str Layer::copy(attache_str text) const {
    if (text.data == nullptr) {
        return {nullptr, 0};  // whatever the size says, so that views of it are empty
    }
    auto* copy = static_cast<char*>(memory_->allocate(text.size + 1, 1));
    std::memcpy(copy, text.data, text.size);
    copy[text.size] = '\0';
    return {copy, text.size};
}

}  // namespace attache::core
