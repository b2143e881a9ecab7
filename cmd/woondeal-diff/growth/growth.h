/* Net growth up to the reference date, per region and span of years. A year
 * row wins, else twelve months, else four quarters; a year that is not over
 * counts its unbroken months (or quarters) from January. A group counts as
 * far as all its municipalities do: grains and months never mix. */
#ifndef GROWTH_H
#define GROWTH_H

#include <stdbool.h>
#include <stdint.h>

#include "ground/frame.h"
#include "period.h"
#include "growth/cells.h"

struct growth {
	bool known;	     /* there is growth, and nothing is missing in it */
	bool whole;	     /* known, and the whole span is covered */
	struct period until; /* the last year or month counted */
	enum status status;
	int64_t part[SUBJECTS];
	bool part_known[SUBJECTS];
};

/* Whose growth is added: places of the observations, first + list[0..n). */
struct growers {
	const size_t *list;
	size_t n;
	size_t first;
};

/* Those of region i (in the whole list): its municipalities. */
struct growers growers_of(const struct frame *k, size_t i);
/* Of all of them together. Not known: nothing is expected yet, or
 * something is missing (growth_missing tells which). */
struct growth growth_sum(const struct frame *k, const struct cells *w,
			 const struct growers *who, struct span span);
/* Of region i. */
struct growth growth_of(const struct frame *k, const struct cells *w, size_t i,
			struct span span);
/* From rows of place i itself: a province beside the sum. */
struct growth growth_self(const struct frame *k, const struct cells *w,
			  size_t i, struct span span);
/* True when place i lacks growth before the reference date; and likewise
 * municipality m. */
bool growth_lacks(const struct frame *k, const struct cells *w, size_t i,
		  struct span span);
bool growth_missing(const struct frame *k, const struct cells *w, size_t m,
		    struct span span);
/* Growth of all of them since 1 January of the year of the reference date; 0
 * on 1 January. False when it is not known. */
bool growth_reference_year(const struct frame *k, const struct cells *w,
			   const struct growers *who, int64_t *out);
/* Calls `take` for every cell of subject o that growth_of counts. */
struct growth_cell {
	size_t regio; /* index in the whole list */
	struct period period;
	const struct cell *cell;
};
void growth_each(const struct frame *k, const struct cells *w, size_t i,
		 struct span span, enum subject o,
		 void (*take)(void *ctx, const struct growth_cell *c),
		 void *ctx);
/* Findings about all of it: what is missing, what does not add up. */
void growth_check(const struct frame *k, const struct cells *w);

#endif
