#include "conformance/corpus.h"

#include <random>

namespace attache::core::conformance {

namespace {

const char* const ministers =
    "ASTANA, March 4 (Steppe News) — The foreign ministers of Kazakhstan and Uzbekistan met on Monday to discuss a "
    "shared railway. \"We agreed on most points,\" Minister Aigul Seitova said after the talks.\n\n"
    "The line, first proposed in 2011, would cross the border near Saryagash and carry 4.5 million tonnes a year. "
    "Work is to begin in the spring of 2025. A joint commission will report by 15 June 2024, three months before the "
    "summit in Tashkent.\n\n"
    "Critics of the project, among them the Steppe Institute, doubt that it will ever pay for itself.\n";

const char* const mediation =
    "GENEVA — Talks between the two delegations broke off on Friday, 12 January 2024, after only two hours, said Dr. "
    "Pierre Lambert, the envoy of the United Nations. He had hoped for a ceasefire \"before the end of the week\".\n\n"
    "- The prisoners: no agreement\n- The crossing: open from 8 a.m. to 6 p.m.\n- The next round: in Oslo, next "
    "month\n\n"
    "The Norwegian government offered to host it. The last such meeting, in November 2022, had ended with a joint "
    "statement; this one ended with none.\n";

const char* const sanctions =
    "The European Union extended its sanctions against eleven companies until 31 December 2025. The decision, taken "
    "in Brussels yesterday, was unanimous. It concerns firms that trade in dual-use goods, the Council said.\n\n"
    "Last year the U.S. Treasury had listed nine of them. “It closes a gap,” said Mr. O’Neill of the Atlantic Forum. "
    "From 2019 to 2023 the trade had grown by 40 per cent, to €1.2bn.\n";

std::string utf8(char32_t point) {
    std::string out;
    if (point < 0x80) {
        out += static_cast<char>(point);
    } else if (point < 0x800) {
        out += static_cast<char>(0xC0 | (point >> 6));
        out += static_cast<char>(0x80 | (point & 0x3F));
    } else if (point < 0x10000) {
        out += static_cast<char>(0xE0 | (point >> 12));
        out += static_cast<char>(0x80 | ((point >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (point & 0x3F));
    } else {
        out += static_cast<char>(0xF0 | (point >> 18));
        out += static_cast<char>(0x80 | ((point >> 12) & 0x3F));
        out += static_cast<char>(0x80 | ((point >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (point & 0x3F));
    }
    return out;
}

std::string repeated(const std::string& piece, std::size_t bytes) {
    std::string text;
    while (text.size() < bytes) {
        text += piece;
    }
    return text;
}

/// A few letters of every block of 128 code points, with a space after each block.
std::string all_scripts() {
    std::string text;
    for (char32_t block = 0x80; block < 0x20000; block += 0x80) {
        if (block >= 0xD800 && block < 0xE000) {
            continue;
        }
        for (const char32_t offset : {0x00U, 0x11U, 0x35U, 0x7DU}) {
            text += utf8(block + offset);
        }
        text += block % 0x400 == 0 ? ". " : " ";
    }
    return text;
}

}  // namespace

std::vector<Sample> ordinary_texts() {
    return {
        {"article on ministers", ministers}, {"article on mediation", mediation}, {"article on sanctions", sanctions}};
}

std::vector<Sample> odd_texts() {
    using namespace std::string_literals;
    return {
        {"all scripts", all_scripts()},
        {"combining marks", repeated("e\xCC\x81\xCC\xA7", 300) + " " + repeated("\xCC\x81", 300)},
        {"emoji", "🕊🏽🕊 👩‍👩‍👧‍👦 met 🇰🇿🇺🇿. 🙂"},
        {"right to left",
         "التقى وزيرا الخارجية في أستانا يوم 4 مارس 2024. "
         "‏\"اتفقنا\"؟ שלום עולם. "
         "\xE2\x80\xAE"},
        {"Chinese without spaces", repeated("外交部长周一在北京会晤。双方同意修建铁路", 900)},
        {"white space only", " \t\r\n\n\xC2\xA0\xE2\x80\xA8\xE3\x80\x80 \n"},
        {"line feeds only", std::string(500, '\n')},
        {"one letter", "a"},
        {"no sentence end", "the ministers met and talked and met again"},
        {"full stops only", std::string(500, '.')},
        {"NUL characters", "The ministers\0 met\0\0 on Monday.\0"s},
        {"control characters", "\x01\x02 The\x07 ministers\x1B[31m met.\x7F\r\rOn\vMonday.\f"},
        {"byte order mark and last code points",
         "\xEF\xBB\xBF"
         "Ministers \xEF\xBF\xBF \xF4\x8F\xBF\xBF met."},
        {"markup and quotes", "<script>\"&amp;'</script> {{}} %s %n ${x} \\u0000 -- '; DROP TABLE documents;"},
        {"numbers", "99999999999999999999 -0 1e309 31/02/2024 2024-13-45 00:00:61 0000-00-00 December 32, 99999"},
    };
}

std::vector<Sample> huge_texts() {
    constexpr std::size_t size = 1'000'000;
    return {
        {"one sentence of 1 MB", repeated("the minister of Kazakhstan and ", size)},
        {"1 MB of short lines", repeated("Met on 4 March.\n", size)},
        {"one word of 1 MB", std::string(size, 'x')},
    };
}

std::vector<Sample> random_texts(std::uint64_t seed) {
    std::mt19937_64 random(seed);
    std::vector<Sample> samples;
    for (int i = 0; i < 40; ++i) {
        std::string text;
        for (std::uint64_t n = random() % 60; n > 0; --n) {
            const std::uint64_t choice = random() % 4;
            if (choice == 0) {
                const auto point = static_cast<char32_t>(random() % 0x110000);
                text += utf8(point >= 0xD800 && point < 0xE000 ? U'?' : point);
            } else if (choice == 1) {
                text += static_cast<char>(random() % 0x80);
            } else {
                // The first article is ASCII but for its dash, which lies before byte 40.
                const std::string_view article = std::string_view(ministers).substr(40);
                text += article.substr(random() % article.size(), random() % 40);
            }
        }
        samples.push_back({"random text " + std::to_string(i), text});
    }
    return samples;
}

std::vector<Sample> damaged_inputs(const std::vector<Sample>& ordinary, std::uint64_t seed) {
    std::mt19937_64 random(seed);
    std::vector<Sample> samples;
    for (const Sample& sample : ordinary) {
        for (int i = 0; i < 12 && !sample.text.empty(); ++i) {
            const std::string number = " " + std::to_string(i);
            const std::string head = sample.text.substr(0, random() % sample.text.size());
            samples.push_back({sample.name + ", cut short" + number, head});
            std::string changed = sample.text;
            for (std::uint64_t n = 1 + random() % 20; n > 0; --n) {
                changed[random() % changed.size()] = static_cast<char>(random());
            }
            samples.push_back({sample.name + ", bytes changed" + number, changed});
        }
    }
    for (int i = 0; i < 20; ++i) {
        std::string bytes(random() % 2000, '\0');
        for (char& byte : bytes) {
            byte = static_cast<char>(random());
        }
        samples.push_back({"random bytes " + std::to_string(i), bytes});
    }
    return samples;
}

std::string long_text(std::size_t bytes) {
    return repeated(std::string(ministers) + "\n" + mediation + "\n" + sanctions + "\n", bytes);
}

}  // namespace attache::core::conformance
