#include "manifest/elf_note.h"

#include <attache/plugin.h>
#include <elf.h>

#include <bit>
#include <cstring>
#include <optional>

#include "manifest/mapped_file.h"

namespace attache::core {

namespace {

#if defined(__x86_64__)
constexpr Elf64_Half this_machine = EM_X86_64;
#elif defined(__aarch64__)
constexpr Elf64_Half this_machine = EM_AARCH64;
#else
#error "name this machine's ELF code here"
#endif

constexpr unsigned char this_byte_order = std::endian::native == std::endian::little ? ELFDATA2LSB : ELFDATA2MSB;

/// A structure at a place in the file that may lie outside of it.
template <class Struct>
std::optional<Struct> at(std::string_view file, std::uint64_t offset) {
    if (offset > file.size() || file.size() - offset < sizeof(Struct)) {
        return std::nullopt;
    }
    Struct value;
    std::memcpy(&value, file.data() + offset, sizeof value);
    return value;
}

Elf64_Ehdr header_of(std::string_view file) {
    if (!file.starts_with(ELFMAG)) {
        throw NotAPlugin("not a shared library (no ELF header)");
    }
    const auto header = at<Elf64_Ehdr>(file, 0);
    if (!header) {
        throw NotAPlugin("truncated: the ELF header is cut off");
    }
    if (header->e_ident[EI_CLASS] != ELFCLASS64 || header->e_ident[EI_DATA] != this_byte_order ||
        header->e_machine != this_machine) {
        throw NotAPlugin("built for another kind of machine (ELF machine " + std::to_string(header->e_machine) +
                         "; this one is " + std::to_string(this_machine) + ")");
    }
    if (header->e_type != ET_DYN) {
        throw NotAPlugin("not a shared library (ELF type " + std::to_string(header->e_type) + ")");
    }
    if (header->e_phentsize != sizeof(Elf64_Phdr)) {
        throw NotAPlugin("broken: program headers of " + std::to_string(header->e_phentsize) + " bytes");
    }
    // The section headers, which loading does not need, come last in the file: that they are there shows a whole copy.
    const std::uint64_t sections = std::uint64_t{header->e_shnum} * header->e_shentsize;
    if (header->e_shoff > file.size() || file.size() - header->e_shoff < sections) {
        throw NotAPlugin("truncated: it has " + std::to_string(file.size()) +
                         " bytes, and its section headers lie past them");
    }
    return *header;
}

/// Rounds up to the alignment of notes.
constexpr std::uint64_t padded(std::uint64_t size) {
    return (size + 3) & ~std::uint64_t{3};
}

ManifestNote parse_description(std::string_view description) {
    ManifestNote note;
    if (description.size() < 4) {
        throw NotAPlugin("broken manifest: its note holds " + std::to_string(description.size()) + " bytes");
    }
    std::memcpy(&note.abi.major, description.data(), 2);
    std::memcpy(&note.abi.minor, description.data() + 2, 2);
    note.text = std::string(description.substr(4));
    return note;
}

/// Looks for our note in one segment of notes.
std::optional<ManifestNote> find_note(std::string_view segment) {
    std::uint64_t offset = 0;
    while (const auto note = at<Elf64_Nhdr>(segment, offset)) {
        const std::uint64_t name = offset + sizeof(Elf64_Nhdr);
        const std::uint64_t description = name + padded(note->n_namesz);
        if (description > segment.size() || segment.size() - description < note->n_descsz) {
            return std::nullopt;
        }
        const std::string_view owner = segment.substr(name, note->n_namesz);
        if (note->n_type == ATTACHE_NOTE_TYPE &&
            owner == std::string_view(ATTACHE_NOTE_NAME, sizeof ATTACHE_NOTE_NAME)) {
            return parse_description(segment.substr(description, note->n_descsz));
        }
        offset = description + padded(note->n_descsz);
    }
    return std::nullopt;
}

}  // namespace

std::string to_string(const Abi& abi) {
    return std::to_string(abi.major) + "." + std::to_string(abi.minor);
}

ManifestNote parse_elf_note(std::string_view file) {
    const Elf64_Ehdr header = header_of(file);
    std::optional<ManifestNote> note;
    for (std::uint64_t i = 0; i < header.e_phnum; ++i) {
        const auto segment = at<Elf64_Phdr>(file, header.e_phoff + i * sizeof(Elf64_Phdr));
        if (!segment) {
            throw NotAPlugin("truncated: its program headers are cut off");
        }
        if (segment->p_type != PT_LOAD && segment->p_type != PT_NOTE) {
            continue;
        }
        if (segment->p_offset > file.size() || file.size() - segment->p_offset < segment->p_filesz) {
            throw NotAPlugin("truncated: it has " + std::to_string(file.size()) +
                             " bytes, and a part of it would lie past them");
        }
        if (segment->p_type == PT_NOTE && !note) {
            note = find_note(file.substr(segment->p_offset, segment->p_filesz));
        }
    }
    if (!note) {
        throw NotAPlugin("no Attaché manifest in it (built without attache_add_plugin or ATTACHE_MANIFEST?)");
    }
    return *note;
}

ManifestNote read_elf_note(const std::filesystem::path& path) {
    std::optional<MappedFile> file;
    try {
        file.emplace(path);
    } catch (const std::exception& error) {
        throw NotAPlugin(error.what());
    }
    return parse_elf_note(file->bytes());
}

}  // namespace attache::core
