// What is known of words is forgotten when it is much, and nothing else changes by that.
#include "entities/forms.h"

#include <gtest/gtest.h>

#include "entities/tagger.h"
#include "testkit/testkit.h"

namespace entities {
namespace {

/// More different words than are kept.
constexpr int many = 40'000;

std::string word(int number) {
    return "x" + std::to_string(number);
}

void learn(Forms& forms, const std::string& text) {
    forms.of(text, StringTable::code_of(text));
}

TEST(Forms, AreKeptWhileTheyAreFew) {
    const Lexicon lexicon;
    Forms forms(lexicon, {});
    learn(forms, "Astana");
    forms.trim();
    EXPECT_EQ(forms.size(), 1U);
}

TEST(Forms, AreForgottenWhenTheyAreMany) {
    const Lexicon lexicon;
    Forms forms(lexicon, {});
    for (int i = 0; i < many; ++i) {
        learn(forms, word(i));
    }
    forms.trim();
    EXPECT_EQ(forms.size(), 0U);
}

TEST(Forms, AreForgottenOnceWhenTheyAreLong) {
    const Lexicon lexicon;
    Forms forms(lexicon, {});
    learn(forms, std::string(1'000'000, 'x'));
    forms.trim();
    EXPECT_EQ(forms.size(), 0U);
    learn(forms, "Astana");
    forms.trim();
    EXPECT_EQ(forms.size(), 1U);
}

TEST(Forms, HaveAKeyWhereThereAreAccentsAlone) {
    const Lexicon lexicon;
    Forms forms(lexicon, {});
    for (const std::string_view mark : {"\u0301", "\u093F", "\u0E34\u0E48"}) {
        EXPECT_FALSE(forms.of(mark, StringTable::code_of(mark)).key.empty()) << mark;
    }
    EXPECT_EQ(forms.of("e\u0301", StringTable::code_of("e\u0301")).key, "e");
}

/// The shipped tables and model.
class Shipped {
public:
    Tagger tagger() const {
        return {{lexicon_, names_},
                {countries_, cities_},
                Model(model_, "default.model"),
                {roles_, metonyms_, {{"leaders.tsv", leaders_}}}};
    }

private:
    static std::string slurped(const std::string& file) {
        return attache::testkit::slurp(attache::testkit::source_folder() / file);
    }
    static std::string table(const std::string& name) { return slurped("plugins/tag/entities/" + name); }

    std::string lexicon_ = table("lexicon.tsv");
    std::string names_ = table("names.tsv");
    std::string countries_ = table("countries.tsv");
    std::string cities_ = table("cities.tsv");
    std::string roles_ = table("office_roles.tsv");
    std::string metonyms_ = table("metonyms.tsv");
    std::string leaders_ = table("leaders.tsv");
    std::string model_ = slurped("models/entities/default.model");
};

/// Each mention with its label and confidence. The text is one sentence of words between spaces.
std::vector<std::string> labels(const Tagger& tagger, const std::string& text) {
    std::vector<Range> tokens;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        tokens.push_back({narrow(begin), narrow(end)});
        begin = end + 1;
    }
    std::vector<std::string> labels;
    for (const Linked& mention : tagger.tag(text, {{0, narrow(text.size())}}, tokens, "").mentions) {
        labels.push_back(text.substr(mention.begin, mention.end - mention.begin) + ' ' +
                         std::string(label(mention.type)) + ' ' + std::to_string(mention.confidence));
    }
    return labels;
}

TEST(Forms, LabelsAfterForgettingAreThoseOfAFreshTagger) {
    const Shipped shipped;
    const Tagger tagger = shipped.tagger();
    labels(tagger, "President Alia Dorn of Kazakhstan met Anna Berg in Almaty .");
    std::string filling;
    for (int i = 0; i < many; ++i) {
        filling += word(i) + ' ';
    }
    labels(tagger, filling);
    // The words of before after others, so that no number of a word is what it was.
    const std::string text =
        "The port of Tashkent was busy while Anna Berg of Kazakhstan met President Alia Dorn in Almaty .";
    const std::vector<std::string> found = labels(tagger, text);
    EXPECT_GE(found.size(), 4U);
    EXPECT_EQ(found, labels(shipped.tagger(), text));
}

}  // namespace
}  // namespace entities
