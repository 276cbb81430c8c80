// An exporter's `finish` in a worker process. It may read and write more than memory holds, so it is a conversation:
// the worker passes on what was asked for in pieces, and gets the spool's records in pieces.
#pragma once

#include <functional>
#include <optional>

#include "isolation/wire.h"

namespace attache::core {

/// Says a message and waits for the reply, which is valid until the next turn.
using Turn = std::function<std::string_view(std::string_view message)>;

/// In the worker: whether a request begins it.
bool is_finish(std::string_view request);
/// Calls the plugin, taking turns with the host; `answer` becomes the last word.
void answer_finish(const Job& job, Instance& instance, const Turn& turn, MessageWriter& answer);

/// In the host: the message that begins it.
void write_finish(MessageWriter& request);
/// In the host: grants what the worker's message asks for. Gives the result if it was the last word; else `reply` is
/// what to answer. Throws BrokenMessage.
std::optional<CallResult> take_finishing(std::string_view message, const PlannedPlugin& plugin,
                                         ExporterServices& services, MessageWriter& reply);

}  // namespace attache::core
