/* Reads a title in the first line and the text after it. */
#include <attache/plugin.h>
#include <string.h>

static attache_str str(const char* text) {
    attache_str s = {text, strlen(text)};
    return s;
}

/* There is nothing to keep but the host, so the instance is just that. */
static attache_status create(const attache_host* host, const attache_settings* settings, void** self) {
    (void)settings;
    *self = (void*)host;
    return ATTACHE_OK;
}

static void destroy(void* self) {
    (void)self;
}

/* Called for each record; an input is one record unless the plugin also has `split`. Text must be UTF-8. */
static attache_status read(void* self, attache_str record, attache_document* document) {
    const attache_host* host = self;
    const char* end_of_line = record.size == 0 ? NULL : memchr(record.data, '\n', record.size);
    if (end_of_line == NULL) {
        return host->fail(str("there is no line after the title"));
    }
    const attache_str title = {record.data, (size_t)(end_of_line - record.data)};
    const attache_str text = {end_of_line + 1, record.size - title.size - 1};
    if (host->set_field(document, str("title"), title) != ATTACHE_OK) {
        return ATTACHE_ERROR; /* the host holds the message */
    }
    return host->set_text(document, text);
}

ATTACHE_EXPORT const attache_plugin attache_plugin_v0 = {
    .head = ATTACHE_HEAD(attache_plugin), .create = create, .destroy = destroy, .read = read};
