// How reports wait in the spool.
#include "spool_form.h"

#include <algorithm>

#include "comparison.h"
#include "likeness.h"
#include "packing.h"

namespace timeline {

namespace {

constexpr char wording_mark = '0';
constexpr char mention_mark = '1';
constexpr char report_mark = '2';
constexpr char unresolved_mark = '3';
constexpr char undated_mark = '4';
constexpr std::size_t number_size = 16;
constexpr std::size_t fingerprint_size = 32;

std::uint64_t unsigned_order(std::int64_t number) {
    return static_cast<std::uint64_t>(number) ^ (1ULL << 63);
}

template <class Visit, Packed<DayMention> Members>
void visit_members(Visit& visit, Members& mention) {
    visit(mention.day);
    visit(mention.is_publication);
    visit(mention.has_report);
    visit(mention.terms);
}

template <class Visit, Packed<Source> Members>
void visit_members(Visit& visit, Members& source) {
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

template <class Visit, Packed<DatedWording> Members>
void visit_members(Visit& visit, Members& told) {
    visit(told.wording);
    visit(told.begin);
    visit(told.finish);
    visit(told.expression);
    visit(told.sample);
    visit_members(visit, told.source);
}

template <class Visit, Packed<Report> Members>
void visit_members(Visit& visit, Members& report) {
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
    visit(report.events);
    visit(report.words);
    visit(report.names);
    visit(report.roles);
    visit(report.wording);
    visit_members(visit, report.source);
}

template <class Visit, Packed<Unresolved> Members>
void visit_members(Visit& visit, Members& unresolved) {
    visit(unresolved.expression);
    visit(unresolved.reason);
    visit(unresolved.what);
    visit_members(visit, unresolved.source);
}

template <class Value>
std::string packed(const Value& value) {
    Packer packer;
    visit_members(packer, value);
    return packer.take();
}

template <class Value>
Value unpacked(std::string_view bytes) {
    Value value;
    Unpacker unpacker(bytes);
    visit_members(unpacker, value);
    return value;
}

/// Reports of one date for which it is the same say the same. Undated ones must name the same parties too.
std::string identity_of(const Report& report) {
    const std::string form = comparison_form(report.what);
    std::string identity = form.empty() ? report.what : form;
    if (!is_dated(report)) {
        for (const Term name : report.names) {
            identity += " #" + std::to_string(name);
        }
    }
    return identity;
}

/// Stands for those who take part in the first of the events.
std::uint64_t parties_of(const Report& report) {
    std::vector<std::string_view> names;
    for (const std::vector<Party>* parties : {&report.events.front().who, &report.events.front().whom}) {
        for (const Party& party : *parties) {
            names.push_back(party.name);
        }
    }
    std::sort(names.begin(), names.end());
    std::string joined;
    for (const std::string_view name : names) {
        joined.append(name).append("\n");
    }
    return hash_of(joined);
}

}  // namespace

void append_sortable(std::string& key, std::uint64_t number) {
    constexpr std::string_view digits = "0123456789abcdef";
    for (int shift = 60; shift >= 0; shift -= 4) {
        key += digits[(number >> shift) & 0xF];
    }
}

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
    std::string key(1, is_dated(report) ? report_mark : undated_mark);
    // More undated reports are told than fit into memory: parties that copies share bring them together.
    append_sortable(key, is_dated(report) ? unsigned_order(report.begin) : parties_of(report));
    append_sortable(key, unsigned_order(report.finish));
    append_sortable(key, sketch_of(report));
    key += fingerprint(identity_of(report));
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

bool is_unresolved_key(std::string_view key) {
    return key.starts_with(unresolved_mark);
}

std::string_view entry_part(std::string_view key) {
    return key.substr(0, 1 + 3 * number_size + fingerprint_size);
}

std::string pack(const DatedWording& told) {
    return packed(told);
}

std::string pack(const DayMention& mention) {
    return packed(mention);
}

std::string pack(const Report& report) {
    return packed(report);
}

std::string pack(const Unresolved& unresolved) {
    return packed(unresolved);
}

DatedWording unpack_wording(std::string_view bytes) {
    return unpacked<DatedWording>(bytes);
}

DayMention unpack_mention(std::string_view bytes) {
    return unpacked<DayMention>(bytes);
}

Report unpack_report(std::string_view bytes) {
    return unpacked<Report>(bytes);
}

Unresolved unpack_unresolved(std::string_view bytes) {
    return unpacked<Unresolved>(bytes);
}

}  // namespace timeline
