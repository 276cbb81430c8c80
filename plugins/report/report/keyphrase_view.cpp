// Keyphrases as the page shows them.
#include "keyphrase_view.h"

#include "overview.h"

namespace report {

std::string keyphrases_html(const std::vector<std::string_view>& phrases, const Parts& parts) {
    std::string items;
    for (const std::string_view phrase : phrases) {
        items += parts.fill("keyphrase", {{"text", phrase}});
    }
    return items.empty() ? items : parts.fill("keyphrases", {{"items", items}});
}

std::string keyphrases_html(const std::vector<summarize::CollectionPhrase>& phrases, const Parts& parts) {
    std::string items;
    for (const summarize::CollectionPhrase& phrase : phrases) {
        items += parts.fill("counted-keyphrase", {{"text", phrase.text}, {"count", grouped(phrase.documents)}});
    }
    return items.empty() ? items : parts.fill("keyphrases", {{"items", items}});
}

}  // namespace report
