// How passages wait in the spool.
#include "passages.h"

#include "folding/packing.h"
#include "folding/spool_form.h"
#include "marks.h"

namespace briefing {

std::string passage_key(std::uint64_t line, std::uint64_t sentence) {
    std::string key(1, passage_mark);
    timeline::append_sortable(key, line);
    timeline::append_sortable(key, sentence);
    return key;
}

std::string pack(const Passage& passage) {
    timeline::Packer packer;
    packer(passage.wording);
    packer(passage.before);
    packer(passage.text);
    packer(passage.after);
    packer(std::uint64_t{passage.phrases.size()});
    for (const std::string& phrase : passage.phrases) {
        packer(phrase);
    }
    return packer.take();
}

Passage unpack_passage(std::string_view bytes) {
    timeline::Unpacker unpacker(bytes);
    Passage passage;
    unpacker(passage.wording);
    unpacker(passage.before);
    unpacker(passage.text);
    unpacker(passage.after);
    std::uint64_t phrases = 0;
    unpacker(phrases);
    for (std::uint64_t i = 0; i < phrases; ++i) {
        unpacker(passage.phrases.emplace_back());
    }
    return passage;
}

}  // namespace briefing
