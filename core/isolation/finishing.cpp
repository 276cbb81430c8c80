#include "isolation/finishing.h"

#include <chrono>
#include <memory>

#include "manifest/mapped_file.h"

namespace attache::core {

namespace {

using Clock = std::chrono::steady_clock;

/// How a message of the worker begins; what the exporter has asked for follows.
enum class Word : std::uint64_t { GoOn = 1, Records = 2, Last = 3 };

/// How each entry of a reply with records begins.
enum class Entry : std::uint64_t { Record = 1, More = 2, End = 3 };

constexpr std::size_t enough_bytes = 256 * 1024;

class ServicesByTurns : public ExporterServices {
public:
    ServicesByTurns(const Job& job, const Turn& turn) : job_(job), turn_(turn) {}

    void write(std::string_view file, std::string_view bytes) override {
        do {
            const std::string_view piece = bytes.substr(0, enough_bytes);
            journal_.write(file, piece);
            pass_on();
            bytes.remove_prefix(piece.size());
        } while (!bytes.empty());
    }
    void put(std::string_view key, std::string_view value) override {
        journal_.put(key, value);
        pass_on();
    }
    void figure(std::string_view name, std::int64_t value) override {
        journal_.figure(name, value);
        pass_on();
    }
    /// The sandbox lets an exporter that reads files see the run folder.
    std::string_view read_file(std::string_view file) override {
        return files_.emplace_back(std::make_unique<MappedFile>(job_.run_folder / file))->bytes();
    }
    bool next(std::string_view& key, std::string_view& value) override {
        pass_on();
        auto entry = static_cast<Entry>(reply_.number());
        if (entry == Entry::More) {
            records_ = say(Word::Records);
            reply_ = MessageReader(records_);
            entry = static_cast<Entry>(reply_.number());
        }
        if (entry == Entry::End) {
            reply_ = nothing_yet();
            return false;
        }
        key = reply_.text();
        value = reply_.text();
        return true;
    }

    void last_word(const CallResult& result, MessageWriter& answer) {
        answer.number(static_cast<std::uint64_t>(Word::Last));
        write_result(result, Document(), answer);
        journal_.move_to(answer);
    }

private:
    static MessageReader nothing_yet() {
        static constexpr Entry more = Entry::More;
        return MessageReader({reinterpret_cast<const char*>(&more), sizeof more});
    }

    /// When there is enough, or when the host has not heard from the exporter for some time: it may be slow, but is at
    /// work.
    void pass_on() {
        const std::chrono::duration<double> silence = Clock::now() - last_turn_;
        if (journal_.bytes().size() >= enough_bytes || silence.count() >= job_.plugin().isolation.timeout_seconds) {
            say(Word::GoOn);
        }
    }

    std::string_view say(Word word) {
        message_.clear();
        message_.number(static_cast<std::uint64_t>(word));
        journal_.move_to(message_);
        const std::string_view reply = turn_(message_.bytes());
        last_turn_ = Clock::now();
        return reply;
    }

    const Job& job_;
    const Turn& turn_;
    Journal journal_;
    MessageWriter message_;
    Clock::time_point last_turn_ = Clock::now();
    std::string records_;  ///< the last piece of the spool: views on it outlive turns that only write
    MessageReader reply_ = nothing_yet();
    std::vector<std::unique_ptr<MappedFile>> files_;
};

void write_records(ExporterServices& services, MessageWriter& reply) {
    std::string_view key;
    std::string_view value;
    while (reply.bytes().size() < enough_bytes) {
        if (!services.next(key, value)) {
            return reply.number(static_cast<std::uint64_t>(Entry::End));
        }
        reply.number(static_cast<std::uint64_t>(Entry::Record));
        reply.text(key);
        reply.text(value);
    }
    reply.number(static_cast<std::uint64_t>(Entry::More));
}

}  // namespace

bool is_finish(std::string_view request) {
    return static_cast<Request>(MessageReader(request).number()) == Request::Finish;
}

void answer_finish(const Job& job, Instance& instance, const Turn& turn, MessageWriter& answer) {
    ServicesByTurns services(job, turn);
    const CallResult result = instance.finish(services);
    answer.clear();
    services.last_word(result, answer);
}

void write_finish(MessageWriter& request) {
    request.number(static_cast<std::uint64_t>(Request::Finish));
}

std::optional<CallResult> take_finishing(std::string_view message, const PlannedPlugin& plugin,
                                         ExporterServices& services, MessageWriter& reply) {
    MessageReader in(message);
    const auto word = static_cast<Word>(in.number());
    if (word != Word::GoOn && word != Word::Records && word != Word::Last) {
        throw BrokenMessage("a word that is unknown");
    }
    const CallResult result = word == Word::Last ? read_result(in, "", nullptr) : CallResult{};
    const CallResult granted = grant(in, plugin.manifest(), services);
    if (!granted.ok()) {
        return granted;
    }
    if (word == Word::Last) {
        return result;
    }
    reply.clear();
    if (word == Word::GoOn) {
        reply.number(static_cast<std::uint64_t>(word));
        return std::nullopt;
    }
    try {
        write_records(services, reply);
        return std::nullopt;
    } catch (const std::exception& error) {
        return CallResult{ATTACHE_FATAL, error.what()};
    }
}

}  // namespace attache::core
