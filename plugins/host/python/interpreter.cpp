#include "interpreter.h"

#include <dlfcn.h>
#include <pybind11/eval.h>

#include <mutex>
#include <string>

namespace attache::python {

namespace py = pybind11;

namespace {

thread_local const Settings* lent = nullptr;

/// What scripts print and log goes to the run's log: stdout is for data.
constexpr const char* redirect = R"python(
import io, logging, sys
import attache

class ToLog(logging.Handler):
    def emit(self, record):
        attache._log(record.levelno, self.format(record))

class Lines(io.TextIOBase):
    def __init__(self, level):
        self.level, self.rest = level, ""

    def writable(self):
        return True

    def write(self, text):
        *lines, self.rest = (self.rest + text).split("\n")
        for line in lines:
            attache._log(self.level, line)
        return len(text)

sys.stdout, sys.stderr = Lines(logging.INFO), Lines(logging.WARNING)
logging.basicConfig(format="%(message)s", handlers=[ToLog()], level=attache._log_level())
logging.captureWarnings(True)
)python";

void check(PyStatus status) {
    if (PyStatus_Exception(status) != 0) {
        throw Error(std::string("Python cannot start: ") +
                    (status.err_msg != nullptr ? status.err_msg : "no reason given"));
    }
}

void configure() {
    PyPreConfig before;
    PyPreConfig_InitIsolatedConfig(&before);
    before.utf8_mode = 1;
#if defined(__SANITIZE_ADDRESS__)
    before.allocator = PYMEM_ALLOCATOR_MALLOC;  // so that the sanitizer sees each object
#endif
    check(Py_PreInitialize(&before));

    PyConfig config;
    PyConfig_InitIsolatedConfig(&config);
    config.write_bytecode = 0;
    config.use_hash_seed = 1;
    config.hash_seed = 0;
    PyStatus status = PyConfig_SetString(&config, &config.program_name, L"/usr/bin/python3");
    if (PyStatus_Exception(status) == 0) {
        status = Py_InitializeFromConfig(&config);
    }
    PyConfig_Clear(&config);
    check(status);
}

void start() {
    // The host loads plugins so that their symbols meet no others; Python's own modules, however, look for the
    // interpreter's symbols among those that all see.
    if (::dlopen(ATTACHE_LIBPYTHON, RTLD_NOW | RTLD_GLOBAL | RTLD_NOLOAD) == nullptr) {
        throw Error(std::string("Python cannot start: ") + ::dlerror());
    }
    configure();
    try {
        py::exec(redirect);
    } catch (const std::exception& error) {
        throw Error(std::string("Python cannot start: ") + error.what());
    }
    PyEval_SaveThread();
}

}  // namespace

void start_interpreter() {
    static std::once_flag once;
    std::call_once(once, start);
}

Loading::Loading(const Settings& settings) {
    lent = &settings;
}

Loading::~Loading() {
    lent = nullptr;
}

const Settings& Loading::current() {
    if (lent == nullptr) {
        throw Error(
            "settings and resources are there while the script is loaded: read them at its top level, and keep "
            "what functions need in variables");
    }
    return *lent;
}

}  // namespace attache::python
