/* A plugin without the SDK: all five column types, a setting, a remark and a reset. */
#include <attache/plugin.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef struct letters {
    const attache_host* host;
    char letter;
} letters;

static attache_str str(const char* text) {
    attache_str s = {text, strlen(text)};
    return s;
}

static attache_status create(const attache_host* host, const attache_settings* settings, void** self) {
    attache_setting value;
    letters* made;
    if (host->setting(settings, str("letter"), &value) != ATTACHE_OK) {
        return ATTACHE_ERROR;
    }
    if (value.text.size != 1) {
        return host->fail(str("\"letter\" must be one ASCII letter"));
    }
    made = malloc(sizeof *made);
    if (made == NULL) {
        return host->fail(str("out of memory"));
    }
    made->host = host;
    made->letter = value.text.data[0];
    *self = made;
    return ATTACHE_OK;
}

static void destroy(void* self) {
    free(self);
}
static void reset(void* self) {
    (void)self;
}

static attache_status annotate(void* self, attache_document* document) {
    letters* me = self;
    attache_str text = me->host->text(document);
    uint32_t row = 0;
    size_t i;
    for (i = 0; i < text.size; ++i) {
        if (text.data[i] == me->letter) {
            uint32_t start = (uint32_t)i, end = (uint32_t)i + 1, first = 0;
            int64_t position = (int64_t)i, seen = 19863; /* 2024-05-20 */
            double weight = row % 2 == 0 ? 0.5 : NAN;
            attache_str which = {text.data + i, 1};
            uint32_t previous = row == 0 ? ATTACHE_NO_ROW : row - 1;
            attache_column columns[5];
            attache_layer batch;
            memset(columns, 0, sizeof columns);
            memset(&batch, 0, sizeof batch);
            columns[0].name = str("which"), columns[0].type = ATTACHE_TEXT, columns[0].values = &which;
            columns[1].name = str("position"), columns[1].type = ATTACHE_INT, columns[1].values = &position;
            columns[2].name = str("weight"), columns[2].type = ATTACHE_REAL, columns[2].values = &weight;
            columns[3].name = str("seen"), columns[3].type = ATTACHE_DAY, columns[3].values = &seen;
            columns[4].name = str("previous"), columns[4].type = ATTACHE_REF, columns[4].values = &previous;
            batch.head.struct_size = sizeof batch;
            batch.name = str("letter");
            batch.rows = 1;
            batch.column_count = 5;
            batch.start = &start;
            batch.end = &end;
            batch.columns = columns;
            if (me->host->append(document, &batch, &first) != ATTACHE_OK) {
                return ATTACHE_ERROR;
            }
            if (first != row) {
                return me->host->fail(str("the host counts rows otherwise"));
            }
            ++row;
        }
    }
    if (row == 0 && ATTACHE_HAS(me->host, remark)) {
        return me->host->remark(document, str("no such letter"));
    }
    return ATTACHE_OK;
}

ATTACHE_EXPORT const attache_plugin attache_plugin_v0 = {
    ATTACHE_HEAD(attache_plugin), create, destroy, annotate, NULL, NULL, NULL, NULL, NULL, reset};
