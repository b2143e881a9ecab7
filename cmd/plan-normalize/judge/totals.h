/* Totals rows, held against the rows above them: what a municipality added up
 * itself shows whether rows are missing. */
#ifndef TOTALS_H
#define TOTALS_H

#include "read/amount.h"
#include "ground/report.h"

struct totals;

struct totals *totals_new(const struct binding *b, enum num_form form,
			  struct report *report);
void totals_free(struct totals *t);
/* A record's numbers, accepted or not. -1 when a sum does not fit. */
int totals_add(struct totals *t, const struct amount *list, size_t count);
/* The record at hand is a totals row: of all rows above, or of those since
 * the totals row before. */
void totals_row(struct totals *t, const struct csvin *in);

#endif
