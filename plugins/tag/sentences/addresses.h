// Addresses of the web and of mail, which are one token each.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "language.h"

namespace sentences {

bool is_ascii_alphanumeric(char c);

/// End of the "https://…" or "www.…" that begins at `at`, without the punctuation behind it.
std::optional<std::size_t> url_end(std::string_view text, std::size_t at);

/// End of "mfa.gov.kz", with any path, if the word [at, end) and what follows its dot make one.
std::optional<std::size_t> domain_end(std::string_view text, std::size_t at, std::size_t end, const Language& language);

/// End of the host that begins at `at`, behind the @ of a mail address.
std::optional<std::size_t> mail_host_end(std::string_view text, std::size_t at);

}  // namespace sentences
