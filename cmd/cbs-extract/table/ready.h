/* Rows of v4 observations from ready-made pieces. A table is a few thousand
 * keys, said again in hundreds of millions of rows: the text of each key as
 * CSV is kept, and a row of known keys with an ordinary value is put together
 * from it. Only narrow.c knows of this; any other row is not taken and goes
 * the general way, from which the keys are learned: nothing is decided here.
 * Held in memory: a slot for each distinct key. */
#ifndef READY_H
#define READY_H

#include <stdbool.h>
#include <stddef.h>

#include "table/edition.h"
#include "text.h"

/* Where things stand in the records. */
struct ready_columns {
	size_t measure, value, string, attribute;
	const size_t *dimension; /* of each dimension */
	const size_t *order;	 /* and its axis in the edition */
	size_t count;
};

struct ready;

/* Of a bound edition; c and what it points to outlive it. NULL when rows are
 * not simply written: --list, --wide, --since, --check, --labels. */
struct ready *ready_new(struct edition *e, const struct ready_columns *c);
/* Writes what it still has, counts its rows. NULL is allowed. */
void ready_free(struct ready *r);
/* The row of this record is written or left out: true. False: it is to go the
 * general way, and then ready_learn; nothing was written or counted. */
bool ready_row(struct ready *r, const struct text *fields);
/* Before rows go the general way: those before them are written. */
void ready_flush(struct ready *r);
/* The record went the general way: its keys are known from now on. */
void ready_learn(struct ready *r, const struct text *fields);

#endif
