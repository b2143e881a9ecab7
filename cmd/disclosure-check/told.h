/* What the releases before tell by themselves, and how near. */
#ifndef TOLD_H
#define TOLD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "world.h"

/* How far from what it is something can be, as far as was looked. */
struct reach {
	int64_t down, up;
};

/* What the releases before tell by themselves: of which unknowns, by number,
 * the value, and which stand before too small a crowd (the first too). Of the
 * others, and of the totals of plans, how far they can be, as far as is asked
 * of them: what was told nearly may not be told more nearly. Of which unknowns
 * a total was is in `mark`. */
struct told {
	bool whole;	   /* exactly has all that they show, too */
	uint64_t *exactly; /* a bit each, as of a cell */
	bool *crowded;
	struct reach *unknowns, *plans;
	uint64_t *mark;
};

/* Fills t: nothing is told as long as no release before was looked at. */
void told_new(struct told *t, const struct world *w);
void told_free(struct told *t);
void told_exactly(struct told *told, size_t number);

#endif
