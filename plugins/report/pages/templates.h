// The page's templates: text with {{slots}}. What fills {{name}} is escaped; {{{name}}} takes HTML.
#pragma once

#include <functional>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace report {

class Template {
public:
    /// Throws std::runtime_error if a slot is not closed. The text must outlive the template.
    explicit Template(std::string_view text);

    using Write = std::function<void(std::string_view)>;
    using Fill = std::function<void(std::string_view slot, const Write&)>;

    /// Writes the text; `fill` writes what stands in each slot, to a Write that escapes where the slot says so.
    void render(const Write& write, const Fill& fill) const;

private:
    struct Piece {
        std::string_view text;
        bool is_slot = false;
        bool is_html = false;
    };
    std::vector<Piece> pieces_;
};

struct Slot {
    std::string_view name;
    std::string_view value;
};

/// Named templates of one file, each after a line "<!-- part NAME -->".
class Parts {
public:
    explicit Parts(std::string_view file);

    /// Throws std::logic_error if there is no such part or one of its slots is not given.
    std::string fill(std::string_view part, std::initializer_list<Slot> slots = {}) const;

private:
    std::map<std::string, Template, std::less<>> parts_;
};

}  // namespace report
