// Lists who is named together with whom in a sentence, how often, and where: a CSV that a spreadsheet shows and that
// Gephi takes as the edges of a graph. Shows an exporter whose memory does not grow with the run.
#include <algorithm>
#include <attache/plugin.hpp>
#include <attache/utf8.hpp>

namespace {

constexpr std::string_view file = "named_together.csv";

/// Appends a field. A quotation mark keeps a comma in its place, an apostrophe keeps a spreadsheet from taking a name
/// for a formula.
void append_field(std::string& out, std::string_view text) {
    const bool formula = !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
    const bool quote = text.find_first_of(",\"\r\n") != text.npos;
    out += quote ? "\"" : "";
    out += formula ? "'" : "";
    for (const char c : text) {
        out += c;
        if (c == '"') {
            out += c;
        }
    }
    out += quote ? "\"" : "";
}

/// All that is known of one pair: as much as a row of the file, however often the pair is named.
class Edge {
public:
    Edge(std::string_view names, std::size_t max_sentences) : names_(names), max_sentences_(max_sentences) {}

    std::string_view names() const { return names_; }

    /// `place` is "START:END ID"; places of one document follow each other.
    void add(std::string_view place) {
        const auto space = place.find(' ');
        const std::string_view id = place.substr(space + 1);
        if (weight_ == 0 || id != last_id_) {
            last_id_ = id;
            ++documents_;
        }
        if (weight_ < max_sentences_) {
            places_.append(places_.empty() ? "" : "; ").append(id);
            places_.append("[").append(place.substr(0, space)).append("]");
        }
        ++weight_;
    }

    void append_to(std::string& out) const {
        const auto gap = names_.find('\0');
        append_field(out, std::string_view(names_).substr(0, gap));
        out += ',';
        append_field(out, std::string_view(names_).substr(gap + 1));
        out += ",Undirected," + std::to_string(weight_) + ',' + std::to_string(documents_) + ',';
        const std::uint64_t more = weight_ - std::min<std::uint64_t>(weight_, max_sentences_);
        append_field(out, more == 0 ? places_ : places_ + "; and " + std::to_string(more) + " more");
        out += "\r\n";
    }

private:
    std::string names_;
    std::string last_id_;
    std::string places_;
    std::uint64_t weight_ = 0;
    std::uint64_t documents_ = 0;
    std::uint64_t max_sentences_;
};

class NamedTogether {
public:
    explicit NamedTogether(const attache::Settings& settings)
        : types_(settings.texts("types")),
          max_names_(static_cast<std::size_t>(settings.integer("max_names"))),
          max_sentences_(static_cast<std::size_t>(settings.integer("max_sentences"))) {
        if (types_.empty()) {
            throw attache::Error("\"types\" is empty; it must name at least one type of entity, such as \"PER\"");
        }
    }

    /// Called for each document, in input order. What it finds goes to the sorter on disk at once: a table of all pairs
    /// in memory would grow with the run.
    void consume(const attache::Document& document, attache::Output& output) {
        const attache::Layer sentences = document.read("sentence");
        const attache::Layer mentions = document.read("entity");
        const auto types = mentions.texts("type");
        const auto names = mentions.texts("name");
        // Made once a document; without it each offset would be counted from the start of the text.
        const attache::utf8::CodePoints points(document.text());
        // Both layers are in text order, so one walk over the two of them is enough.
        std::uint32_t mention = 0;
        for (std::uint32_t row = 0; row < sentences.size(); ++row) {
            together_.clear();
            for (; mention < mentions.size() && mentions.start(mention) < sentences.end(row); ++mention) {
                if (std::find(types_.begin(), types_.end(), types[mention]) != types_.end()) {
                    together_.push_back(names[mention].empty() ? mentions.text(mention) : names[mention]);
                }
            }
            std::sort(together_.begin(), together_.end());
            together_.erase(std::unique(together_.begin(), together_.end()), together_.end());
            if (together_.size() > max_names_) {
                ++lists_;
            } else if (together_.size() > 1) {
                place_ = std::to_string(points.at(sentences.start(row))) + ":" +
                         std::to_string(points.at(sentences.end(row))) + " ";
                place_ += document.field("id");
                put_pairs(output);
            }
        }
    }

    /// Called once. The sorter gives equal keys one after the other, in the order in which they were put, so that one
    /// pair at a time is in memory and the file is the same whatever -j was.
    void finish(attache::Output& output) {
        std::string rows = "Source,Target,Type,Weight,Documents,Sentences\r\n";
        std::optional<Edge> edge;
        std::int64_t pairs = 0;
        while (const auto record = output.next()) {
            if (!edge || edge->names() != record->key) {
                if (edge) {
                    edge->append_to(rows);
                }
                edge.emplace(record->key, max_sentences_);
                ++pairs;
            }
            edge->add(record->value);
            // A call of the host for 64 kB, not for a row; and not for the whole file, which may be larger than memory.
            if (rows.size() > 64 * 1024) {
                output.write(file, rows);
                rows.clear();
            }
        }
        if (edge) {
            edge->append_to(rows);
        }
        output.write(file, rows);
        output.figure("pairs named together", pairs);
        output.figure("sentences with too many names for pairs", lists_);
    }

private:
    void put_pairs(attache::Output& output) {
        for (std::size_t i = 0; i < together_.size(); ++i) {
            for (std::size_t k = i + 1; k < together_.size(); ++k) {
                key_.assign(together_[i]).append(1, '\0').append(together_[k]);
                output.put(key_, place_);
            }
        }
    }

    std::vector<std::string> types_;
    std::size_t max_names_;
    std::size_t max_sentences_;
    std::int64_t lists_ = 0;
    // Kept between documents only for their memory. The views are those of one sentence.
    std::vector<std::string_view> together_;
    std::string key_;
    std::string place_;
};

}  // namespace

ATTACHE_PLUGIN(NamedTogether)
