/* --complete: v4 leaves out the cells that v3 writes as ".". Where other
 * measures of a cell are there, each that has no row is missing. Held: the keys
 * of all cells of v4 observations, and a bit for each measure. */
#ifndef COMPLETE_H
#define COMPLETE_H

#include <stdbool.h>

#include "table/edition.h"

struct complete;

struct complete *complete_new(struct run *run);
void complete_free(struct complete *c);
/* An observation of the edition's current record is there. */
void complete_note(struct complete *c, struct edition *e,
		   const struct topic *t);
/* The measures that are not, one a call, made current in their edition: false
 * when there are no more. */
bool complete_next(struct complete *c, struct edition **e, struct topic **t);

#endif
