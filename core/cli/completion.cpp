#include "cli/completion.h"

#include <algorithm>

namespace attache::cli {

namespace {

std::string joined(const std::vector<std::string>& words, const std::string& separator) {
    std::string out;
    for (const std::string& word : words) {
        out += (out.empty() ? "" : separator) + word;
    }
    return out;
}

std::string offer(const std::vector<std::string>& words) {
    return "COMPREPLY=($(compgen -W '" + joined(words, " ") + "' -- \"$cur\"))";
}

/// What completes an argument that --help calls so; "" if nothing could.
std::string completer(const std::string& argument) {
    static const std::map<std::string, std::string> completers = {
        {"CASE", "_filedir case"},
        {"CONFIG", "_filedir toml"},
        {"CONFIG|PLUGIN", "_filedir '@(toml|so)'"},
        {"DIR", "_filedir -d"},
        {"FILE", "_filedir"},
        {"INPUT", "_filedir"},
        {"PLUGIN", "_attache_plugin_names \"$1\""},
        {"RUN_DIR", "_filedir -d"},
    };
    const auto found = completers.find(argument);
    return found == completers.end() ? "" : found->second;
}

/// The same for the option or argument `name` of the command, which may be one of a few words.
std::string completer(const Command& command, const std::string& name, const std::string& argument) {
    const auto words = command.choices.find(name);
    return words == command.choices.end() ? completer(argument) : offer(words->second);
}

std::string branch(const std::string& pattern, const std::vector<std::string>& statements) {
    return "        " + pattern + ")\n            " + joined(statements, "\n            ") + "\n            ;;\n";
}

std::vector<std::string> spellings(const Option& option) {
    std::vector<std::string> names = {"--" + option.long_name};
    if (!option.short_name.empty()) {
        names.push_back("-" + option.short_name);
    }
    return names;
}

/// Every spelling of the options that take a value, or of all.
std::vector<std::string> spellings(const Command& command, bool with_value_only) {
    std::vector<std::string> names;
    for (const Option& option : options_of(command)) {
        if (!with_value_only || !option.argument.empty()) {
            const std::vector<std::string> more = spellings(option);
            names.insert(names.end(), more.begin(), more.end());
        }
    }
    return names;
}

/// Completes the value of the option before the cursor; options whose value could be anything are left out.
std::string complete_values(const Command& command) {
    std::string branches;
    for (const Option& option : options_of(command)) {
        const std::string complete = completer(command, option.long_name, option.argument);
        if (!complete.empty()) {
            branches += branch(joined(spellings(option), " | "), {complete, "return"});
        }
    }
    branches += branch(joined(spellings(command, true), " | "), {"return"});
    return "    case $prev in\n" + branches + "    esac\n    $split && return\n";
}

std::string complete_options(const Command& command) {
    return "    if [[ $cur == -* ]]; then\n        " + offer(spellings(command, false)) + "\n        return\n    fi\n";
}

/// The command is the first argument that _count_args counts.
std::string complete_arguments(const Command& command) {
    std::string branches;
    for (std::size_t i = 0; i < command.required.size(); ++i) {
        const std::string complete = completer(command, command.required[i], command.required[i]);
        if (!complete.empty()) {
            branches += branch(std::to_string(i + 2), {complete});
        }
    }
    if (!command.repeated.empty()) {
        branches += branch("*", {completer(command, command.repeated, command.repeated)});
    }
    return branches.empty() ? ""
                            : "    local args\n    _count_args = '@(" + joined(spellings(command, true), "|") +
                                  ")'\n    case $args in\n" + branches + "    esac\n";
}

std::string function_name(const Command& command) {
    std::string name = "_attache_" + command.name;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

}  // namespace

std::string bash_completion(const std::vector<Command>& commands) {
    std::string script = R"bash(# bash completion for attache

_attache_plugin_names()
{
    COMPREPLY=($(compgen -W "$("$1" plugins --json 2>/dev/null |
        command sed -n 's/^ *"name": "\(.*\)",$/\1/p')" -- "$cur"))
    _filedir so
}
)bash";
    std::vector<std::string> names;
    std::string branches;
    for (const Command& command : commands) {
        names.push_back(command.name);
        branches += branch(command.name, {function_name(command) + " \"$1\""});
        script += "\n" + function_name(command) + "()\n{\n" + complete_values(command) + complete_options(command) +
                  complete_arguments(command) + "}\n";
    }
    script += R"bash(
_attache()
{
    local cur prev words cword split
    _init_completion -s || return
    if ((cword == 1)); then
        )bash";
    names.insert(names.end(), {"--help", "--version"});
    script += offer(names) + "\n        return\n    fi\n    case ${words[1]} in\n" + branches + R"bash(    esac
} && complete -F _attache attache
)bash";
    return script;
}

}  // namespace attache::cli
