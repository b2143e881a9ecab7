/* A list of targets for disjoint periods, in order, and sums of such lists
 * over the shortest periods that all of them share. */
#ifndef TARGETS_H
#define TARGETS_H

#include "agree/opgave.h"
#include "table.h"

struct targets {
	struct target *list;
	size_t count;
	size_t cap;
};

/* Reads one target of a table that people keep: whole dwellings of 0 or more,
 * for years in order, each from its column. 0, or -1 with the message given. */
struct target_columns {
	size_t amount, from, to;
};
int target_read(struct frame *k, const struct table *t, size_t i,
		const struct target_columns *c, struct target *out);

void targets_add(struct targets *d, struct target new);
/* to, which is empty, becomes a copy. */
void targets_copy(struct targets *to, const struct targets *from);
/* Puts new, spread evenly over whole dwellings a year, in the place of what is
 * there for its years. -1 when a period lies only partly in it. */
int targets_replace(struct targets *d, struct target new);
/* Removes what has years in common with span. */
void targets_drop(struct targets *d, struct span span);
void targets_sort(struct targets *d);
/* The sum of the periods that tile span exactly; false when none do. */
bool targets_tile(const struct targets *d, struct span span, int64_t *sum);
/* True when any of these periods is derived. */
bool targets_derived(const struct targets *d, struct span span);
/* Adds what the total leaves for the years in it that have no period, when
 * these are next to each other, it is not negative, and nothing that it is made
 * of is derived itself. */
void targets_remainder(struct targets *d, struct target total);
/* Adds to d, for each period that all n parts tile, their sum, where d has
 * no period of its own. `years` bounds the search. */
void targets_merge(struct targets *d, const struct targets *const *parts,
		   size_t n, struct span years);

#endif
