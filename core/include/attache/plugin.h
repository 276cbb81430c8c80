/* The boundary between Attaché and a plugin: one C99 header, all that the two sides know of each other.
 *
 * A plugin is a shared library that exports one symbol, `attache_plugin_v0`, and carries its manifest (plugin.toml)
 * in an ELF note that the host reads without running any code of the library.
 *
 * Growth.     Every table begins with its size and ABI version and only grows at its end. Within one major version a
 *             plugin built against an older minor version works; of a table that is shorter than expected, the fields
 *             past its end count as absent (ATTACHE_HAS). Major 0 says: not frozen yet.
 * Threads.    Calls on one instance never overlap. Unless the manifest says `instance = "all"`, each worker has an
 *             instance of its own; with it, `annotate` and `read` are called on one instance from many threads at
 *             once. Host functions may be called only on the thread of the call that lent the handle.
 * Ownership.  Nothing is freed across the boundary. What the host lends (texts, layers, handles) is valid until the
 *             call returns; what a plugin passes is copied before the host function returns.
 * Errors.     Functions that can fail return an attache_status. On ATTACHE_ERROR the message was set by
 *             attache_host.fail or by the host function that failed. A host function that fails for a document makes
 *             the document fail, even if the plugin goes on: a half-written layer is never taken.
 * Text.       UTF-8, not terminated by NUL; positions are byte offsets, ranges half-open [start, end).
 */
#ifndef ATTACHE_PLUGIN_H
#define ATTACHE_PLUGIN_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define ATTACHE_ABI_MAJOR 0
#define ATTACHE_ABI_MINOR 2

/* True if `table`, filled by the other side, is long enough to hold `field`, and the field is set. */
#define ATTACHE_HAS(table, field)                                                                                 \
    ((const char*)&(table)->field + sizeof((table)->field) <= (const char*)(table) + (table)->head.struct_size && \
     (table)->field != NULL)

/* First member of every table. */
typedef struct attache_head {
    uint32_t struct_size; /* of the whole table, as its writer knows it */
    uint16_t abi_major;
    uint16_t abi_minor;
} attache_head;

typedef int32_t attache_status;
enum {
    ATTACHE_OK = 0,
    ATTACHE_SKIP = 1,   /* read: the record holds no document, by design (message: why) */
    ATTACHE_END = 2,    /* spool_next: nothing is left */
    ATTACHE_ERROR = -1, /* this document, setting or file cannot be processed; the run goes on */
    ATTACHE_FATAL = -2  /* the run must not go on */
};

enum { ATTACHE_LOG_DEBUG = 0, ATTACHE_LOG_INFO = 1, ATTACHE_LOG_WARNING = 2, ATTACHE_LOG_ERROR = 3 };

/* `data` NULL: no value (not the same as empty). */
typedef struct attache_str {
    const char* data;
    size_t size;
} attache_str;

/* ---- layers ------------------------------------------------------------------------------------------------ */

enum {
    ATTACHE_INT = 1,  /* int64_t */
    ATTACHE_DAY = 2,  /* int64_t, days since 1970-01-01, proleptic Gregorian */
    ATTACHE_REAL = 3, /* double */
    ATTACHE_TEXT = 4, /* attache_str */
    ATTACHE_REF = 5   /* uint32_t, a row of the layer that the column's declaration names */
};

/* "No value" in a column; for ATTACHE_REAL any NaN, for ATTACHE_TEXT data NULL. */
#define ATTACHE_NO_INT INT64_MIN
#define ATTACHE_NO_DAY INT64_MIN
#define ATTACHE_NO_ROW UINT32_MAX

typedef struct attache_column {
    attache_str name;
    uint32_t type;      /* ATTACHE_INT … ATTACHE_REF */
    uint32_t reserved;  /* 0 */
    const void* values; /* array of the type above, one value a row */
} attache_column;

/* A layer, or a batch of rows for it: arrays of equal length, one entry a row. */
typedef struct attache_layer {
    attache_head head;
    attache_str name;
    attache_str producer; /* "NAME VERSION" of the plugin that wrote it; left empty in a batch */
    uint32_t rows;
    uint32_t column_count;
    const uint32_t* start; /* byte offsets into the document's text, on UTF-8 boundaries, start <= end */
    const uint32_t* end;
    const attache_column* columns; /* in the order in which the layer declares them; in a batch in any order, and
                                      a declared column that is left out has no value in all rows */
} attache_layer;

/* ---- what the host lends for the length of a call -------------------------------------------------------------- */

typedef struct attache_document attache_document; /* one document, seen with the rights of one plugin */
typedef struct attache_settings attache_settings; /* the plugin's settings and resources */
typedef struct attache_output attache_output;     /* an exporter's files, spool and figures */

/* A setting's value. `type` is one of the ATTACHE_SETTING_*; the other members are zero. */
enum {
    ATTACHE_SETTING_BOOL = 1, /* integer, 0 or 1 */
    ATTACHE_SETTING_INT = 2,
    ATTACHE_SETTING_REAL = 3,
    ATTACHE_SETTING_TEXT = 4,
    ATTACHE_SETTING_TEXTS = 5 /* list */
};
typedef struct attache_setting {
    uint32_t type;
    uint32_t list_size;
    int64_t integer;
    double real;
    attache_str text;
    const attache_str* list;
} attache_setting;

/* What the host knows of the plugin that these settings belong to. All lent for the length of the call. */
typedef struct attache_identity {
    attache_head head;
    attache_str name;
    attache_str version;
    attache_str kind;   /* "reader", "annotator", "exporter" */
    attache_str folder; /* absolute path of the folder that holds its resources */
    attache_str script; /* of a hosted plugin: the resource that its host runs; else data NULL */
    uint32_t write_count;
    uint32_t reserved;
    const attache_str* writes; /* the layers that the manifest lists under `writes` */
} attache_identity;

/* ---- functions of the host ------------------------------------------------------------------------------------- */

typedef struct attache_host {
    attache_head head;

    /* An optional table by its id, or NULL. None exists yet. */
    const void* (*get_extension)(const char* id);

    /* Sets the message of the error that the current call of the plugin is about to return; returns ATTACHE_ERROR. */
    attache_status (*fail)(attache_str message);

    /* Writes to the run's log, marked with plugin and document. Any thread. log_enabled spares the formatting. */
    void (*log)(int32_t level, attache_str message);
    int32_t (*log_enabled)(int32_t level);

    /* The value of a setting that the manifest declares: as configured, else its default. */
    attache_status (*setting)(const attache_settings* settings, attache_str key, attache_setting* value);

    /* The bytes of a file that the manifest lists under `resources`, or that a setting of type "files" names, mapped
     * read-only, valid for the life of the process and shared by all instances. */
    attache_status (*resource)(const attache_settings* settings, attache_str name, attache_str* bytes);

    /* The document's text; never NULL data once a reader has set it. */
    attache_str (*text)(const attache_document* document);

    /* A metadata field ("id", "source", "title", "published", "language", or one of the reader's own); data NULL if
     * the document has none. `published` is ISO 8601 as precise as known. */
    attache_str (*field)(const attache_document* document, attache_str key);

    /* A view of a layer that the manifest lists under `reads`. A layer read as optional ("time?") that nobody writes
     * in this run has 0 rows. Reading a layer that is not listed fails. `layer->head.struct_size` is set by the
     * caller. */
    attache_status (*layer)(const attache_document* document, attache_str name, attache_layer* layer);

    /* Annotators: appends rows to a layer that the manifest lists under `writes`, all or none. Checked: the layer, the
     * columns and their types, start <= end <= text size, UTF-8 boundaries, valid UTF-8 in texts, references to
     * existing rows (of the same layer: up to the last row of this batch). `first_row`, if not NULL, receives the
     * number of the first row appended. */
    attache_status (*append)(attache_document* document, const attache_layer* rows, uint32_t* first_row);

    /* Readers: sets the text (once; must be valid UTF-8) or a metadata field. */
    attache_status (*set_text)(attache_document* document, attache_str text);
    attache_status (*set_field)(attache_document* document, attache_str key, attache_str value);

    /* Exporters: appends bytes to a file of the run folder that the manifest lists under `files`. The file appears
     * under its name when `finish` has returned ATTACHE_OK for it. */
    attache_status (*write)(attache_output* output, attache_str file, attache_str bytes);

    /* Exporters, in `finish`: the finished file of an exporter before this one, or documents.jsonl or rejected.jsonl,
     * if the manifest lists it under `reads_files`. Mapped read-only. */
    attache_status (*read_file)(attache_output* output, attache_str file, attache_str* bytes);

    /* Exporters: an external sorter, so that memory does not grow with the run. spool_put keeps (key, value);
     * spool_next, in `finish`, gives them back ordered by the bytes of the key, equal keys in the order in which they
     * were put, then ATTACHE_END; after that it starts anew. */
    attache_status (*spool_put)(attache_output* output, attache_str key, attache_str value);
    attache_status (*spool_next)(attache_output* output, attache_str* key, attache_str* value);

    /* Exporters: a figure for the table at the end of the run, such as ("timeline entries", 58). */
    attache_status (*figure)(attache_output* output, attache_str name, int64_t value);

    /* ---- since 0.1 ---- */

    /* Attaches a remark to the document for the run's record: something odd that did not stop the plugin. */
    attache_status (*remark)(attache_document* document, attache_str message);

    /* ---- since 0.2 ---- */

    /* `identity->head.struct_size` is set by the caller. */
    attache_status (*identity)(const attache_settings* settings, attache_identity* identity);

    /* The columns of a layer that the manifest lists under `reads` or `writes`, as a view of 0 rows; no columns for a
     * layer read as optional that nobody writes in this run. For bindings that must find the type of a value.
     * `layer->head.struct_size` is set by the caller. */
    attache_status (*schema)(const attache_settings* settings, attache_str name, attache_layer* layer);
} attache_host;

/* ---- functions of the plugin ------------------------------------------------------------------------------------- */

/* What `split` found at the start of `data`: `skip` bytes that belong to no record, then `size` bytes of a record. */
typedef struct attache_record {
    uint64_t skip;
    uint64_t size;
    int32_t found; /* 0: no whole record in `data` yet; `skip` bytes may be dropped all the same */
    int32_t reserved;
} attache_record;

typedef struct attache_plugin {
    attache_head head;

    /* Makes an instance, perhaps while others of the same plugin are at work. `host` is valid for the life of the
     * process and the same for all instances, `settings` for the call. */
    attache_status (*create)(const attache_host* host, const attache_settings* settings, void** self);
    void (*destroy)(void* self);

    /* Annotators: reads layers of the document and appends rows to others. */
    attache_status (*annotate)(void* self, attache_document* document);

    /* Readers: turns one record into a document with set_text and set_field. "id" and "source" are already set to
     * where the record was found and may be set anew. ATTACHE_SKIP: nothing to be had here. */
    attache_status (*read)(void* self, attache_str record, attache_document* document);

    /* Readers, optional: finds the first record in `data`, which starts where the record before it ended. `at_end`: no
     * more bytes will follow; if no record is found then, what is left is passed over. Absent: an input is one record.
     */
    attache_status (*split)(void* self, attache_str data, int32_t at_end, attache_record* record);

    /* Exporters: each document, in input order; then, once, the end. What a `consume` that fails has written, put or
     * given as a figure is dropped. The same documents must have the same effect: in a process of its own that crashed,
     * an exporter is made anew and given those before once more. */
    attache_status (*consume)(void* self, const attache_document* document, attache_output* output);
    attache_status (*finish)(void* self, attache_output* output);

    /* An optional table by its id, or NULL. May be absent. */
    const void* (*get_extension)(const char* id);

    /* ---- since 0.1 ---- */

    /* Forgets everything learned from documents, as if newly created. Called after a document failed on an instance of
     * one worker. May be absent: then that instance is destroyed and made anew. */
    void (*reset)(void* self);
} attache_plugin;

#define ATTACHE_HEAD(table) \
    { (uint32_t)sizeof(table), ATTACHE_ABI_MAJOR, ATTACHE_ABI_MINOR }

#if defined(__GNUC__)
#define ATTACHE_EXPORT __attribute__((visibility("default")))
#else
#define ATTACHE_EXPORT
#endif

/* The one symbol: `ATTACHE_EXPORT const struct attache_plugin attache_plugin_v0 = {ATTACHE_HEAD(attache_plugin), …};`
 */
extern ATTACHE_EXPORT const struct attache_plugin attache_plugin_v0;
#define ATTACHE_PLUGIN_SYMBOL "attache_plugin_v0"

/* ---- the manifest's note ------------------------------------------------------------------------------------------
 * ELF note, name "Attache", type 1, in section .note.attache: u16 ABI major, u16 ABI minor (host byte order), then the
 * text of plugin.toml. ATTACHE_MANIFEST("path/of/plugin.toml") at file scope puts it there; the CMake function
 * attache_add_plugin does so for its author. */
#define ATTACHE_NOTE_NAME "Attache"
#define ATTACHE_NOTE_TYPE 1

#define ATTACHE_TEXT_OF_(x) #x
#define ATTACHE_TEXT_OF(x) ATTACHE_TEXT_OF_(x)
#define ATTACHE_MANIFEST(path) \
    __asm__(".pushsection .note.attache,\"a\",%note\n"                                                             \
            ".balign 4\n"                                                                                          \
            ".long 8, 912f - 911f, " ATTACHE_TEXT_OF(ATTACHE_NOTE_TYPE) "\n"                                       \
            ".asciz \"" ATTACHE_NOTE_NAME "\"\n"                                                                   \
            "911: .short " ATTACHE_TEXT_OF(ATTACHE_ABI_MAJOR) ", " ATTACHE_TEXT_OF(ATTACHE_ABI_MINOR) "\n"         \
            ".incbin \"" path "\"\n"                                                                               \
            "912: .balign 4\n"                                                                                     \
            ".popsection\n");

#ifdef __cplusplus
}
#endif

#endif /* ATTACHE_PLUGIN_H */
