// briefing.html: one page that needs nothing else, to be read and printed.
#pragma once

#include <attache/plugin.hpp>
#include <string_view>

#include "contents.h"
#include "pages/templates.h"

namespace briefing {

class Page {
public:
    explicit Page(const attache::Settings& settings);

    void write(const Contents& contents, const report::Template::Write& write) const;

private:
    std::string phrases_html(const Contents& contents) const;
    std::string sections_html(const Contents& contents) const;
    std::string bullet_html(const Bullet& bullet, const Contents& contents) const;
    std::string citations_html(const Contents& contents) const;
    std::string document_html(const timeline::Source& source) const;

    report::Template page_;
    report::Parts parts_;
    std::string_view style_;
};

}  // namespace briefing
