// Walks over the parts of a text between separators, without copying.
#pragma once

#include <string_view>

namespace entities {

/// `for (Fields fields(text, '|'); fields.next();) use(fields.field());`
class Fields {
public:
    Fields(std::string_view text, char separator) : rest_(text), separator_(separator) {}

    bool next() {
        if (at_end_) {
            return false;
        }
        const auto at = rest_.find(separator_);
        at_end_ = at == rest_.npos;
        field_ = rest_.substr(0, at);
        rest_.remove_prefix(at_end_ ? rest_.size() : at + 1);
        return true;
    }
    std::string_view field() const { return field_; }
    /// What comes after the field.
    std::string_view rest() const { return rest_; }

private:
    std::string_view rest_;
    std::string_view field_;
    char separator_;
    bool at_end_ = false;
};

}  // namespace entities
