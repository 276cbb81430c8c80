// Ties countries, nationalities, cities and organisations to what the gazetteer has of that name, and capitals to their
// country where they stand for its government.
#pragma once

#include "gazetteer.h"
#include "link_context.h"
#include "metonyms.h"

namespace entities {

void link_places(const Gazetteer& gazetteer, LinkContext& context);

void link_metonyms(const Gazetteer& gazetteer, const Metonyms& metonyms, LinkContext& context);

}  // namespace entities
