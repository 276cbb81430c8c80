// How reports wait in the spool.
#include "spool_form.h"

#include <bit>
#include <cstring>
#include <stdexcept>

#include "comparison.h"
#include "likeness.h"

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

/// Appends or takes off values; both sides name the members in one order.
class Packer {
public:
    void operator()(std::uint64_t number) {
        char bytes[sizeof number];
        std::memcpy(bytes, &number, sizeof number);
        bytes_.append(bytes, sizeof number);
    }
    void operator()(std::int64_t number) { (*this)(static_cast<std::uint64_t>(number)); }
    void operator()(bool flag) { (*this)(std::uint64_t{flag}); }
    void operator()(Precision precision) { (*this)(static_cast<std::uint64_t>(precision)); }
    void operator()(const std::string& text) {
        (*this)(std::uint64_t{text.size()});
        bytes_ += text;
    }
    void operator()(const std::optional<double>& number) {
        (*this)(number.has_value());
        (*this)(std::bit_cast<std::uint64_t>(number.value_or(0)));
    }
    void operator()(const std::vector<Term>& terms) {
        (*this)(std::uint64_t{terms.size()});
        bytes_.append(reinterpret_cast<const char*>(terms.data()), terms.size() * sizeof(Term));
    }
    void operator()(const std::vector<Party>& parties) {
        (*this)(std::uint64_t{parties.size()});
        for (const Party& party : parties) {
            (*this)(party.name);
            (*this)(party.type);
            (*this)(party.entity_id);
            (*this)(party.latitude);
            (*this)(party.longitude);
        }
    }
    std::string take() { return std::move(bytes_); }

private:
    std::string bytes_;
};

class Unpacker {
public:
    explicit Unpacker(std::string_view bytes) : bytes_(bytes) {}

    void operator()(std::uint64_t& number) { std::memcpy(&number, next(sizeof number).data(), sizeof number); }
    void operator()(std::int64_t& number) {
        std::uint64_t bits = 0;
        (*this)(bits);
        number = static_cast<std::int64_t>(bits);
    }
    void operator()(bool& flag) {
        std::uint64_t number = 0;
        (*this)(number);
        flag = number != 0;
    }
    void operator()(Precision& precision) {
        std::uint64_t number = 0;
        (*this)(number);
        if (number > static_cast<std::uint64_t>(Precision::Century)) {
            throw std::runtime_error("a record of the spool has no such precision");
        }
        precision = static_cast<Precision>(number);
    }
    void operator()(std::string& text) {
        std::uint64_t size = 0;
        (*this)(size);
        text = next(size);
    }
    void operator()(std::optional<double>& number) {
        bool has_value = false;
        std::uint64_t bits = 0;
        (*this)(has_value);
        (*this)(bits);
        number = has_value ? std::optional(std::bit_cast<double>(bits)) : std::nullopt;
    }
    void operator()(std::vector<Term>& terms) {
        std::uint64_t count = 0;
        (*this)(count);
        const std::string_view bytes = next(count * sizeof(Term));
        terms.resize(count);
        std::memcpy(terms.data(), bytes.data(), bytes.size());
    }
    void operator()(std::vector<Party>& parties) {
        std::uint64_t count = 0;
        (*this)(count);
        for (std::uint64_t i = 0; i < count; ++i) {
            Party& party = parties.emplace_back();
            (*this)(party.name);
            (*this)(party.type);
            (*this)(party.entity_id);
            (*this)(party.latitude);
            (*this)(party.longitude);
        }
    }

private:
    std::string_view next(std::uint64_t size) {
        if (size > bytes_.size()) {
            throw std::runtime_error("a record of the spool is cut short");
        }
        const std::string_view taken = bytes_.substr(0, size);
        bytes_.remove_prefix(size);
        return taken;
    }

    std::string_view bytes_;
};

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
