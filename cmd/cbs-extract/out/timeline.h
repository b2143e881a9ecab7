/* --wide perioden: the periods of a series side by side, a row for each table,
 * measure, region and further dimensions: tabel,onderwerp,regio,eenheid, the
 * dimensions, and of each period, in order of time (the longer first where two
 * begin together), pPERIODE and pPERIODE_status. The latter says how final the
 * value is, or, where there is none, why (reden): no number without it. Held:
 * all observations, some 60 bytes each. */
#ifndef TIMELINE_H
#define TIMELINE_H

#include "csvout.h"
#include "table/edition.h"

struct timeline;

/* missing: why there is no value where there is no observation. */
struct timeline *timeline_new(struct csvout *out, const char *missing);
void timeline_free(struct timeline *l);
/* The record that stands in the fields of rows. A fault is told once and
 * remembered until timeline_finish. */
void timeline_add(struct timeline *l, const struct run *run);
/* Writes all of it. 0 or -1. */
int timeline_finish(struct timeline *l, const struct run *run);

#endif
