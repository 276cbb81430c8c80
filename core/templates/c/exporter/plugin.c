/* Lists each document with its number of sentences. */
#include <attache/plugin.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct plugin {
    const attache_host* host;
    int64_t sentences;
} plugin;

static attache_str str(const char* text) {
    attache_str s = {text, strlen(text)};
    return s;
}

static attache_status create(const attache_host* host, const attache_settings* settings, void** self) {
    (void)settings;
    plugin* me = calloc(1, sizeof *me);
    if (me == NULL) {
        return host->fail(str("out of memory"));
    }
    me->host = host;
    *self = me;
    return ATTACHE_OK;
}

static void destroy(void* self) {
    free(self);
}

/* Called for each document, in input order. A host function that fails leaves its message with the host. */
static attache_status consume(void* self, const attache_document* document, attache_output* output) {
    plugin* me = self;
    attache_layer layer = {.head = ATTACHE_HEAD(attache_layer)};
    attache_status status = me->host->layer(document, str("sentence"), &layer);
    if (status != ATTACHE_OK) {
        return status;
    }
    char rest[16];
    snprintf(rest, sizeof rest, "\t%" PRIu32 "\n", layer.rows);
    status = me->host->write(output, str("@NAME@.tsv"), me->host->field(document, str("id")));
    if (status == ATTACHE_OK) {
        status = me->host->write(output, str("@NAME@.tsv"), str(rest));
    }
    me->sentences += layer.rows;
    return status;
}

/* Called once, at the end. A file that nothing was written to is made here. */
static attache_status finish(void* self, attache_output* output) {
    plugin* me = self;
    const attache_status status = me->host->write(output, str("@NAME@.tsv"), str(""));
    return status != ATTACHE_OK ? status : me->host->figure(output, str("@NAME@: sentences"), me->sentences);
}

ATTACHE_EXPORT const attache_plugin attache_plugin_v0 = {
    .head = ATTACHE_HEAD(attache_plugin), .create = create, .destroy = destroy, .consume = consume, .finish = finish};
