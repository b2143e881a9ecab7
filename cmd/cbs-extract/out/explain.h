/* --explain REGIO:PERIODE:ONDERWERP: where one figure comes from, instead of
 * the data: each observation behind it (soort bron) with its sign, key, file
 * and row, and what became of them (soort uitkomst). */
#ifndef EXPLAIN_H
#define EXPLAIN_H

#include "csvout.h"
#include "table/cell.h"
#include "table/edition.h"

struct explain;

/* NULL with a message when `what` is not of that form; it outlives this. */
struct explain *explain_new(const char *what, struct csvout *out);
void explain_free(struct explain *x);
/* An observation as it was read. */
void explain_source(struct explain *x, const struct edition *e,
		    const struct topic *t, const struct cell *c);
/* The row in the fields of rows. */
void explain_result(struct explain *x, const struct run *run);
/* -1 with a message when there was no such figure. */
int explain_finish(const struct explain *x);

#endif
