/* Sums of a selection: measures of a table that it gives one name, each with a
 * sign. The sum has a value when all its parts have; its status is that of the
 * period, as theirs is; else the reason of the first part that has none, which
 * a finding tells. Held: of v4 observations the cells of the sums. */
#ifndef SUM_H
#define SUM_H

#include <stdbool.h>

#include "table/cell.h"
#include "table/edition.h"

struct sums;

struct sums *sums_new(struct run *run);
void sums_free(struct sums *s);
/* Adds a part, of the edition's current record: true when it was the last of
 * its cell, and then *t is the sum and *c what it is. A fault is told once and
 * remembered until sums_failed. */
bool sums_add(struct sums *s, struct edition *e, struct topic **t,
	      struct cell *c);
/* Completes the cells of which a part was in no row, one a call: true while
 * there are any, as sums_add, with *e their edition. */
bool sums_next(struct sums *s, struct edition **e, struct topic **t,
	       struct cell *c);
bool sums_failed(const struct sums *s);

#endif
