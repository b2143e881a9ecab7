/* The rows of the difference, one at a time: the three texts are put together
 * in buffers, then the row is written and counted. */
#ifndef ROWS_H
#define ROWS_H

#include <stddef.h>

#include "buffer.h"
#include "csvout.h"
#include "num.h"
#include "packed.h"
#include "plan.h"

struct rows {
	struct csvout *w;	  /* NULL: only count */
	const struct plan *shown; /* whose id and name stand in the row */
	struct buffer veld, oud, nieuw;
	struct amounts before, after; /* of the pair at hand */
	size_t count;
};

void rows_header(struct rows *r);
/* Empties the three buffers. */
void rows_clear(struct rows *r);
/* Adds the phase of the plan to veld, when it has one: "netto@2". */
void rows_phase(struct rows *r);
/* Writes the row; verschil NULL leaves that column empty. */
void rows_put(struct rows *r, const char *wijziging,
	      const struct num *verschil);
void rows_free(struct rows *r);
void rows_add_num(struct buffer *b, struct num v);

#endif
