// Looks for signs of degree, which few texts have, and reads what is around them.
#include "coordinates.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>

#include "letters.h"

namespace entities {

namespace {

/// As they are written, the ordinal indicator among them.
constexpr std::array<std::string_view, 2> degree_signs = {"°", "º"};
constexpr std::array<std::string_view, 4> minute_signs = {"′", "'", "’", "‘"};
constexpr std::array<std::string_view, 7> second_signs = {"″", "\"", "”", "“", "''", "′′", "’’"};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_decimal_mark(char c) {
    return c == '.' || c == ',';
}

/// A latitude or a longitude.
struct Angle {
    double degrees = 0;  ///< north and east positive
    bool latitude = false;
};

/// Reads a text from front to back; what cannot be read leaves it where it was.
class AngleReader {
public:
    explicit AngleReader(std::string_view text, std::size_t at = 0) : text_(text), at_(at) {}

    std::size_t at() const { return at_; }

    /// "N 59°10′25″", "59.17° N"
    std::optional<Angle> angle() {
        const std::size_t begin = at_;
        const char before = hemisphere();
        skip_blank();
        double degrees = 0;
        if (number(degrees, 180) && sign(degree_signs)) {
            degrees += part(minute_signs, 60);
            degrees += part(second_signs, 3600);
            const char side = before != 0 ? before : hemisphere_behind();
            const bool latitude = side == 'N' || side == 'S';
            if (side != 0 && degrees <= (latitude ? 90 : 180)) {
                return Angle{side == 'S' || side == 'W' ? -degrees : degrees, latitude};
            }
        }
        at_ = begin;
        return std::nullopt;
    }

    /// The two angles of a place, in either order.
    std::optional<Coordinates> place() {
        const std::size_t begin = at_;
        const std::optional<Angle> one = angle();
        if (one) {
            skip_separator();
            const std::optional<Angle> other = angle();
            if (other && one->latitude != other->latitude) {
                return one->latitude ? Coordinates{one->degrees, other->degrees}
                                     : Coordinates{other->degrees, one->degrees};
            }
        }
        at_ = begin;
        return std::nullopt;
    }

private:
    void skip_blank() {
        constexpr std::string_view no_break_space = "\u00A0";
        if (text_.substr(at_).starts_with(no_break_space)) {
            at_ += no_break_space.size();
        } else if (at_ < text_.size() && text_[at_] == ' ') {
            ++at_;
        }
    }

    void skip_separator() {
        skip_blank();
        if (at_ < text_.size() && (text_[at_] == ',' || text_[at_] == ';')) {
            ++at_;
            skip_blank();
        }
    }

    /// The letter, which is a word of its own, or 0.
    char hemisphere() {
        constexpr std::string_view letters = "NSEW";
        std::uint32_t length = 0;
        const bool found = at_ < text_.size() && letters.find(text_[at_]) != letters.npos;
        const bool ends = at_ + 1 >= text_.size() || is_digit(text_[at_ + 1]) ||
                          !is_letter(code_point(text_, narrow(at_ + 1), length));
        return found && ends ? text_[at_++] : char{0};
    }

    char hemisphere_behind() {
        const std::size_t begin = at_;
        skip_blank();
        const char side = hemisphere();
        at_ = side == 0 ? begin : at_;
        return side;
    }

    /// Digits, which may have a fraction.
    bool number(double& value, double most) {
        std::string digits = run_of_digits();
        const bool fraction =
            !digits.empty() && at_ + 1 < text_.size() && is_decimal_mark(text_[at_]) && is_digit(text_[at_ + 1]);
        if (fraction) {
            ++at_;
            digits += '.' + run_of_digits();
        }
        const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        return read.ec == std::errc() && value <= most;
    }

    std::string run_of_digits() {
        const std::size_t begin = at_;
        while (at_ < text_.size() && is_digit(text_[at_])) {
            ++at_;
        }
        return std::string(text_.substr(begin, at_ - begin));
    }

    template <std::size_t Size>
    bool sign(const std::array<std::string_view, Size>& signs) {
        // The longest one: two signs of minutes are one of seconds.
        std::size_t length = 0;
        for (const std::string_view sign : signs) {
            length = text_.substr(at_).starts_with(sign) ? std::max(length, sign.size()) : length;
        }
        at_ += length;
        return length > 0;
    }

    /// "10′" as part of a degree; 0 if there is none.
    template <std::size_t Size>
    double part(const std::array<std::string_view, Size>& signs, double in_a_degree) {
        const std::size_t begin = at_;
        skip_blank();
        double value = 0;
        if (number(value, 60) && sign(signs)) {
            return value / in_a_degree;
        }
        at_ = begin;
        return 0;
    }

    std::string_view text_;
    std::size_t at_;
};

/// Where the number before a sign of degree begins.
std::size_t number_begin(std::string_view text, std::size_t sign, std::size_t from) {
    std::size_t begin = sign;
    while (begin > from && (is_digit(text[begin - 1]) || (begin < sign && is_decimal_mark(text[begin - 1])))) {
        --begin;
    }
    return begin;
}

/// Where the word right before `at`, a blank apart, begins if it is of one letter; else `at`.
std::size_t letter_before(std::string_view text, std::size_t at, std::size_t from) {
    const std::size_t end = at > from && text[at - 1] == ' ' ? at - 1 : at;
    const bool alone = end > from && (end == from + 1 || !is_ascii_letter(text[end - 2]));
    return alone && is_ascii_letter(text[end - 1]) ? end - 1 : at;
}

struct WrittenPlace {
    std::size_t begin = 0;
    std::size_t end = 0;
    Coordinates coordinates;
};

/// The place whose first sign of degree stands at `sign` and that begins at `from` or later.
std::optional<WrittenPlace> place_at(std::string_view text, std::size_t sign, std::size_t from) {
    const std::size_t number = number_begin(text, sign, from);
    for (const std::size_t begin : {letter_before(text, number, from), number}) {
        AngleReader reader(text, begin);
        if (const auto coordinates = reader.place()) {
            return WrittenPlace{begin, reader.at(), *coordinates};
        }
    }
    return std::nullopt;
}

std::vector<WrittenPlace> written_places(std::string_view text) {
    constexpr char lead = '\xC2';  // of both signs of degree
    std::vector<WrittenPlace> places;
    std::size_t from = 0;
    for (std::size_t sign = text.find(lead); sign != text.npos; sign = text.find(lead, std::max(sign + 1, from))) {
        if (const auto place = place_at(text, sign, from)) {
            places.push_back(*place);
            from = place->end;
        }
    }
    return places;
}

/// The words that the bytes are, if these begin and end with words of one sentence. The last one may be "W.".
std::optional<Range> words_of(const Words& words, const WrittenPlace& place) {
    const std::uint32_t first = words.ending_after(narrow(place.begin));
    const std::uint32_t last = words.ending_after(narrow(place.end - 1));
    const bool whole = last < words.size() && words[first].begin == place.begin &&
                       (words[last].end == place.end || words[last].initial) &&
                       words[first].sentence == words[last].sentence;
    return whole ? std::optional(Range{first, last + 1}) : std::nullopt;
}

/// To a hundred metres, some seconds of arc; never "-0", which is another text than "0".
double rounded(double degrees) {
    return std::round(degrees * 1000) / 1000 + 0.0;
}

std::string written(double degrees) {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), degrees, std::chars_format::fixed).ptr;
    return {digits.data(), end};
}

std::string geo_uri(const Coordinates& place) {
    return "geo:" + written(rounded(place.latitude)) + ',' + written(rounded(place.longitude));
}

/// "35.033° N, 43.646° E"
std::string name_of(const Coordinates& place) {
    return written(std::abs(rounded(place.latitude))) + (place.latitude < 0 ? "° S, " : "° N, ") +
           written(std::abs(rounded(place.longitude))) + (place.longitude < 0 ? "° W" : "° E");
}

}  // namespace

void add_coordinates(const Words& words, std::vector<Resolved>& mentions) {
    const std::vector<WrittenPlace> places = written_places(words.text());
    if (places.empty()) {
        return;
    }
    Things things(mentions);
    std::vector<Resolved> added;
    for (const WrittenPlace& place : places) {
        if (const auto range = words_of(words, place)) {
            Resolved& mention = added.emplace_back(mention_of(words, *range));
            mention.end = narrow(place.end);
            mention.type = Type::Place;
            mention.kind = coordinates_kind;
            mention.id = geo_uri(place.coordinates);
            mention.thing = things.number_of(mention.id);
            mention.name = name_of(place.coordinates);
            mention.evidence = coordinates_kind;
        }
    }
    put_among(mentions, std::move(added));
}

std::optional<Coordinates> read_coordinates(std::string_view text) {
    return AngleReader(text).place();
}

}  // namespace entities
