// What an exporter asks of its services, noted down until it can be granted: what a document's call asks for is granted
// as a whole when it has succeeded, in this process and out of it.
#pragma once

#include "isolation/message.h"
#include "loading/instance.h"

namespace attache::core {

class Journal : public ExporterServices {
public:
    void write(std::string_view file, std::string_view bytes) override;
    void put(std::string_view key, std::string_view value) override;
    void figure(std::string_view name, std::int64_t value) override;
    /// Not before `finish`, and there not of a journal.
    std::string_view read_file(std::string_view file) override;
    bool next(std::string_view& key, std::string_view& value) override;

    std::string_view bytes() const { return notes_.bytes(); }
    /// As the end of a message; empty afterwards.
    void move_to(MessageWriter& message);

private:
    MessageWriter notes_;
};

/// Grants what is left of a message, which is a journal. FATAL if the services cannot. Throws BrokenMessage, with
/// nothing granted, if no exporter of this manifest could have asked for it.
CallResult grant(MessageReader& journal, const Manifest& manifest, ExporterServices& services);

}  // namespace attache::core
