#include "isolation/journal.h"

#include <algorithm>
#include <attache/utf8.hpp>
#include <vector>

namespace attache::core {

namespace {

enum class Wish : std::uint64_t { Write = 1, Put = 2, Figure = 3 };

struct Note {
    Wish wish;
    std::string_view name;  ///< file, key or figure
    std::string_view bytes;
    std::int64_t value = 0;
};

Note read_note(MessageReader& journal, const Manifest& manifest) {
    Note note{static_cast<Wish>(journal.number()), journal.text(), {}};
    switch (note.wish) {
        case Wish::Write:
            if (std::find(manifest.files.begin(), manifest.files.end(), note.name) == manifest.files.end()) {
                throw BrokenMessage("it writes a file that its manifest does not list");
            }
            [[fallthrough]];
        case Wish::Put:
            note.bytes = journal.text();
            return note;
        case Wish::Figure:
            if (!utf8::valid(note.name)) {
                throw BrokenMessage("the name of a figure is not valid UTF-8");
            }
            note.value = static_cast<std::int64_t>(journal.number());
            return note;
    }
    throw BrokenMessage("it asks for something unknown");
}

void grant_one(const Note& note, ExporterServices& services) {
    switch (note.wish) {
        case Wish::Write:
            return services.write(note.name, note.bytes);
        case Wish::Put:
            return services.put(note.name, note.bytes);
        case Wish::Figure:
            return services.figure(note.name, note.value);
    }
}

}  // namespace

void Journal::write(std::string_view file, std::string_view bytes) {
    notes_.number(static_cast<std::uint64_t>(Wish::Write));
    notes_.text(file);
    notes_.text(bytes);
}

void Journal::put(std::string_view key, std::string_view value) {
    notes_.number(static_cast<std::uint64_t>(Wish::Put));
    notes_.text(key);
    notes_.text(value);
}

void Journal::figure(std::string_view name, std::int64_t value) {
    notes_.number(static_cast<std::uint64_t>(Wish::Figure));
    notes_.text(name);
    notes_.number(static_cast<std::uint64_t>(value));
}

std::string_view Journal::read_file(std::string_view) {
    throw std::logic_error("a journal has no files");
}

bool Journal::next(std::string_view&, std::string_view&) {
    throw std::logic_error("a journal has no records");
}

void Journal::move_to(MessageWriter& message) {
    message.raw(notes_.bytes().data(), notes_.bytes().size());
    notes_.clear();
}

CallResult grant(MessageReader& journal, const Manifest& manifest, ExporterServices& services) {
    std::vector<Note> notes;
    while (!journal.at_end()) {
        notes.push_back(read_note(journal, manifest));
    }
    try {
        for (const Note& note : notes) {
            grant_one(note, services);
        }
        return {};
    } catch (const std::exception& error) {
        return {ATTACHE_FATAL, error.what()};
    }
}

}  // namespace attache::core
