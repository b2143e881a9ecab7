/* --wide: the measures of a cell side by side, a row for each cell:
 * tabel,regio,periode,status,reden, the further dimensions, the measures.
 * reden is "measure=why|..." of those that are empty. The measures of a cell
 * must follow each other in the source. Held: one row; for Observations.csv
 * also the keys of all cells, to know that none comes back. */
#ifndef PIVOT_H
#define PIVOT_H

#include "csvout.h"
#include "table/cell.h"

struct pivot;

/* missing: why a measure has no value for which there is no observation. */
struct pivot *pivot_new(struct csvout *out, const char *missing);
void pivot_free(struct pivot *p);
/* An observation of the edition's current record. A fault is told once and
 * remembered until pivot_finish. */
void pivot_add(struct pivot *p, struct edition *e, struct topic *t,
	       const struct cell *c);
/* Writes the last row, or a header when there was none. 0 or -1. */
int pivot_finish(struct pivot *p, const struct run *run);

#endif
