/* CSV in, strict RFC 4180, on csvblock (bytes), csvsplit (fields) and csvhead
 * (names). Fields without quotes or with plain ones are split directly, those
 * with doubled or multi-line quotes go to libcsv; a test proves both ways
 * equal. CR, LF and CRLF end rows. A BOM is dropped, UTF-16 is refused by
 * name, NUL and invalid UTF-8 are errors with line and byte. Unquoted blanks
 * are kept. An unterminated quote names the line where it opened. Held: one
 * block and the longest record (at most CSVIN_RECORD_MAX bytes). */
#ifndef CSVIN_H
#define CSVIN_H

#include <stdbool.h>
#include <stddef.h>

#include "csvpeek.h"
#include "input.h"
#include "text.h"

#define CSVIN_RECORD_MAX (16u << 20)

struct csvin;

/* Reads from `in`, which stays the caller's and outlives the reader. */
struct csvin *csvin_new(struct input *in, char delimiter);
void csvin_free(struct csvin *r);

/* The next record: 1, 0 at the end, -1 on broken structure, message given.
 * A blank line is a record of one empty field (csvin_blank says so): callers
 * that read tables skip it; a table of one column keeps it. */
int csvin_next(struct csvin *r);
/* The fields of the current record: unquoted, NUL-terminated views, valid
 * until the next csvin_next. *count may be 1 (blank), never 0. */
const struct text *csvin_fields(const struct csvin *r, size_t *count);
/* One field; the empty text beyond the last. */
struct text csvin_field(const struct csvin *r, size_t i);
bool csvin_blank(const struct csvin *r);
/* True when no field holds a comma, a quote, CR or LF: csvout copies. Always
 * false when the delimiter is not a comma. */
bool csvin_plain(const struct csvin *r);
/* The record as it stood in the file, its line end included. */
struct text csvin_raw(const struct csvin *r);
/* Physical line where the current record starts, from 1; the record's number
 * from 1 (header and blank lines counted). */
size_t csvin_row(const struct csvin *r);
size_t csvin_record(const struct csvin *r);
const char *csvin_name(const struct csvin *r);

/* Reads the header: the first record. -1 when the file is empty ("no
 * header"), a name is empty or a name comes twice (both positions named).
 * Names are trimmed. From then on csvin_next_row demands that width. */
int csvin_header(struct csvin *r);
size_t csvin_columns(const struct csvin *r);
/* Trimmed name of column i; lives as long as r. */
struct text csvin_column_name(const struct csvin *r, size_t i);
/* Index of a column, or -1. */
long csvin_find(const struct csvin *r, const char *name);
/* Index of a column that must be there: -1 with a message that lists the
 * columns there are and the nearest. */
long csvin_need(const struct csvin *r, const char *name);
/* The same of a name that is part of a text. */
long csvin_need_text(const struct csvin *r, struct text name);
/* As csvin_next, but skips blank lines (when there is more than one column)
 * and refuses a record of another width: file, line, expected, found, text.
 * A record equal to the header is a record, with a warning: csv files are
 * often joined by cat. */
int csvin_next_row(struct csvin *r);

/* Looks at the record that csvin_next_row would give, as csvpeek_at does; false
 * too where only csvin_next_row can tell what comes. The bytes are as they
 * stand, until csvin_next_row or csvin_take. */
bool csvin_peek(const struct csvin *r, size_t skip, struct csvpeek *out);
/* Goes on to that record, whose other fields the caller knows (it has as many
 * as the header): those of `p` get their NUL, no others are told. */
void csvin_take(struct csvin *r, const struct csvpeek *p);

/* For who reads a header by itself, with csvin_next: gives the same warning
 * when the record just read is these names, untrimmed. */
void csvin_tell_header(struct csvin *r, const struct text *names, size_t count);

/* For tests: every record goes to libcsv from here on. */
void csvin_slow(struct csvin *r);

/* -1 with the message given unless r has the columns of first, in its order;
 * both have read their headers. */
int csvin_same_header(const struct csvin *first, const struct csvin *r);

#endif
