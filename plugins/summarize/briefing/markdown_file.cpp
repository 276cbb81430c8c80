// briefing.md.
#include "markdown_file.h"

#include <string_view>

#include "scope.h"

namespace briefing {

namespace {

/// Text in which nothing is markup.
std::string escape(std::string_view text) {
    std::string safe;
    for (const char c : text) {
        if (std::string_view("\\`*_[]<").find(c) != std::string_view::npos) {
            safe += '\\';
        }
        safe += c;
    }
    return safe;
}

/// In backquotes, more of them than the text has in a row.
std::string code(std::string_view text) {
    std::string fence = "`";
    while (text.find(fence) != text.npos) {
        fence += '`';
    }
    const std::string_view space = fence.size() > 1 ? " " : "";
    return fence + std::string(space) + std::string(text) + std::string(space) + fence;
}

std::string name_of(const timeline::Source& source) {
    return source.title.empty() ? code(source.document) : "*" + escape(source.title) + "*";
}

std::string citations_line(const Bullet& bullet, const Contents& contents) {
    const timeline::Source& source = contents.citations[bullet.citations.front() - 1].source;
    std::string line = "  " + name_of(source);
    line += has_source(source) ? ", " + escape(source.source) : "";
    line += ", " + published_in_words(source) + " [" + std::to_string(bullet.citations.front()) + "]";
    for (std::size_t i = 1; i < bullet.citations.size(); ++i) {
        line += (i == 1 ? "; also [" : ", [") + std::to_string(bullet.citations[i]) + "]";
    }
    return line + (bullet.further > 0 ? " and " + std::to_string(bullet.further) + " more\n" : "\n");
}

std::string bullet_lines(const Bullet& bullet, const Contents& contents) {
    std::string lines = "- **" + bullet.day + "**";
    lines += bullet.dated_by.empty() ? bullet.day == "undated" ? "" : " (published)"
                                     : " (“" + escape(bullet.dated_by) + "”)";
    return lines + " " + escape(bullet.text) + "  \n" + citations_line(bullet, contents);
}

std::string citation_lines(const Citation& citation, std::size_t number) {
    const timeline::Source& source = citation.source;
    std::string lines = std::to_string(number) + ". " + name_of(source);
    lines += has_source(source) ? ", " + escape(source.source) : "";
    lines += ", " + published_in_words(source) + ". " + code(source.document) + ", sentence " +
             std::to_string(source.sentence + 1) + ", characters " + std::to_string(source.span.start) + "–" +
             std::to_string(source.span.end) + ":\n";
    return lines + "   > " + escape(citation.passage.text) + "\n";
}

}  // namespace

std::string markdown_of(const Contents& contents) {
    std::string text = "# Briefing: " + escape(contents.title) + "\n\n" + contents.basis + "\n";
    if (!contents.phrases.empty()) {
        text += "\n**Keyphrases:** ";
        for (const summarize::CollectionPhrase& phrase : contents.phrases) {
            text += (&phrase == &contents.phrases.front() ? "" : ", ") + escape(phrase.text) + " (" +
                    std::to_string(phrase.documents) + ")";
        }
        text += "\n";
    }
    for (const Section& section : contents.sections) {
        text += section.heading.empty() ? "\n" : "\n## " + escape(section.heading) + "\n\n";
        for (const Bullet& bullet : section.bullets) {
            text += bullet_lines(bullet, contents);
        }
    }
    if (contents.citations.empty()) {
        return text + "\nNo sentence tells of this.\n\n" + contents.made_by + "\n";
    }
    text += "\n## Cited sentences\n\n";
    std::size_t number = 0;
    for (const Citation& citation : contents.citations) {
        text += citation_lines(citation, ++number);
    }
    return text + "\n" + contents.made_by + "\n";
}

}  // namespace briefing
