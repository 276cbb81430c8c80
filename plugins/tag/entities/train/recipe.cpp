#include "recipe.h"

#include <toml++/toml.h>

#include <algorithm>
#include <initializer_list>
#include <sstream>
#include <stdexcept>

#include "../gazetteer.h"

namespace entities::train {

namespace {

class Reader {
public:
    explicit Reader(const std::filesystem::path& file) : file_(file) {}

    Recipe read() {
        const toml::table table = parse();
        only(table, {"name", "version", "licence", "bits", "epochs", "folds", "seed", "runs", "dropout", "margin",
                     "clusters", "set"});
        Recipe recipe;
        recipe.name = text(table, "name");
        recipe.version = text(table, "version");
        recipe.licence = text(table, "licence");
        recipe.bits = number(table, "bits", 12, 22);
        recipe.epochs = number(table, "epochs", 1, 100);
        recipe.folds = number(table, "folds", 2, 20);
        recipe.seed = number(table, "seed", 0, 1'000'000);
        recipe.runs = number(table, "runs", 1, 100);
        recipe.dropout = fraction(table, "dropout", 0, 0.9);
        recipe.margin = fraction(table, "margin", 0, 1000);
        recipe.clusters = clusters(table);
        for (const toml::table* const set : tables(table, "set")) {
            only(*set, {"name", "file", "types", "repeat", "weight", "licence", "source", "silver"});
            recipe.sets.push_back({text(*set, "name"), text(*set, "file"), types(*set), number(*set, "repeat", 1, 20),
                                   number(*set, "weight", 1, 100), text(*set, "licence"), text(*set, "source"),
                                   flag(*set, "silver")});
        }
        if (recipe.sets.empty()) {
            fail(table, "has no [[set]]; a model needs annotated documents");
        }
        return recipe;
    }

private:
    toml::table parse() const {
        try {
            return toml::parse_file(file_.string());
        } catch (const toml::parse_error& error) {
            throw std::runtime_error(file_.string() + ":" + std::to_string(error.source().begin.line) + ": " +
                                     std::string(error.description()));
        }
    }

    [[noreturn]] void fail(const toml::node& node, const std::string& what) const {
        throw std::runtime_error(file_.string() + ":" + std::to_string(node.source().begin.line) + ": " + what);
    }

    /// What is misspelt would be taken for missing, or not missed at all.
    void only(const toml::table& table, std::initializer_list<std::string_view> keys) const {
        for (const auto& [key, value] : table) {
            if (std::find(keys.begin(), keys.end(), key.str()) == keys.end()) {
                fail(value, "unknown key " + std::string(key.str()));
            }
        }
    }

    /// The value, if it is there, else the table that lacks it.
    static const toml::node& place(const toml::table& table, std::string_view key) {
        const toml::node* const value = table.get(key);
        return value == nullptr ? table : *value;
    }

    std::string text(const toml::table& table, std::string_view key) const {
        const auto value = table[key].value<std::string>();
        if (!value) {
            fail(place(table, key), "needs " + std::string(key) + " = \"…\"");
        }
        return *value;
    }

    unsigned number(const toml::table& table, std::string_view key, std::int64_t least, std::int64_t most) const {
        const auto value = table[key].value_exact<std::int64_t>();
        if (!value || *value < least || *value > most) {
            fail(place(table, key), "needs " + std::string(key) + " = a whole number from " + std::to_string(least) +
                                        " to " + std::to_string(most));
        }
        return static_cast<unsigned>(*value);
    }

    /// False if it is not there.
    bool flag(const toml::table& table, std::string_view key) const {
        if (!table.contains(key)) {
            return false;
        }
        const auto value = table[key].value_exact<bool>();
        if (!value) {
            fail(place(table, key), "needs " + std::string(key) + " = true or false");
        }
        return *value;
    }

    double fraction(const toml::table& table, std::string_view key, double least, double most) const {
        const auto value = table[key].value<double>();
        if (!value || !(*value >= least && *value <= most)) {
            std::ostringstream what;
            what << "needs " << key << " = a number from " << least << " to " << most;
            fail(place(table, key), what.str());
        }
        return *value;
    }

    std::optional<WordClusters> clusters(const toml::table& table) const {
        if (!table.contains("clusters")) {
            return std::nullopt;
        }
        const toml::table* const given = table["clusters"].as_table();
        if (given == nullptr) {
            fail(place(table, "clusters"), "should be a table [clusters]");
        }
        only(*given, {"file", "vectors", "licence", "source"});
        return WordClusters{file_.parent_path() / text(*given, "file"), file_.parent_path() / text(*given, "vectors"),
                            text(*given, "licence"), text(*given, "source")};
    }

    std::vector<const toml::table*> tables(const toml::table& table, std::string_view key) const {
        std::vector<const toml::table*> found;
        if (const toml::array* const all = table[key].as_array()) {
            for (const toml::node& one : *all) {
                if (!one.is_table()) {
                    fail(one, "should be a table [[" + std::string(key) + "]]");
                }
                found.push_back(one.as_table());
            }
        }
        return found;
    }

    unsigned types(const toml::table& set) const {
        unsigned bits = 0;
        const toml::array* const names = set["types"].as_array();
        if (names == nullptr) {
            fail(place(set, "types"), "needs types = [\"PER\", …]: the types that the set marks");
        }
        for (const toml::node& node : *names) {
            const std::string name = node.value_or(std::string());
            bool known = false;
            for (const Type type : {Type::Person, Type::Place, Type::Organisation, Type::Other}) {
                if (label(type) == name) {
                    bits |= 1U << static_cast<unsigned>(type);
                    known = true;
                }
            }
            if (!known) {
                fail(node, "unknown type \"" + name + "\"; there are PER, LOC, ORG and MISC");
            }
        }
        return bits;
    }

    const std::filesystem::path& file_;
};

}  // namespace

Recipe read_recipe(const std::filesystem::path& file) {
    return Reader(file).read();
}

}  // namespace entities::train
