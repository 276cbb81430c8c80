/* A manifest and a table of an ABI that does not exist yet. */
#include <attache/plugin.h>

#undef ATTACHE_ABI_MAJOR
#define ATTACHE_ABI_MAJOR 7
ATTACHE_MANIFEST(MANIFEST)

ATTACHE_EXPORT const attache_plugin attache_plugin_v0 = {
    ATTACHE_HEAD(attache_plugin), NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL};
