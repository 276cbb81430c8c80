// What a worker process answers: whatever its bytes, the host takes a valid document from them, or what an exporter may
// ask for, or refuses them.
#include <algorithm>
#include <attache/utf8.hpp>
#include <cstdlib>
#include <vector>

#include "document/codec.h"
#include "fuzz/pipeline.h"
#include "fuzz/target.h"
#include "isolation/finishing.h"

namespace {

const attache::fuzz::Pipeline& pipeline() {
    static const attache::fuzz::Pipeline pipeline({"jsonl", "sentences", "dates", "entities", "salience", "timeline"});
    return pipeline;
}

/// Services that are asked for nothing that the manifest does not allow.
class Strict : public attache::core::ExporterServices {
public:
    explicit Strict(const attache::core::Manifest& manifest) : manifest_(manifest) {}
    void write(std::string_view file, std::string_view bytes) override {
        if (std::find(manifest_.files.begin(), manifest_.files.end(), file) == manifest_.files.end()) {
            std::abort();
        }
        touch(bytes);
    }
    void put(std::string_view key, std::string_view value) override {
        touch(key);
        touch(value);
    }
    void figure(std::string_view name, std::int64_t) override {
        if (!attache::utf8::valid(name)) {
            std::abort();
        }
        touch(name);
    }
    std::string_view read_file(std::string_view) override { std::abort(); }
    bool next(std::string_view& key, std::string_view& value) override {
        key = value = "a record";
        return ++records_ % 3 != 0;
    }

    bool asked() const { return asked_; }

private:
    void touch(std::string_view bytes) {
        last_ = std::string(bytes);
        asked_ = true;
    }

    const attache::core::Manifest& manifest_;
    std::string last_;
    bool asked_ = false;
    int records_ = 0;
};

void prepare(attache::core::Document& document) {
    document.set_text("Ministers met in Astana on Monday. They agreed — again.");
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const attache::core::Plan& plan = pipeline().plan;
    std::vector<std::uint64_t> aligned((size + 7) / 8 + 1);
    std::memcpy(aligned.data(), data, size);
    const std::string_view answer(reinterpret_cast<const char*>(aligned.data()), size);
    attache::core::Document document;
    prepare(document);
    try {
        attache::core::take_annotated(answer, plan.annotators.front(), plan, document);
        attache::core::Document again;
        attache::core::decode(attache::core::encode(document, plan.layers), plan.layers, again);
    } catch (const attache::core::BrokenMessage&) {
        if (!document.layers().empty()) {
            std::abort();
        }
    }
    try {
        attache::core::Document read;
        attache::core::take_read(answer, plan.readers.front(), read);
    } catch (const attache::core::BrokenMessage&) {
    }
    const attache::core::PlannedPlugin& exporter = plan.exporters.front();
    attache::core::MessageWriter reply;
    for (const bool finishing : {false, true}) {
        Strict services(exporter.manifest());
        try {
            if (finishing) {
                attache::core::take_finishing(answer, exporter, services, reply);
            } else {
                attache::core::take_consumed(answer, exporter, services);
            }
        } catch (const attache::core::BrokenMessage&) {
            if (services.asked()) {
                std::abort();
            }
        }
    }
    return 0;
}

namespace {

/// A worker in this process.
struct Worker {
    attache::core::MessageWriter message;
    attache::core::Job job;
    attache::core::Instance instance;

    explicit Worker(const attache::core::PlannedPlugin& plugin)
        : message(job_for(plugin)),
          job(attache::core::MessageReader(message.bytes())),
          instance(job.plugin(), job.plan) {}

    static attache::core::MessageWriter job_for(const attache::core::PlannedPlugin& plugin) {
        attache::core::MessageWriter message;
        attache::core::write_job(plugin, pipeline().plan, {}, message);
        return message;
    }
    std::string answer_to(const attache::core::MessageWriter& request) {
        attache::core::MessageWriter answer;
        attache::core::Document document;
        attache::core::answer(request.bytes(), job, instance, document, answer);
        return std::string(answer.bytes());
    }
};

}  // namespace

std::vector<std::string> attache::fuzz::seeds() {
    const core::Plan& plan = pipeline().plan;
    core::Document document;
    prepare(document);
    std::vector<std::string> seeds;
    for (const core::PlannedPlugin& annotator : plan.annotators) {
        Worker worker(annotator);
        core::MessageWriter request;
        core::write_annotate(document, core::layers_to_lend(annotator, plan), request);
        seeds.push_back(worker.answer_to(request));
        core::take_annotated(seeds.back(), annotator, plan, document);
    }
    seeds.resize(1);

    const core::PlannedPlugin& exporter = plan.exporters.front();
    Worker worker(exporter);
    core::MessageWriter request;
    core::write_consume(document, core::layers_to_lend(exporter, plan), request);
    seeds.push_back(worker.answer_to(request));
    Strict services(exporter.manifest());
    core::MessageWriter reply;
    core::MessageWriter last;
    const core::Turn turn = [&](std::string_view said) {
        seeds.emplace_back(said);
        core::take_finishing(said, exporter, services, reply);
        return reply.bytes();
    };
    core::answer_finish(worker.job, worker.instance, turn, last);
    seeds.emplace_back(last.bytes());
    return seeds;
}
