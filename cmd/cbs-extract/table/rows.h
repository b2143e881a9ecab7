/* The rows that go out: waarnemingen (contracts.md), a fixed part and then
 * the further dimensions of the tables, the same for every file of a call. */
#ifndef ROWS_H
#define ROWS_H

#include <stdbool.h>
#include <stddef.h>

#include "csvout.h"
#include "text.h"

enum row_column {
	ROW_TABEL,
	ROW_ONDERWERP,
	ROW_REGIO,
	ROW_PERIODE,
	ROW_WAARDE,
	ROW_EENHEID,
	ROW_STATUS,
	ROW_REDEN,
	ROW_FIXED
};

struct rows;

/* Writes to `out`, which stays the caller's; NULL: nothing is written. */
struct rows *rows_new(struct csvout *out, bool labels);
void rows_free(struct rows *r);
/* The further dimensions of a table (names of columns, kept by the caller)
 * and, in places, the column of each. The first call writes the header; later
 * ones must have the same names in any order: else -1, naming both. `who` is
 * the file, for that message. */
int rows_bind(struct rows *r, const char *who, const struct text *names,
	      size_t count, size_t *places);
/* With labels (--labels) further columns follow: the title of the measure,
 * region and period, the first day of the period, and the title of each
 * further dimension. Where these are; 0 without labels. */
enum row_label {
	LABEL_ONDERWERP,
	LABEL_REGIO,
	LABEL_PERIODE,
	LABEL_BEGIN,
	LABEL_FIXED
};
size_t rows_labels(const struct rows *r);
/* The column with the title of what stands in this column. */
size_t rows_label(const struct rows *r, size_t column);
/* All columns; those of the further dimensions. */
size_t rows_columns(const struct rows *r);
size_t rows_dimensions(const struct rows *r);
/* The record being made: fill its fields, then write it. */
struct text *rows_fields(struct rows *r);
void rows_write(struct rows *r, bool plain);
/* Where they go, NULL: nothing is written. For ready.c. */
struct csvout *rows_out(const struct rows *r);
/* Writes the header when no table ever did. */
void rows_finish(struct rows *r);
/* The name of a column. */
struct text rows_name(const struct rows *r, size_t column);
/* The name of a dimension or measure as a column: [a-z][a-z0-9_]*, at most 31
 * bytes, not reserved by ArcGIS (domain/feeds.md) and none of the fixed part,
 * in buf. True when it had to become <prefix><name>. */
#define ROWS_NAME 31
bool rows_column(struct text name, const char *prefix, char buf[ROWS_NAME + 1]);

#endif
