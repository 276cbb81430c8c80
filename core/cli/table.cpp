#include "cli/table.h"

#include <iomanip>
#include <ostream>
#include <sstream>

namespace attache::cli {

namespace {

/// 1234567 as "1,234,567".
std::string grouped(std::int64_t number) {
    std::string text = std::to_string(number);
    for (auto at = static_cast<std::ptrdiff_t>(text.size()) - 3; at > (number < 0 ? 1 : 0); at -= 3) {
        text.insert(static_cast<std::size_t>(at), ",");
    }
    return text;
}

std::string fixed(double number, int digits) {
    std::ostringstream out;
    out << std::fixed << std::setprecision(digits) << number;
    return out.str();
}

void print_figure(std::ostream& out, const std::string& name, std::int64_t value) {
    out << "  " << std::left << std::setw(22) << name << std::right << std::setw(12) << grouped(value) << "\n";
}

/// "entities" for "entity": the layer's key in documents.jsonl says it in the plural.
std::string plural(const core::Plan& plan, const std::string& layer) {
    const core::PlannedLayer* planned = plan.find_layer(layer);
    return planned != nullptr && !planned->schema.json.empty() ? planned->schema.json : layer + "s";
}

void print_times(const core::Plan& plan, const core::RunReport& report, std::ostream& out) {
    out << "\n  " << std::left << std::setw(12) << "stage" << std::setw(14) << "plugin" << std::right << std::setw(10)
        << "calls" << std::setw(12) << "seconds" << std::setw(14) << "µs a call"
        << "\n";
    auto time = report.times.begin();
    for (const auto* plugins : {&plan.readers, &plan.annotators, &plan.exporters}) {
        for (const core::PlannedPlugin& plugin : *plugins) {
            const double seconds = std::chrono::duration<double>(time->time).count();
            const double each = time->calls == 0 ? 0 : seconds * 1e6 / static_cast<double>(time->calls);
            out << "  " << std::left << std::setw(12) << plugin.stage << std::setw(14) << plugin.manifest().name
                << std::right << std::setw(10) << grouped(time->calls) << std::setw(12) << fixed(seconds, 3)
                << std::setw(13) << fixed(each, 1) << "\n";
            ++time;
        }
    }
}

}  // namespace

void print_run_table(const core::Plan& plan, const core::RunReport& report, const std::filesystem::path& folder,
                     std::ostream& out) {
    print_figure(out, "documents", report.counts.documents);
    for (const auto& [layer, rows] : report.exported.rows) {
        print_figure(out, plural(plan, layer), rows);
    }
    for (const auto& [name, value] : report.exported.figures) {
        print_figure(out, name, value);
    }
    print_figure(out, "rejected", report.counts.rejected);
    print_figure(out, "skipped", report.counts.skipped);
    if (report.exported.failed > 0) {
        print_figure(out, "left out by exporters", report.exported.failed);
    }
    print_times(plan, report, out);
    out << "\n  " << fixed(report.seconds, 2) << " s in all; written:\n";
    for (const std::string& file : report.exported.files) {
        out << "  " << (folder / file).string() << "\n";
    }
}

}  // namespace attache::cli
