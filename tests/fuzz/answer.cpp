// What a worker process answers: whatever its bytes, the host takes a valid document from them or refuses them.
#include <cstdlib>
#include <vector>

#include "document/codec.h"
#include "fuzz/pipeline.h"
#include "fuzz/target.h"
#include "isolation/wire.h"

namespace {

const attache::fuzz::Pipeline& pipeline() {
    static const attache::fuzz::Pipeline pipeline({"jsonl", "sentences"});
    return pipeline;
}

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
    return 0;
}

std::vector<std::string> attache::fuzz::seeds() {
    const core::Plan& plan = pipeline().plan;
    core::Document document;
    prepare(document);
    core::MessageWriter job;
    core::write_job(plan.annotators.front(), plan, job);
    core::Job worker{core::MessageReader(job.bytes())};
    core::Instance instance(worker.plugin(), worker.plan);
    core::MessageWriter request;
    core::write_annotate(document, core::layers_to_lend(plan.annotators.front(), plan), request);
    core::MessageWriter answer;
    core::Document in_worker;
    core::answer(request.bytes(), worker, instance, in_worker, answer);
    return {std::string(answer.bytes())};
}
