// One instance of a reader or annotator, in this process or in one of its own: the same calls, the same outcomes.
#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "loading/instance.h"

namespace attache::core {

/// A record to be read into a document that has its id and source.
struct Reading {
    std::string_view record;
    Document* document;
};

/// One thread at a time, unless the plugin's instance is one for all.
class Executor {
public:
    virtual ~Executor() = default;
    virtual const PlannedPlugin& plugin() const = 0;

    /// One result for each document, in order. A document whose call failed is as it was before.
    virtual std::vector<CallResult> annotate(std::span<Document* const> documents) = 0;
    virtual std::vector<CallResult> read(std::span<const Reading> readings) = 0;
    virtual bool splits() const = 0;
    virtual CallResult split(std::string_view data, bool at_end, attache_record& record) = 0;
};

/// As the plan says. With a process of its own, what made it crash, hang or go over its limits is kept in `cases`, to
/// be replayed; "" keeps nothing. Throws std::runtime_error if the plugin cannot start. Plugin and plan must outlive
/// it.
std::unique_ptr<Executor> make_executor(const PlannedPlugin& plugin, const Plan& plan,
                                        const std::filesystem::path& cases = {});

}  // namespace attache::core
