/* What the plans of one municipality come to in a register: one number for
 * each measure that is a sum, and what the others are made of. */
#ifndef TALLY_H
#define TALLY_H

#include "arena.h"
#include "buffer.h"
#include "map.h"
#include "measure.h"
#include "register.h"
#include "sum.h"

/* Dwellings of one plan, all or of one kind in some years. */
struct part {
	struct text naam;   /* or the plan_id */
	struct text folded; /* naam as it is compared (fold.h) */
	struct text years;  /* "2025"; empty: of the whole plan, or unknown */
	struct sum sum;
	const struct part *of; /* the whole plan; NULL: it is one, or of what
				* is realised */
};

struct tally {
	struct arena *arena;
	struct sum sums[MEASURE_SUMS];
	struct map *years, *status; /* word -> struct sum */
	struct map *plans, *cells;  /* key -> struct part */
	struct map *names;	    /* folded names of plans */
	struct map *records;
	struct buffer key, folded;
};

struct tally *tally_new(void);
void tally_free(struct tally *t);
/* A row that counts. -1 with the message given when a sum does not fit. */
int tally_take(struct tally *t, const struct registers *r,
	       const struct plan_row *row);

#endif
