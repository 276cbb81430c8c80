// Blocks are told apart by their words and links and those of their neighbours (Kohlschütter, Fankhauser and Nejdl
// 2010); then the subtree is sought that holds nearly all of the good ones, and its blocks are the text.
#include "main_text.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include "../article/cursor.h"

namespace ingest_html {
namespace {

// The thresholds of the paper's decision tree on words and link density.
constexpr double most_linked = 0.333333;
constexpr double most_linked_before = 0.555556;
constexpr std::size_t many_words = 16;
constexpr std::size_t few_words_before = 4;
constexpr std::size_t few_words_after = 15;
constexpr std::size_t words_after_links = 40;
constexpr std::size_t few_words_after_links = 17;

constexpr std::size_t words_of_a_sentence = 6;
constexpr std::size_t words_of_a_bare_sentence = 10;
constexpr std::size_t words_of_a_notice = 60;
constexpr std::size_t words_of_an_opener = 25;
// A subtree stands for its parent if it holds this much of its worth.
constexpr double nearly_all = 0.9;
constexpr double most_of_it = 0.6;

/// True if the two differ in white space at most: a heading may be set in several lines.
bool same_text(std::string_view block, std::string_view title) {
    return block.size() == title.size() && std::equal(block.begin(), block.end(), title.begin(),
                                                      [](char a, char b) { return a == b || (a == '\n' && b == ' '); });
}

bool ends_a_sentence(std::string_view text) {
    for (const std::string_view mark : {"\"", "”", "’", "»", ")", "'"}) {
        text = text.ends_with(mark) ? text.substr(0, text.size() - mark.size()) : text;
    }
    for (const std::string_view mark : {".", "!", "?", "…", "。", "！", "？", "।", "؟", "۔", ":"}) {
        if (text.ends_with(mark)) {
            return true;
        }
    }
    return false;
}

bool is_notice(const Block& block, const Rules& rules) {
    if (block.words > words_of_a_notice) {
        return false;
    }
    const std::string text = ingest::lower(block.text);
    const auto opens = [&](const std::string& opener) { return text.starts_with(opener); };
    const auto inside = [&](const std::string& phrase) { return text.find(phrase) != text.npos; };
    return std::any_of(rules.anywhere.begin(), rules.anywhere.end(), inside) ||
           (block.words <= words_of_an_opener && std::any_of(rules.openers.begin(), rules.openers.end(), opens));
}

bool by_neighbours(const Block& before, const Block& block, const Block& after) {
    if (block.link_density() > most_linked) {
        return false;
    }
    if (before.link_density() > most_linked_before) {
        return block.words > words_after_links || after.words > few_words_after_links;
    }
    return block.words > many_words || after.words > few_words_after || before.words > few_words_before;
}

/// Decides on every block of a page, and finds the container of the article.
class Judge {
public:
    Judge(const Blocks& page, const Rules& rules) : page_(page), rules_(rules), good_(page.blocks.size(), false) {
        const Block none;
        const Block* before = &none;
        for (std::size_t i = 0; i < good_.size(); ++i) {
            const Block& block = page.blocks[i];
            if (container_of(block).dropped) {
                continue;
            }
            const Block& after = i + 1 < good_.size() ? page.blocks[i + 1] : none;
            good_[i] =
                !is_notice(block, rules) &&
                (is_sentence(block) || (block.words >= words_of_a_sentence && by_neighbours(*before, block, after)));
            before = &block;
        }
    }

    bool good(std::size_t block) const { return good_[block]; }

    /// The worth of every container: words of good blocks inside, less the words of its links.
    std::vector<double> worth() const {
        std::vector<double> worth(page_.containers.size(), 0);
        for (std::size_t i = 0; i < good_.size(); ++i) {
            const Block& block = page_.blocks[i];
            if (!container_of(block).dropped) {
                const auto words = static_cast<double>(block.words);
                worth[block.container] += good_[i] ? words : -words * block.link_density();
            }
        }
        for (std::size_t i = worth.size(); i-- > 1;) {
            worth[page_.containers[i].parent] += worth[i];
        }
        return worth;
    }

    /// The container that holds the article.
    std::size_t article() const {
        const std::vector<double> worth = this->worth();
        std::vector<std::size_t> best_child(worth.size(), 0);
        for (std::size_t i = 1; i < worth.size(); ++i) {
            std::size_t& best = best_child[page_.containers[i].parent];
            best = best == 0 || worth[i] > worth[best] ? i : best;
        }
        std::size_t current = 0;
        while (best_child[current] != 0 && !is_article(current)) {
            const std::size_t child = best_child[current];
            if (worth[child] < worth[current] * (is_article(child) ? most_of_it : nearly_all)) {
                break;
            }
            current = child;
        }
        // A paragraph is no article; its parent is.
        return name_of(page_.containers[current].element) == "p" ? page_.containers[current].parent : current;
    }

    bool is_within(std::size_t container, std::size_t ancestor) const {
        while (container > ancestor) {
            container = page_.containers[container].parent;
        }
        return container == ancestor;
    }

    bool is_heading(const Block& block) const {
        const std::string_view name = name_of(container_of(block).element);
        return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
    }

    const Container& container_of(const Block& block) const { return page_.containers[block.container]; }

private:
    /// A whole sentence is worth reading, however short its neighbours; it may be shorter in an element for text.
    bool is_sentence(const Block& block) const {
        const std::string_view name = name_of(container_of(block).element);
        const bool for_text = name == "p" || name == "blockquote";
        return block.words >= (for_text ? words_of_a_sentence : words_of_a_bare_sentence) &&
               block.link_density() <= most_linked && ends_a_sentence(block.text) && !is_heading(block);
    }

    bool is_article(std::size_t container) const {
        const xmlNode* element = page_.containers[container].element;
        return name_of(element) == "article" || attribute(element, "itemprop") == "articleBody";
    }

    const Blocks& page_;
    const Rules& rules_;
    std::vector<bool> good_;
};

/// Which blocks make up the text, given the article's container.
class Selection {
public:
    Selection(const Blocks& page, const Rules& rules, const Judge& judge)
        : page_(page), rules_(rules), judge_(judge), article_(judge.article()) {
        first_ = page.blocks.size();
        for (std::size_t i = 0; i < page.blocks.size(); ++i) {
            if (judge.good(i) && judge.is_within(page.blocks[i].container, article_)) {
                first_ = std::min(first_, i);
                last_ = i;
            }
        }
        reach_on();
    }

    bool empty() const { return first_ == page_.blocks.size(); }

    /// Takes blocks back in that stand between the title and the article's container: a standfirst has a place of its
    /// own on many pages.
    void reach_back_to(const std::string& title) {
        for (std::size_t i = first_; i-- > 0;) {
            if (same_text(page_.blocks[i].text, title)) {
                first_ = i;
                reached_ = true;
                return;
            }
        }
    }

    std::vector<std::size_t> blocks(const std::string& title) const {
        std::vector<std::size_t> chosen;
        for (std::size_t i = first_; i <= last_; ++i) {
            const Block& block = page_.blocks[i];
            const bool inside = judge_.is_within(block.container, article_);
            const bool wanted = inside ? belongs(i) : reached_ && judge_.good(i);
            if (wanted && !judge_.container_of(block).dropped && !same_text(block.text, title)) {
                chosen.push_back(i);
            }
        }
        return chosen;
    }

private:
    /// Short sentences and list items may follow the last block that is good by itself.
    void reach_on() {
        for (std::size_t i = last_ + 1; i < page_.blocks.size(); ++i) {
            const Block& block = page_.blocks[i];
            const bool inside = judge_.is_within(block.container, article_) && !judge_.container_of(block).dropped;
            const bool item = name_of(judge_.container_of(block).element) == "li";
            if (inside && block.linked == 0 && belongs(i) && (item || ends_a_sentence(block.text))) {
                last_ = i;
            }
        }
    }

    /// Inside the article also what is short stands for itself, if it is in an element for text.
    bool belongs(std::size_t i) const {
        const Block& block = page_.blocks[i];
        const std::string_view name = name_of(judge_.container_of(block).element);
        const bool text = name == "p" || name == "li" || name == "blockquote" || name == "dd" || name == "pre";
        const bool short_text = (text || judge_.is_heading(block)) && block.link_density() <= most_linked;
        return judge_.good(i) || (short_text && !is_notice(block, rules_));
    }

    const Blocks& page_;
    const Rules& rules_;
    const Judge& judge_;
    std::size_t article_;
    std::size_t first_ = 0;
    std::size_t last_ = 0;
    bool reached_ = false;
};

}  // namespace

std::string main_text(const Blocks& page, const Rules& rules, const std::string& title) {
    const Judge judge(page, rules);
    Selection selection(page, rules, judge);
    if (selection.empty()) {
        return "";
    }
    selection.reach_back_to(title);
    std::vector<std::size_t> chosen = selection.blocks(title);
    while (!chosen.empty() && judge.is_heading(page.blocks[chosen.back()])) {
        chosen.pop_back();
    }
    std::string text;
    for (const std::size_t i : chosen) {
        text += (text.empty() ? "" : "\n\n") + page.blocks[i].text;
    }
    return text;
}

}  // namespace ingest_html
