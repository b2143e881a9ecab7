/* A small CSV table held whole, for the tables of a province and other
 * lookups: read once, checked, then asked by row and column. */
#ifndef TABLE_H
#define TABLE_H

#include <stddef.h>
#include <stdint.h>

#include "num.h"
#include "text.h"

struct table;

/* Loads a comma CSV. `columns` (count of them) must be there, in any order;
 * a name that starts with '?' may be absent, and its cells are then empty.
 * Other columns are ignored. NULL on failure, message given. */
struct table *table_load(const char *path, const char *const *columns,
			 size_t count);
/* As table_load, but a column that is not one of these is refused. */
struct table *table_load_only(const char *path, const char *const *columns,
			      size_t count);
void table_free(struct table *t);
size_t table_rows(const struct table *t);
/* Cell of row i (from 0) and the column at that place of `columns`, trimmed,
 * NUL-terminated; lives as long as t. */
struct text table_cell(const struct table *t, size_t i, size_t column);
/* Physical line of row i, and the file, for messages. */
size_t table_line(const struct table *t, size_t i);
const char *table_name(const struct table *t);
/* As the header has it, without '?'. */
const char *table_column(const struct table *t, size_t column);
/* Cells of tables that people keep: 1, 0 when it is empty, -1 with a message
 * that says what was found, what was expected and what to do. "5.800", which
 * could be 5800 or 5.8, is asked about and never guessed. */
int table_whole(const struct table *t, size_t i, size_t column,
		struct num *out);
int table_decimal(const struct table *t, size_t i, size_t column,
		  struct num *out);
/* Four digits; a date as 2024-01-01, as days since 1970-01-01; the place of a
 * word in a list of n, "a, b or c" said of them. */
int table_year(const struct table *t, size_t i, size_t column, int *out);
int table_date(const struct table *t, size_t i, size_t column, int32_t *out);
int table_word(const struct table *t, size_t i, size_t column,
	       const char *const *words, size_t n, size_t *out);
/* -1 with a message that names both rows when two have the same cells in these
 * n columns. */
int table_once(const struct table *t, const size_t *key, size_t n);
/* Message "FILE:LINE: error: COLUMN: text" about a cell; returns -1. */
int table_fail(const struct table *t, size_t i, size_t column, const char *fmt,
	       ...) __attribute__((format(printf, 4, 5)));

#endif
