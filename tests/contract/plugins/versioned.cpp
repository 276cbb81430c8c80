#include "versioned.h"
int library_version() {
    return VERSION;
}
