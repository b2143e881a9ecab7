/* A list of targets for disjoint periods, in order, and sums of such lists
 * over the shortest periods that all of them share. */
#ifndef DOELEN_H
#define DOELEN_H

#include "agree/opgave.h"

struct doelen {
	struct doel *list;
	size_t count;
	size_t cap;
};

void doelen_add(struct doelen *d, struct doel new);
/* to, which is empty, becomes a copy. */
void doelen_copy(struct doelen *to, const struct doelen *from);
/* Puts new, spread evenly over whole dwellings a year, in the place of what is
 * there for its years. -1 when a period lies only partly in it. */
int doelen_replace(struct doelen *d, struct doel new);
void doelen_sort(struct doelen *d);
/* The sum of the periods that tile span exactly; false when none do. */
bool doelen_tile(const struct doelen *d, struct span span, int64_t *sum);
/* Adds to d, for each period that all n parts tile, their sum, where d has
 * no period of its own. `years` bounds the search. */
void doelen_merge(struct doelen *d, const struct doelen *const *parts, size_t n,
		  struct span years);

#endif
