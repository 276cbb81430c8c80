#include "document/check.h"

#include <algorithm>
#include <attache/utf8.hpp>
#include <span>

namespace attache::core {

namespace {

std::string range(std::uint32_t start, std::uint32_t end) {
    return "[" + std::to_string(start) + "," + std::to_string(end) + ")";
}

std::string wrong_span(const attache_layer& batch, std::string_view text) {
    for (std::uint32_t row = 0; row < batch.rows; ++row) {
        const std::uint32_t start = batch.start[row];
        const std::uint32_t end = batch.end[row];
        const bool inside = start <= end && end < text.size();  // as all but the last, where less has to be asked
        if (inside ? utf8::is_start(text[start]) && utf8::is_start(text[end])
                   : start <= end && utf8::is_boundary(text, start) && utf8::is_boundary(text, end)) {
            continue;
        }
        const std::string which = "row " + std::to_string(row) + " spans " + range(start, end) + ", ";
        if (start > end) {
            return which + "which ends before it starts";
        }
        if (end > text.size()) {
            return which + "outside of the text, which has " + std::to_string(text.size()) + " bytes";
        }
        const std::uint32_t wrong = utf8::is_boundary(text, start) ? end : start;
        return which + "and byte " + std::to_string(wrong) + " is inside a UTF-8 sequence";
    }
    return "";
}

std::string wrong_references(const attache_column& column, std::uint32_t rows, const std::string& target,
                             std::uint32_t known) {
    const auto* refs = static_cast<const std::uint32_t*>(column.values);
    const auto is_wrong = [&](std::uint32_t ref) { return (ref >= known) & (ref != ATTACHE_NO_ROW); };
    unsigned wrong = 0;
    for (std::uint32_t row = 0; row < rows; ++row) {  // without a branch, so that many are asked at once
        wrong |= is_wrong(refs[row]) ? 1U : 0U;
    }
    if (wrong == 0) {
        return "";
    }
    const auto row = std::find_if(refs, refs + rows, is_wrong) - refs;
    return "row " + std::to_string(row) + " refers to row " + std::to_string(refs[row]) + " of layer \"" + target +
           "\", which has " + std::to_string(known) + " rows";
}

std::string wrong_column(const attache_column& column, const attache_layer& batch, const Layer& layer,
                         const Document& document) {
    const auto position = layer.schema().find(borrow(column.name));
    if (!position) {
        std::vector<std::string> names;
        for (const ColumnSchema& known : layer.schema().columns) {
            names.push_back(known.name);
        }
        return "there is no such column" + did_you_mean(borrow(column.name), names);
    }
    const ColumnSchema& schema = layer.schema().columns[*position];
    if (column.type != schema.type) {
        return "it is declared as " + type_name(schema) + " and was given values of another type";
    }
    if (column.values == nullptr && batch.rows > 0) {
        return "it has no values";
    }
    if (schema.type == ATTACHE_REF) {
        const Layer* target = document.find(schema.target);
        const std::uint32_t added = schema.target == layer.schema().name ? batch.rows : 0;
        return wrong_references(column, batch.rows, schema.target, (target != nullptr ? target->rows() : 0) + added);
    }
    return "";
}

}  // namespace

std::string why_not(const attache_layer& batch, const Layer& layer, const Document& document) {
    const std::string start = "layer \"" + layer.schema().name + "\": ";
    if (batch.rows > 0 && (batch.start == nullptr || batch.end == nullptr)) {
        return start + "the rows have no start or end";
    }
    if (batch.column_count > 0 && batch.columns == nullptr) {
        return start + "the columns are missing";
    }
    if (batch.rows >= ATTACHE_NO_ROW - layer.rows()) {
        return start + "too many rows";
    }
    if (const std::string wrong = wrong_span(batch, document.text()); !wrong.empty()) {
        return start + wrong;
    }
    for (const attache_column& column : std::span(batch.columns, batch.column_count)) {
        if (const std::string wrong = wrong_column(column, batch, layer, document); !wrong.empty()) {
            return start + "column \"" + std::string(borrow(column.name)) + "\": " + wrong;
        }
    }
    return "";
}

}  // namespace attache::core
