/* Built against the header of ABI 0.0, and fails a document now and then to be made anew without a reset. */
#include <attache/plugin.h>
#include <string.h>

static const attache_host* host;

static attache_status create(const attache_host* given, const attache_settings* settings, void** self) {
    (void)settings;
    if (host != given) {
        host = given;
    }
    *self = &host;
    return ATTACHE_OK;
}
static void destroy(void* self) {
    (void)self;
}

static attache_status annotate(void* self, attache_document* document) {
    uint32_t start = 0, end = 1;
    attache_layer batch;
    (void)self;
    if (host->text(document).size == 0) {
        attache_str message = {"nothing to mark", 15};
        return host->fail(message);
    }
    memset(&batch, 0, sizeof batch);
    batch.head.struct_size = sizeof batch;
    batch.name.data = "first";
    batch.name.size = 5;
    batch.rows = 1;
    batch.start = &start;
    batch.end = &end;
    return host->append(document, &batch, NULL);
}

ATTACHE_EXPORT const attache_plugin attache_plugin_v0 = {
    ATTACHE_HEAD(attache_plugin), create, destroy, annotate, NULL, NULL, NULL, NULL, NULL};
