/* Marks every occurrence of a word. */
#include <attache/plugin.h>
#include <stdlib.h>
#include <string.h>

typedef struct plugin {
    const attache_host* host;
    char* word;
    size_t size;
} plugin;

static attache_str str(const char* text) {
    attache_str s = {text, strlen(text)};
    return s;
}

static void destroy(void* self) {
    plugin* me = self;
    free(me->word);
    free(me);
}

static attache_status create(const attache_host* host, const attache_settings* settings, void** self) {
    attache_setting word;
    if (host->setting(settings, str("word"), &word) != ATTACHE_OK) {
        return ATTACHE_ERROR; /* the host holds the message */
    }
    if (word.text.size == 0) {
        return host->fail(str("\"word\" must not be empty"));
    }
    plugin* me = calloc(1, sizeof *me);
    if (me == NULL || (me->word = malloc(word.text.size)) == NULL) {
        free(me);
        return host->fail(str("out of memory"));
    }
    me->host = host;
    me->size = word.text.size;
    memcpy(me->word, word.text.data, me->size); /* settings are lent for this call only */
    *self = me;
    return ATTACHE_OK;
}

/* Called for each document. All rows go to the host in one batch: one array a column. */
static attache_status annotate(void* self, attache_document* document) {
    const plugin* me = self;
    const attache_str text = me->host->text(document);
    const size_t most = text.size / me->size + 1;
    uint32_t* start = malloc(most * sizeof *start);
    uint32_t* end = malloc(most * sizeof *end);
    int64_t* number = malloc(most * sizeof *number);
    attache_status status;
    if (start == NULL || end == NULL || number == NULL) {
        status = me->host->fail(str("out of memory"));
    } else {
        uint32_t rows = 0;
        size_t at = 0;
        while (at + me->size <= text.size) {
            if (memcmp(text.data + at, me->word, me->size) != 0) {
                ++at;
                continue;
            }
            start[rows] = (uint32_t)at;
            end[rows] = (uint32_t)(at + me->size);
            number[rows] = (int64_t)rows + 1;
            ++rows;
            at += me->size;
        }
        const attache_column columns[] = {{str("number"), ATTACHE_INT, 0, number}};
        const attache_layer batch = {.head = ATTACHE_HEAD(attache_layer),
                                     .name = str("@LAYER@_found"),
                                     .rows = rows,
                                     .column_count = 1,
                                     .start = start,
                                     .end = end,
                                     .columns = columns};
        status = me->host->append(document, &batch, NULL);
    }
    free(start);
    free(end);
    free(number);
    return status;
}

ATTACHE_EXPORT const attache_plugin attache_plugin_v0 = {
    .head = ATTACHE_HEAD(attache_plugin), .create = create, .destroy = destroy, .annotate = annotate};
