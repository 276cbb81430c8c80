// Marks the words with which a text keeps its distance from what it says: "reportedly", "is said to", "according to".
// Shows a layer of one's own with references and values that may be missing, settings of several types, a resource
// file, a matcher made once, and a layer that is used if there is one.
#include <algorithm>
#include <attache/plugin.hpp>
#include <charconv>
#include <unordered_map>

namespace {

struct Cue {
    std::vector<std::string> words;  ///< in lower case
    std::string text;                ///< the words with a space between them
    bool attribution = false;        ///< names who says it
    std::optional<double> strength;  ///< of the doubt, 0 to 1; none for cues that the configuration adds
};

/// ASCII only: enough for English, and it needs no tables and no locale.
char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool same_word(std::string_view text, std::string_view lower_case) {
    return std::equal(text.begin(), text.end(), lower_case.begin(), lower_case.end(),
                      [](char c, char wanted) { return lower(c) == wanted; });
}

Cue make_cue(std::string_view text) {
    Cue cue;
    for (std::size_t at = text.find_first_not_of(' '); at < text.size(); at = text.find_first_not_of(' ', at)) {
        std::string& word = cue.words.emplace_back(text.substr(at, text.find(' ', at) - at));
        at += word.size();
        std::transform(word.begin(), word.end(), word.begin(), lower);
        cue.text += (cue.text.empty() ? "" : " ") + word;
    }
    return cue;
}

/// A line of cues.tsv: the cue, "hedge" or "attribution", and its strength in per cent, parted by tabs.
Cue parse_line(std::string_view line, std::size_t number) {
    const auto first = line.find('\t');
    const auto second = line.find('\t', first + 1);
    if (first != line.npos && second != line.npos) {
        const std::string_view kind = line.substr(first + 1, second - first - 1);
        const std::string_view strength = line.substr(second + 1);
        unsigned percent = 0;
        const auto [end, error] = std::from_chars(strength.data(), strength.data() + strength.size(), percent);
        Cue cue = make_cue(line.substr(0, first));
        cue.attribution = kind == "attribution";
        cue.strength = percent / 100.0;
        if (!cue.words.empty() && (cue.attribution || kind == "hedge") && error == std::errc() &&
            end == strength.data() + strength.size() && percent <= 100) {
            return cue;
        }
    }
    throw attache::Error("cues.tsv, line " + std::to_string(number) + ": \"" + std::string(line) +
                         "\" is not a cue, \"hedge\" or \"attribution\", and 0 to 100, parted by tabs");
}

/// Finds cues by their first word. Made once, in the constructor: settings that decide which cues count are spent here
/// and cost a document nothing.
class Matcher {
public:
    void add(Cue cue) {
        longest_ = std::max(longest_, cue.words.front().size());
        std::vector<Cue>& cues = by_first_word_[cue.words.front()];
        // Longest first, so that the first that fits is the one to take.
        const auto shorter = [&](const Cue& other) { return other.words.size() < cue.words.size(); };
        cues.insert(std::find_if(cues.begin(), cues.end(), shorter), std::move(cue));
    }

    /// The longest cue that begins at this token and stays in its sentence, or null. `buffer` is only lent, so that no
    /// token asks for memory.
    const Cue* find(const attache::Layer& tokens, std::span<const attache::Row> sentences, std::uint32_t token,
                    std::string& buffer) const {
        const std::string_view word = tokens.text(token);
        // Most tokens end here, or at the look-up: neither copies more than one short word.
        if (word.size() > longest_) {
            return nullptr;
        }
        buffer.resize(word.size());
        std::transform(word.begin(), word.end(), buffer.begin(), lower);
        const auto cues = by_first_word_.find(buffer);
        if (cues == by_first_word_.end()) {
            return nullptr;
        }
        for (const Cue& cue : cues->second) {
            bool fits = token + cue.words.size() <= tokens.size();
            for (std::uint32_t i = 1; fits && i < cue.words.size(); ++i) {
                fits = sentences[token + i] == sentences[token] && same_word(tokens.text(token + i), cue.words[i]);
            }
            if (fits) {
                return &cue;
            }
        }
        return nullptr;
    }

private:
    std::unordered_map<std::string, std::vector<Cue>> by_first_word_;
    std::size_t longest_ = 0;
};

/// Nothing is learned from documents, so there is nothing to `reset`, and one instance serves all workers.
class Hedges {
public:
    explicit Hedges(const attache::Settings& settings) {
        const bool attributions = settings.flag("attributions");
        const double weakest = settings.real("weakest");
        // The file is mapped, once for all instances; lines are views into it.
        std::string_view rest = settings.resource("cues.tsv");
        for (std::size_t number = 1; !rest.empty(); ++number) {
            const std::string_view line = rest.substr(0, rest.find('\n'));
            rest.remove_prefix(std::min(line.size() + 1, rest.size()));
            if (line.empty() || line.front() == '#') {
                continue;
            }
            Cue cue = parse_line(line, number);
            if (cue.strength >= weakest && (attributions || !cue.attribution)) {
                matcher_.add(std::move(cue));
            }
        }
        for (const std::string& text : settings.texts("extra")) {
            Cue cue = make_cue(text);
            if (cue.words.empty()) {
                throw attache::Error(
                    "\"extra\" has a cue without words; each is one or more words, as in \"it is claimed\"");
            }
            matcher_.add(std::move(cue));
        }
    }

    void annotate(attache::Document& document) const {
        const attache::Layer sentences = document.read("sentence");
        const attache::Layer tokens = document.read("token");
        const attache::Layer entities = document.read("entity");  // "entity?" in plugin.toml: may have no rows
        const auto owners = tokens.refs("sentence");
        auto& hedges = document.write("hedge", {"cue", "kind", "strength", "sentence", "source"});
        std::string buffer;
        for (std::uint32_t token = 0; token < tokens.size();) {
            const Cue* cue = owners[token] ? matcher_.find(tokens, owners, token, buffer) : nullptr;
            if (cue == nullptr) {
                ++token;
                continue;
            }
            const auto next = token + static_cast<std::uint32_t>(cue->words.size());
            const std::uint32_t end = tokens.end(next - 1);
            // An empty optional is "no value", which is not the same as "" or 0.
            const auto source =
                cue->attribution ? source_between(entities, end, sentences.end(owners[token].number)) : std::nullopt;
            hedges.add(tokens.start(token), end, cue->text, cue->attribution ? "attribution" : "hedge", cue->strength,
                       owners[token], source);
            token = next;
        }
    }

private:
    /// The name of the first mention that starts in [start, end). Mentions are in text order, so this takes a few
    /// steps.
    static std::optional<std::string_view> source_between(const attache::Layer& mentions, std::uint32_t start,
                                                          std::uint32_t end) {
        std::uint32_t low = 0;
        for (std::uint32_t high = mentions.size(); low < high;) {
            const std::uint32_t middle = low + (high - low) / 2;
            if (mentions.start(middle) < start) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if (low == mentions.size() || mentions.start(low) >= end) {
            return std::nullopt;
        }
        const std::string_view name = mentions.texts("name")[low];
        return name.empty() ? mentions.text(low) : name;
    }

    Matcher matcher_;
};

}  // namespace

ATTACHE_PLUGIN(Hedges)
