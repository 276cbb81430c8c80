// How reports wait in the spool.
#include "spool_form.h"

#include "comparison.h"
#include "likeness.h"
#include "packing.h"

namespace timeline {

namespace {

constexpr char wording_mark = '0';
constexpr char mention_mark = '1';
constexpr char report_mark = '2';
constexpr char unresolved_mark = '3';
constexpr std::size_t number_size = 16;
constexpr std::size_t fingerprint_size = 32;

/// Sixteen hexadecimal digits that sort as the numbers do.
void append_sortable(std::string& key, std::uint64_t number) {
    constexpr std::string_view digits = "0123456789abcdef";
    for (int shift = 60; shift >= 0; shift -= 4) {
        key += digits[(number >> shift) & 0xF];
    }
}

std::uint64_t unsigned_order(std::int64_t number) {
    return static_cast<std::uint64_t>(number) ^ (1ULL << 63);
}

template <class Visit, class MentionLike>
void visit_mention(Visit& visit, MentionLike& mention) {
    visit(mention.day);
    visit(mention.is_publication);
    visit(mention.has_report);
    visit(mention.names);
}

template <class Visit, class SourceLike>
void visit_source(Visit& visit, SourceLike& source) {
    visit(source.document);
    visit(source.source);
    visit(source.title);
    visit(source.published);
    visit(source.line);
    visit(source.sentence);
    visit(source.span.start);
    visit(source.span.end);
    visit(source.time.start);
    visit(source.time.end);
    visit(source.summary_rank);
}

template <class Visit, class WordingLike>
void visit_wording(Visit& visit, WordingLike& told) {
    visit(told.wording);
    visit(told.begin);
    visit(told.finish);
    visit(told.expression);
    visit(told.sample);
    visit_source(visit, told.source);
}

template <class Visit, class ReportLike>
void visit_report(Visit& visit, ReportLike& report) {
    visit(report.begin);
    visit(report.finish);
    visit(report.precision);
    visit(report.value);
    visit(report.mod);
    visit(report.expression);
    visit(report.anchor);
    visit(report.what);
    visit(report.who);
    visit(report.where);
    visit(report.words);
    visit(report.names);
    visit(report.wording);
    visit_source(visit, report.source);
}

template <class Visit, class UnresolvedLike>
void visit_unresolved(Visit& visit, UnresolvedLike& unresolved) {
    visit(unresolved.expression);
    visit(unresolved.reason);
    visit(unresolved.what);
    visit_source(visit, unresolved.source);
}

}  // namespace

std::string key_of(const DatedWording& told) {
    std::string key(1, wording_mark);
    append_sortable(key, told.wording);
    append_sortable(key, told.source.line);
    append_sortable(key, told.source.sentence);
    return key;
}

std::string key_of(const DayMention& mention) {
    std::string key(1, mention_mark);
    append_sortable(key, unsigned_order(mention.day));
    return key;
}

std::string key_of(const Report& report) {
    std::string key(1, report_mark);
    append_sortable(key, unsigned_order(report.begin));
    append_sortable(key, unsigned_order(report.finish));
    append_sortable(key, sketch_of(report));
    const std::string form = comparison_form(report.what);
    key += fingerprint(form.empty() ? report.what : form);
    append_sortable(key, report.source.line);
    append_sortable(key, report.source.sentence);
    return key;
}

std::string key_of(const Unresolved& unresolved) {
    std::string key(1, unresolved_mark);
    append_sortable(key, unresolved.source.line);
    append_sortable(key, unresolved.source.time.start);
    return key;
}

bool is_wording_key(std::string_view key) {
    return key.starts_with(wording_mark);
}

bool is_mention_key(std::string_view key) {
    return key.starts_with(mention_mark);
}

bool is_report_key(std::string_view key) {
    return key.starts_with(report_mark);
}

std::string_view entry_part(std::string_view key) {
    return key.substr(0, 1 + 3 * number_size + fingerprint_size);
}

std::string pack(const DatedWording& told) {
    Packer packer;
    visit_wording(packer, told);
    return packer.take();
}

std::string pack(const DayMention& mention) {
    Packer packer;
    visit_mention(packer, mention);
    return packer.take();
}

std::string pack(const Report& report) {
    Packer packer;
    visit_report(packer, report);
    return packer.take();
}

std::string pack(const Unresolved& unresolved) {
    Packer packer;
    visit_unresolved(packer, unresolved);
    return packer.take();
}

DatedWording unpack_wording(std::string_view bytes) {
    DatedWording told;
    Unpacker unpacker(bytes);
    visit_wording(unpacker, told);
    return told;
}

DayMention unpack_mention(std::string_view bytes) {
    DayMention mention;
    Unpacker unpacker(bytes);
    visit_mention(unpacker, mention);
    return mention;
}

Report unpack_report(std::string_view bytes) {
    Report report;
    Unpacker unpacker(bytes);
    visit_report(unpacker, report);
    return report;
}

Unresolved unpack_unresolved(std::string_view bytes) {
    Unresolved unresolved;
    Unpacker unpacker(bytes);
    visit_unresolved(unpacker, unresolved);
    return unresolved;
}

}  // namespace timeline
