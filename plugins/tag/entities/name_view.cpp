#include "name_view.h"

#include <algorithm>
#include <numeric>

namespace entities {

namespace {

std::size_t index_of(Type type) {
    return static_cast<std::size_t>(type) - 1;
}

/// Takes up numbers in order.
class NumberWriter {
public:
    explicit NumberWriter(std::array<float, NameView::numbers_size>& numbers) : numbers_(numbers) {}

    void add(float number) {
        constexpr float largest = 100;
        numbers_[size_++] = std::clamp(number, -largest, largest);
    }
    void add(bool is) { add(is ? 1.0F : 0.0F); }
    void add(std::uint32_t number, std::uint32_t most) {
        add(static_cast<float>(std::min(number, most)) / static_cast<float>(most));
    }

private:
    std::array<float, NameView::numbers_size>& numbers_;
    std::size_t size_ = 0;
};

}  // namespace

NameViews::NameViews(const Words& words, std::span<const ScoredName> names, float unit)
    : words_(words),
      unit_(unit),
      names_(std::max(narrow(names.size()), 1U)),
      by_last_word_(names.empty() ? 0 : words.forms().size()) {
    for (const ScoredName& name : names) {
        ++mix_[index_of(name.type)];
        Namesakes& namesakes = by_last_word_[key_of(name)];
        ++namesakes.types[index_of(name.type)];
        const auto leads = leads_of(name);
        for (std::size_t k = 0; k < mention_types; ++k) {
            namesakes.leads[k] += leads[k];
        }
    }
}

NameView NameViews::of(const ScoredName& name) const {
    NameView view;
    add_numbers(name, view);
    add_clusters(name, view);
    return view;
}

/// Of each type over the best one; none is above 0.
std::array<float, mention_types> NameViews::leads_of(const ScoredName& name) const {
    const std::int64_t best = *std::max_element(name.scores.begin(), name.scores.end() - 1);
    std::array<float, mention_types> leads{};
    for (std::size_t k = 0; k < mention_types; ++k) {
        leads[k] = static_cast<float>(name.scores[k] - best) / unit_;
    }
    return leads;
}

void NameViews::add_numbers(const ScoredName& name, NameView& view) const {
    NumberWriter writer(view.numbers);
    for (const std::int64_t score : name.scores) {
        writer.add(static_cast<float>(score) / unit_);
    }
    const auto leads = leads_of(name);
    for (const float lead : leads) {
        writer.add(lead);
    }
    for (std::size_t k = 0; k < mention_types; ++k) {
        writer.add(k == index_of(name.type));
    }
    for (const std::uint32_t count : mix_) {
        writer.add(count, names_);
    }
    const Namesakes& namesakes = by_last_word_[key_of(name)];
    const std::uint32_t others = std::accumulate(namesakes.types.begin(), namesakes.types.end(), 0U) - 1;
    writer.add(others, 3);
    writer.add(name.last - name.first, 5);
    writer.add(words_[name.last - 1].all_capitals);
    writer.add(words_[name.first].all_capitals);
    writer.add(name.first == words_.sentences()[words_[name.first].sentence].words.begin);
    const float share = 1 / static_cast<float>(std::max(others, 1U));
    for (std::size_t k = 0; k < mention_types; ++k) {
        const std::uint32_t own = k == index_of(name.type) ? 1 : 0;
        writer.add(static_cast<float>(namesakes.types[k] - own) * share);
    }
    for (std::size_t k = 0; k < mention_types; ++k) {
        writer.add((namesakes.leads[k] - leads[k]) * share);
    }
}

void NameViews::add_clusters(const ScoredName& name, NameView& view) const {
    const Range sentence = words_.sentences()[words_[name.first].sentence].words;
    const auto path = [&](std::uint32_t word) { return words_.form(word).cluster.path; };
    for (std::uint32_t by = 1; by <= NameView::far && name.first >= sentence.begin + by; ++by) {
        view.add(path(name.first - by), by == 1 ? NameView::Before : by == 2 ? NameView::Before2 : NameView::FarBefore);
    }
    for (std::uint32_t by = 0; by < NameView::far && name.last + by < sentence.end; ++by) {
        view.add(path(name.last + by), by == 0 ? NameView::After : by == 1 ? NameView::After2 : NameView::FarAfter);
    }
    view.add(path(name.first), NameView::First);
    view.add(path(name.last - 1), NameView::Last);
    const std::uint32_t size = std::min(name.last - name.first, NameView::longest);
    view.inside_share = 1 / static_cast<float>(size);
    for (std::uint32_t by = 0; by < size; ++by) {
        view.add(path(name.first + by), NameView::Inside);
    }
}

}  // namespace entities
