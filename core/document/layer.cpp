#include "document/layer.h"

#include <array>
#include <cstring>
#include <limits>
#include <span>

#include "document/recent_texts.h"

namespace attache::core {

Layer::Layer(const PlannedLayer& planned, std::pmr::memory_resource* memory)
    : planned_(&planned), memory_(memory), start_(memory), end_(memory), values_(memory), columns_(memory) {
    values_.reserve(schema().columns.size());
    for (const ColumnSchema& column : schema().columns) {
        switch (column.type) {
            case ATTACHE_REAL:
                values_.emplace_back(std::pmr::vector<double>(memory));
                break;
            case ATTACHE_TEXT:
                values_.emplace_back(std::pmr::vector<attache_str>(memory));
                break;
            case ATTACHE_REF:
                values_.emplace_back(std::pmr::vector<std::uint32_t>(memory));
                break;
            default:
                values_.emplace_back(std::pmr::vector<std::int64_t>(memory));
        }
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
    layer.start = start_.data();
    layer.end = end_.data();
    layer.columns = columns_.data();
    return layer;
}

void Layer::append(const attache_layer& batch) {
    const auto add = [&](std::pmr::vector<std::uint32_t>& to, const std::uint32_t* from) {
        to.insert(to.end(), from, from + batch.rows);
    };
    if (batch.rows > 0) {
        add(start_, batch.start);
        add(end_, batch.end);
    }
    for (std::size_t i = 0; i < values_.size(); ++i) {
        const attache_column* given = nullptr;
        for (const attache_column& column : std::span(batch.columns, batch.column_count)) {
            if (borrow(column.name) == schema().columns[i].name) {
                given = &column;
            }
        }
        append_values(values_[i], given, batch.rows);
        columns_[i].values = std::visit([](const auto& values) -> const void* { return values.data(); }, values_[i]);
    }
}

void Layer::append_values(Values& values, const attache_column* given, std::uint32_t rows) {
    const auto append = [&]<class Value>(std::pmr::vector<Value>& to, Value none) {
        if (given == nullptr) {
            to.resize(to.size() + rows, none);
        } else if (rows > 0) {
            const auto* from = static_cast<const Value*>(given->values);
            to.insert(to.end(), from, from + rows);
        }
    };
    if (auto* integers = std::get_if<std::pmr::vector<std::int64_t>>(&values)) {
        append(*integers, static_cast<std::int64_t>(ATTACHE_NO_INT));
    } else if (auto* reals = std::get_if<std::pmr::vector<double>>(&values)) {
        append(*reals, std::numeric_limits<double>::quiet_NaN());
    } else if (auto* refs = std::get_if<std::pmr::vector<std::uint32_t>>(&values)) {
        append(*refs, std::uint32_t{ATTACHE_NO_ROW});
    } else {
        auto& texts = std::get<std::pmr::vector<attache_str>>(values);
        const std::size_t before = texts.size();
        append(texts, attache_str{nullptr, 0});
        RecentTexts lent;
        std::array<attache_str, RecentTexts::count> copies{};  // no text is kept as none
        for (std::size_t i = before; i < texts.size(); ++i) {
            std::size_t at = lent.find(texts[i]);
            if (at == RecentTexts::none) {
                at = lent.add(texts[i]);
                copies[at] = keep(texts[i]);
            }
            texts[i] = copies[at];
        }
    }
}

attache_str Layer::keep(attache_str text) {
    if (text.data == nullptr) {
        return {nullptr, 0};  // whatever the size says, so that views of it are empty
    }
    auto* copy = static_cast<char*>(memory_->allocate(text.size + 1, 1));
    std::memcpy(copy, text.data, text.size);
    copy[text.size] = '\0';
    return {copy, text.size};
}

attache_str lend(std::string_view text) {
    return {text.data() != nullptr ? text.data() : "", text.size()};
}
std::string_view borrow(attache_str text) {
    return {text.data, text.size};
}

}  // namespace attache::core
