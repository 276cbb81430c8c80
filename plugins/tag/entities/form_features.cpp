#include "form_features.h"

namespace entities {

void add_own(FeatureWriter& writer, const Form& form, Hash state, bool first) {
    writer.add(1, state, form.shape);
    writer.add(2, form.code);
    writer.add(3, form.lower);
    writer.add(16, state);
    const SmallKey small(form.key);
    for (unsigned size = 1; size <= 4 && size < small.text().size(); ++size) {
        writer.add(19 + size, hashed(form.key.substr(0, size)));
        writer.add(23 + size, small.suffix(size), form.capital);
    }
    for (unsigned k = 0; k < Clusters::grains; ++k) {
        writer.add(30 + k, form.cluster.path[k], first);
        writer.add(46 + k, form.cluster.path[k], form.shape);
    }
    writer.add(50, form.classes, form.capital);
    writer.add(55, form.cluster.capitals, form.shape, first);
    add_classes(writer, 60, form.classes, form.capital);
}

void add_neighbour(FeatureWriter& writer, const NeighbourNumbers& numbers, const Form& form, Hash shape) {
    writer.add(numbers.code, form.code);
    writer.add(numbers.shape, form.shape, shape);
    writer.add(numbers.suffix, form.suffix, shape);
    for (unsigned k = 0; k < Clusters::grains; ++k) {
        writer.add(numbers.path + k, form.cluster.path[k]);
    }
    writer.add(numbers.classes, form.classes, shape);
    add_classes(writer, numbers.class_of, form.classes, shape);
}

void add_classes(FeatureWriter& writer, unsigned number, std::uint32_t classes, Hash with) {
    for (; classes != 0; classes &= classes - 1) {
        writer.add(number, static_cast<Hash>(__builtin_ctz(classes)), with);
    }
}

}  // namespace entities
