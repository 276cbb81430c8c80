// attache-train: makes a model for tag/entities from a recipe.
#include <boost/program_options.hpp>
#include <deque>
#include <fstream>
#include <iostream>
#include <sstream>

#include "../labeller.h"
#include "description.h"
#include "held_out.h"
#include "predictions.h"
#include "trainer.h"
#include "vocabulary.h"

namespace entities::train {

namespace {

namespace options = boost::program_options;
namespace fs = std::filesystem;

std::string read(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    if (!in) {
        throw std::runtime_error(file.string() + ": cannot be read");
    }
    return std::move(text).str();
}

/// Beside this program as built, or of its installation.
fs::path plugins() {
    const fs::path program = fs::canonical("/proc/self/exe").parent_path();
    const fs::path built = program / "plugins";
    return fs::exists(built) ? built : program.parent_path() / "lib/attache/plugins";
}

/// The word lists and gazetteers of the tagger, and the words of tag/sentences.
class Tables {
public:
    explicit Tables(const fs::path& plugins) : language_(read(plugins / "sentences/language.toml")) {
        for (const char* const name : {"lexicon.tsv", "names.tsv"}) {
            lexicon_.add(kept(plugins / "entities" / name));
        }
        for (const char* const name : {"own.tsv", "countries.tsv", "cities.tsv", "organisations.tsv"}) {
            gazetteer_.add(kept(plugins / "entities" / name));
        }
        gazetteer_.build();
    }

    const sentences::Language& language() const { return language_; }
    const Lexicon& lexicon() const { return lexicon_; }
    const Gazetteer& gazetteer() const { return gazetteer_; }

private:
    std::string_view kept(const fs::path& file) { return texts_.emplace_back(read(file)); }

    std::deque<std::string> texts_;
    sentences::Language language_;
    Lexicon lexicon_;
    Gazetteer gazetteer_;
};

options::options_description described() {
    options::options_description described("Options");
    auto add = described.add_options();
    add("data", options::value<std::string>()->required(), "folder that the recipe's files are in");
    add("output,o", options::value<std::string>()->required(), "the model file to write");
    add("plugins", options::value<std::string>(), "folder of the plugins (default: those installed with this program)");
    add("held-out", options::value<std::string>(),
        "file of documents not to learn from: lines of set, id and part, with tabs between");
    add("predictions", options::value<std::string>(),
        "write the names that the model finds in the documents held out, as JSON Lines");
    add("help,h", "print this");
    return described;
}

void check_clusters(const std::vector<ClusteredWord>& clustered, const ClusterVectors& vectors) {
    for (const ClusteredWord& word : clustered) {
        for (std::size_t grain = 0; grain < Clusters::grains; ++grain) {
            if (word.path[grain] > vectors.sizes()[grain]) {
                throw std::runtime_error("\"" + word.word + "\" is in cluster " + std::to_string(word.path[grain]) +
                                         " of clustering " + std::to_string(grain + 1) +
                                         ", but there are vectors for " + std::to_string(vectors.sizes()[grain]));
            }
        }
    }
}

void make_model(const options::variables_map& given) {
    const fs::path data = given["data"].as<std::string>();
    const Recipe recipe = read_recipe(given["recipe"].as<std::string>());
    const HeldOut held_out =
        given.count("held-out") > 0 ? read_held_out(given["held-out"].as<std::string>()) : HeldOut{};
    const Tables tables(given.count("plugins") > 0 ? fs::path(given["plugins"].as<std::string>()) : plugins());
    const std::vector<ClusteredWord> clustered =
        recipe.clusters ? read_word_clusters(recipe.clusters->file) : std::vector<ClusteredWord>{};
    const ClusterVectors vectors = recipe.clusters ? ClusterVectors(recipe.clusters->vectors) : ClusterVectors();
    check_clusters(clustered, vectors);
    Forms forms(tables.lexicon(), {});
    std::vector<std::unique_ptr<Example>> examples;
    std::vector<std::unique_ptr<Example>> kept;
    for (const Set& set : recipe.sets) {
        for (std::unique_ptr<Example>& example : read_set(set, data, tables.language(), forms, tables.gazetteer())) {
            (held_out.contains(example->id) ? kept : examples).push_back(std::move(example));
        }
    }
    if (examples.size() < 2) {
        throw std::runtime_error("there are " + std::to_string(examples.size()) +
                                 " documents to learn from; there should be two at least");
    }
    const std::vector<Clusters::Slot> slots = make_vocabulary(clustered, examples);
    Forms known(tables.lexicon(), Clusters(slots));
    for (const auto* some : {&examples, &kept}) {
        for (const std::unique_ptr<Example>& example : *some) {
            example->words->take_from(known);
        }
    }
    std::cerr << "learning from " << examples.size() << " documents\n";
    const std::string bytes = Trainer(recipe, tables.gazetteer(), slots, vectors)
                                  .train(std::move(examples), describe(recipe, data, kept.size()));
    const fs::path output = given["output"].as<std::string>();
    std::ofstream out(output, std::ios::binary);
    out << bytes;
    out.close();
    if (!out) {
        throw std::runtime_error(output.string() + ": cannot be written");
    }
    if (given.count("predictions") > 0) {
        const Model model(bytes);
        write_predictions(Labeller(model, tables.gazetteer()), tables.gazetteer(), kept,
                          given["predictions"].as<std::string>());
    }
}

int run(int count, char** arguments) {
    options::options_description hidden;
    hidden.add_options()("recipe", options::value<std::string>());
    options::options_description all = described();
    all.add(hidden);
    options::positional_options_description positional;
    positional.add("recipe", 1);
    options::variables_map given;
    constexpr int whole_names =
        options::command_line_style::default_style & ~options::command_line_style::allow_guessing;
    options::store(
        options::command_line_parser(count, arguments).options(all).positional(positional).style(whole_names).run(),
        given);
    if (given.count("help") > 0) {
        std::cout << "Usage: attache-train RECIPE --data FOLDER -o MODEL [OPTION…]\n\n"
                     "Makes a model for the plugin entities from annotated documents. RECIPE is a TOML file that names "
                     "them and\n"
                     "says how to learn from them; the same recipe and documents give the same model.\n\n"
                  << described() << "\nExit status: 0 the model is written; 2 it is not, and a message says why.\n";
        return 0;
    }
    if (given.count("recipe") == 0) {
        throw std::runtime_error("RECIPE is missing; see attache-train --help");
    }
    options::notify(given);
    make_model(given);
    return 0;
}

}  // namespace

}  // namespace entities::train

int main(int count, char** arguments) {
    try {
        return entities::train::run(count, arguments);
    } catch (const std::exception& error) {
        std::cerr << "attache-train: " << error.what() << '\n';
        return 2;
    }
}
