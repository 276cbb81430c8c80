#include "cues.h"

#include <stdexcept>
#include <string>

#include "words/table.h"

namespace quotes {

namespace {

Cue cue_named(const words::TableRow& row) {
    constexpr std::pair<std::string_view, Cue> names[] = {
        {"clause", Cue::Clause}, {"that", Cue::That}, {"listener", Cue::Listener}, {"name", Cue::Name}};
    for (const auto& [name, cue] : names) {
        if (name == row.columns[0]) {
            return cue;
        }
    }
    throw std::runtime_error(row.place + ": there is \"" + std::string(row.columns[0]) +
                             "\"; right would be clause, that, listener or name");
}

}  // namespace

Cues::Cues(std::string_view table) {
    words::each_row(table, "cues.tsv", 2, [&](const words::TableRow& row) {
        for (const std::string_view form : words::parts(row.columns[1], ' ')) {
            forms_[form] = cue_named(row);
        }
    });
}

}  // namespace quotes
