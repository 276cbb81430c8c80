#include "document/document.h"

#include <algorithm>

namespace attache::core {

Document::Document() : block_(std::make_unique_for_overwrite<std::byte[]>(first_block)) {
    clear();
}

void Document::clear() {
    layers_.reset();
    remarks_.reset();
    fields_.reset();
    text_ = {};
    arena_.emplace(block_.get(), first_block);
    fields_.emplace(&*arena_);
    remarks_.emplace(&*arena_);
    layers_.emplace(&*arena_);
}

void Document::set_text(std::string_view text) {
    text_ = copy(text);
}

std::string_view Document::field(std::string_view key) const {
    const auto found =
        std::find_if(fields_->begin(), fields_->end(), [&](const Field& field) { return field.key == key; });
    return found == fields_->end() ? std::string_view{} : found->value;
}

void Document::set_field(std::string_view key, std::string_view value) {
    const auto found =
        std::find_if(fields_->begin(), fields_->end(), [&](const Field& field) { return field.key == key; });
    if (found != fields_->end()) {
        found->value = copy(value);
    } else {
        fields_->push_back({copy(key), copy(value)});
    }
}

void Document::remark(std::string_view plugin, std::string_view message) {
    remarks_->push_back({copy(plugin), copy(message)});
}

const Layer* Document::find(std::string_view layer) const {
    const auto found = std::find_if(layers_->begin(), layers_->end(),
                                    [&](const Layer& known) { return known.schema().name == layer; });
    return found == layers_->end() ? nullptr : &*found;
}

Layer& Document::add_layer(const PlannedLayer& planned) {
    return layers_->emplace_back(planned, &*arena_);
}

void Document::keep_layers(std::size_t count) {
    while (layers_->size() > count) {
        layers_->pop_back();
    }
}

std::string_view Document::copy(std::string_view text) {
    auto* bytes = static_cast<char*>(arena_->allocate(text.size() + 1, 1));
    std::copy(text.begin(), text.end(), bytes);
    bytes[text.size()] = '\0';
    return {bytes, text.size()};
}

}  // namespace attache::core
