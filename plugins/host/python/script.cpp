#include "script.h"

#include <algorithm>
#include <atomic>
#include <vector>

namespace attache::python {

namespace py = pybind11;

namespace {

/// Modules of instances stand side by side in sys.modules, where dataclasses, pickle and relative imports look for
/// them.
std::string module_name(std::string_view plugin) {
    static std::atomic<std::uint64_t> instances = 0;
    std::string name(plugin);
    std::replace(name.begin(), name.end(), '-', '_');
    return name + "_" + std::to_string(++instances);
}

bool is(const py::error_already_set& raised, const char* exception) {
    return raised.matches(py::module_::import("attache").attr(exception));
}

}  // namespace

Script::Script(const Settings& settings) {
    const attache_identity identity = settings.identity();
    const std::filesystem::path folder(detail::borrow(identity.folder));
    path_ = folder / detail::borrow(identity.script);
    const std::string name = module_name(detail::borrow(identity.name));
    try {
        module_ = py::module_::import("types").attr("ModuleType")(name);
        module_.attr("__file__") = path_.string();
        py::list search_path;
        search_path.append(folder.string());
        module_.attr("__path__") = search_path;  // so that `from . import other` finds what lies beside the script
        module_.attr("__package__") = name;
        py::module_::import("sys").attr("modules")[py::str(name)] = module_;
        run(settings.resource(detail::borrow(identity.script)));
        check_functions(detail::borrow(identity.kind));
    } catch (...) {
        forget();
        throw;
    }
}

Script::~Script() {
    forget();
}

void Script::run(std::string_view source) {
    const py::object builtins = py::module_::import("builtins");
    try {
        const py::object code =
            builtins.attr("compile")(py::bytes(source.data(), source.size()), path_.string(), "exec");
        builtins.attr("exec")(code, module_.attr("__dict__"));
    } catch (py::error_already_set& raised) {
        rethrow(raised);
    }
}

void Script::check_functions(std::string_view kind) const {
    const std::vector<const char*> needed = kind == "annotator" ? std::vector{"annotate"}
                                            : kind == "reader"  ? std::vector{"read"}
                                                                : std::vector{"consume", "finish"};
    for (const char* const function : needed) {
        if (!py::hasattr(module_, function)) {
            throw Error(path_.string() + " defines no function \"" + function + "\"; every " + std::string(kind) +
                        " has one");
        }
    }
}

/// Takes the module and those imported from beside it out of sys.modules, and breaks the cycles of functions and their
/// module, so that nothing of the instance stays.
void Script::forget() noexcept {
    try {
        if (!module_) {
            return;
        }
        const auto name = module_.attr("__name__").cast<std::string>();
        const py::object modules = py::module_::import("sys").attr("modules");
        for (const py::handle key : py::list(modules)) {
            const auto loaded = key.cast<std::string>();
            if (loaded == name || loaded.starts_with(name + ".")) {
                modules.attr("pop")(key);
            }
        }
        module_.attr("__dict__").attr("clear")();
        module_ = py::object();
        py::module_::import("gc").attr("collect")();
    } catch (const std::exception&) {
        // An instance that cannot be taken apart only costs memory.
    }
}

/// "ValueError: what it says (plugin.py, line 12)"; of the exceptions of `attache` just what they say.
std::string Script::describe(const py::error_already_set& raised) const {
    log(ATTACHE_LOG_DEBUG, raised.what());
    const auto message = py::str(raised.value()).cast<std::string>();
    if (is(raised, "Error") || is(raised, "Skip") || is(raised, "Fatal")) {
        return message;
    }
    const auto type = py::str(raised.type().attr("__name__")).cast<std::string>();
    return type + (message.empty() ? "" : ": " + message) + hint_for(raised) + place_of(raised);
}

/// The innermost line of the plugin's own files.
std::string Script::place_of(const py::error_already_set& raised) const {
    std::string place;
    py::object frame = raised.trace();
    for (; frame && !frame.is_none(); frame = frame.attr("tb_next")) {
        const std::filesystem::path file =
            frame.attr("tb_frame").attr("f_code").attr("co_filename").cast<std::string>();
        if (file.parent_path() == path_.parent_path()) {
            place = " (" + file.filename().string() + ", line " + py::str(frame.attr("tb_lineno")).cast<std::string>() +
                    ")";
        }
    }
    return place;
}

std::string Script::hint_for(const py::error_already_set& raised) const {
    if (!raised.matches(PyExc_ModuleNotFoundError)) {
        return "";
    }
    const auto name = py::str(raised.value().attr("name")).cast<std::string>();
    return std::filesystem::exists(path_.parent_path() / (name + ".py"))
               ? "; a module beside the script is imported with: from . import " + name
               : "";
}

void Script::rethrow(py::error_already_set& raised) const {
    if (is(raised, "HostFailure")) {
        throw detail::HostFailure(raised.value().attr("status").cast<attache_status>());
    }
    const std::string what = describe(raised);
    if (is(raised, "Skip")) {
        throw Skip(what);
    }
    if (is(raised, "Fatal")) {
        throw Fatal(what);
    }
    throw Error(what);
}

}  // namespace attache::python
