// What the C header promises, as text: every member of every struct with its offset, size and type, and every constant.
// One file for each version that was ever given out; the header must say what the file of its version says, and keep
// what those before it said.
#include <attache/plugin.h>
#include <cxxabi.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <typeinfo>

#include "testkit/testkit.h"

namespace attache::testkit {

namespace {

namespace fs = std::filesystem;

template <class Type>
std::string type_name() {
    const std::unique_ptr<char, void (*)(void*)> name(
        abi::__cxa_demangle(typeid(Type).name(), nullptr, nullptr, nullptr), std::free);
    return name.get();
}

class Description {
public:
    template <class Struct>
    void begin(const char* name) {
        text_ << "\nstruct " << name << ": " << sizeof(Struct) << " bytes, aligned to " << alignof(Struct) << "\n";
    }
    template <class Member>
    void member(const char* name, std::size_t offset) {
        // A pointer's own size is meant. NOLINTNEXTLINE(bugprone-sizeof-expression)
        text_ << "  " << offset << " " << name << ": " << type_name<Member>() << ", " << sizeof(Member) << "\n";
    }
    void constant(const char* name, long long value) { text_ << name << " = " << value << "\n"; }
    std::string text() const { return text_.str(); }

private:
    std::ostringstream text_;
};

#define MEMBER(Struct, name) description.member<decltype(Struct::name)>(#name, offsetof(Struct, name))
#define CONSTANT(name) description.constant(#name, static_cast<long long>(name))

std::string describe_abi() {
    Description description;
    CONSTANT(ATTACHE_OK), CONSTANT(ATTACHE_SKIP), CONSTANT(ATTACHE_END), CONSTANT(ATTACHE_ERROR);
    CONSTANT(ATTACHE_FATAL);
    CONSTANT(ATTACHE_LOG_DEBUG), CONSTANT(ATTACHE_LOG_INFO), CONSTANT(ATTACHE_LOG_WARNING);
    CONSTANT(ATTACHE_LOG_ERROR);
    CONSTANT(ATTACHE_INT), CONSTANT(ATTACHE_DAY), CONSTANT(ATTACHE_REAL), CONSTANT(ATTACHE_TEXT);
    CONSTANT(ATTACHE_REF);
    CONSTANT(ATTACHE_SETTING_BOOL), CONSTANT(ATTACHE_SETTING_INT), CONSTANT(ATTACHE_SETTING_REAL);
    CONSTANT(ATTACHE_SETTING_TEXT), CONSTANT(ATTACHE_SETTING_TEXTS);
    CONSTANT(ATTACHE_NO_INT), CONSTANT(ATTACHE_NO_DAY), CONSTANT(ATTACHE_NO_ROW), CONSTANT(ATTACHE_NOTE_TYPE);

    description.begin<attache_head>("attache_head");
    MEMBER(attache_head, struct_size), MEMBER(attache_head, abi_major), MEMBER(attache_head, abi_minor);

    description.begin<attache_str>("attache_str");
    MEMBER(attache_str, data), MEMBER(attache_str, size);

    description.begin<attache_column>("attache_column");
    MEMBER(attache_column, name), MEMBER(attache_column, type), MEMBER(attache_column, reserved);
    MEMBER(attache_column, values);

    description.begin<attache_layer>("attache_layer");
    MEMBER(attache_layer, head), MEMBER(attache_layer, name), MEMBER(attache_layer, producer);
    MEMBER(attache_layer, rows), MEMBER(attache_layer, column_count), MEMBER(attache_layer, start);
    MEMBER(attache_layer, end), MEMBER(attache_layer, columns);

    description.begin<attache_setting>("attache_setting");
    MEMBER(attache_setting, type), MEMBER(attache_setting, list_size), MEMBER(attache_setting, integer);
    MEMBER(attache_setting, real), MEMBER(attache_setting, text), MEMBER(attache_setting, list);

    description.begin<attache_record>("attache_record");
    MEMBER(attache_record, skip), MEMBER(attache_record, size), MEMBER(attache_record, found);
    MEMBER(attache_record, reserved);

    description.begin<attache_identity>("attache_identity");
    MEMBER(attache_identity, head), MEMBER(attache_identity, name), MEMBER(attache_identity, version);
    MEMBER(attache_identity, kind), MEMBER(attache_identity, folder), MEMBER(attache_identity, script);
    MEMBER(attache_identity, write_count), MEMBER(attache_identity, reserved), MEMBER(attache_identity, writes);

    description.begin<attache_host>("attache_host");
    MEMBER(attache_host, head), MEMBER(attache_host, get_extension), MEMBER(attache_host, fail);
    MEMBER(attache_host, log), MEMBER(attache_host, log_enabled), MEMBER(attache_host, setting);
    MEMBER(attache_host, resource), MEMBER(attache_host, text), MEMBER(attache_host, field);
    MEMBER(attache_host, layer), MEMBER(attache_host, append), MEMBER(attache_host, set_text);
    MEMBER(attache_host, set_field), MEMBER(attache_host, write), MEMBER(attache_host, read_file);
    MEMBER(attache_host, spool_put), MEMBER(attache_host, spool_next), MEMBER(attache_host, figure);
    MEMBER(attache_host, remark), MEMBER(attache_host, identity), MEMBER(attache_host, schema);

    description.begin<attache_plugin>("attache_plugin");
    MEMBER(attache_plugin, head), MEMBER(attache_plugin, create), MEMBER(attache_plugin, destroy);
    MEMBER(attache_plugin, annotate), MEMBER(attache_plugin, read), MEMBER(attache_plugin, split);
    MEMBER(attache_plugin, consume), MEMBER(attache_plugin, finish), MEMBER(attache_plugin, get_extension);
    MEMBER(attache_plugin, reset);
    return description.text();
}

fs::path file_of(int minor) {
    return source_folder() / "tests/contract/abi" /
           (std::to_string(ATTACHE_ABI_MAJOR) + "." + std::to_string(minor) + ".txt");
}

/// The lines without those that say how large a whole struct is, which may grow.
std::vector<std::string> promises(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line, of; std::getline(in, line);) {
        if (line.starts_with("struct ")) {
            of = line.substr(0, line.find(':'));
        } else if (!line.empty()) {
            lines.push_back(of + line);
        }
    }
    return lines;
}

}  // namespace

TEST(Abi, IsThatOfItsVersion) {
    const fs::path file = file_of(ATTACHE_ABI_MINOR);
    if (std::getenv("ATTACHE_UPDATE_GOLDEN") != nullptr && !fs::exists(file)) {
        std::ofstream(file) << describe_abi();
    }
    ASSERT_TRUE(fs::exists(file)) << "a new version: write its description with ATTACHE_UPDATE_GOLDEN=1, and read it";
    EXPECT_EQ(describe_abi(), slurp(file)) << "the ABI has changed, its version has not";
}

TEST(Abi, KeepsWhatEarlierMinorVersionsPromised) {
    const std::vector<std::string> now = promises(describe_abi());
    for (int minor = 0; minor < ATTACHE_ABI_MINOR; ++minor) {
        for (const std::string& promise : promises(slurp(file_of(minor)))) {
            EXPECT_NE(std::find(now.begin(), now.end(), promise), now.end())
                << "lost since minor " << minor << ": " << promise;
        }
    }
}

}  // namespace attache::testkit
