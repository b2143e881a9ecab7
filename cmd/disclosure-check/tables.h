/* The list of what a release consists of (pipelines/uitgave.csv), whose column
 * `sommen` says of each file how its numbers are sums of plans, or why it has
 * none. A file that is in no row and a row that says neither are refused, so
 * that no table is published unread. */
#ifndef TABLES_H
#define TABLES_H

#include <stdbool.h>
#include <stddef.h>

#include "text.h"

enum form {
	FORM_PLANS,   /* plannen: the public plan table */
	FORM_STAND,   /* stand: a row for each region and period */
	FORM_TOTAL,   /* totaal BASE: a row for each region, of all years */
	FORM_FIGURES, /* cijfers BASE: a number a row, by name */
	FORM_SEGMENT, /* segment BASE: by a trait, of the public plan table */
	FORM_COUNTS,  /* tellingen: indicators, a value a row */
	FORM_WIDE,    /* breed: a row a region, each value with its period */
	FORM_SWING,   /* swing: a row a period and region */
	FORM_NONE     /* geen: REASON, or besloten: REASON */
};

/* A file that has sums of plans, or counts. */
struct table_row {
	const char *path; /* below the release */
	enum form form;
	size_t base;  /* whose years it has; itself, when it has its own */
	bool foreign; /* in the dialect of another system */
};

struct tables;

/* NULL with the message given: a row without a word, or with an unknown one; a
 * base that is no stand; more than TABLES_MOST files that are read. */
#define TABLES_MOST 64
struct tables *tables_load(const char *path);
void tables_free(struct tables *t);
/* Those that are read, in the order of the list. */
size_t tables_count(const struct tables *t);
const struct table_row *tables_at(const struct tables *t, size_t i);
/* Whether each file of a folder has a row: 0, or -1 with the message given. */
int tables_cover(const struct tables *t, const char *folder);
/* "folder/path" of the i-th, or NULL when it is not there; the caller frees. */
char *tables_find(const struct tables *t, size_t i, const char *folder);

#endif
