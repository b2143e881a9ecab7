/* What is left of each cell when what is shown by itself is known: of these
 * sets are made (sets.h). Who mends asks again and again while little changes,
 * so what was found stays until what is known is other. */
#ifndef DRAFTS_H
#define DRAFTS_H

#include <stddef.h>
#include <stdint.h>

#include "cells.h"
#include "world.h"

/* A cell and the unknowns that are left of it, in order; what was taken off. */
struct draft {
	const struct cell *cell;
	const size_t *unknowns;
	size_t size;
	const size_t *off;
	size_t off_count;
};

struct drafts;

/* Both outlive it. */
struct drafts *drafts_new(struct world *w, const struct cells *c);
void drafts_free(struct drafts *d);
struct world *drafts_world(const struct drafts *d);
/* Of the cells of these rounds (bits: 1 << NOW) that are shown, in order; known
 * has a bit for each unknown. Returns how many, up to drafts_most. What they
 * leave is valid until the next call. */
size_t drafts_list(struct drafts *d, unsigned rounds, const uint64_t *known,
		   struct draft *list);
size_t drafts_most(const struct drafts *d);
/* The smallest first; the order does not depend on that of the tables, so that
 * who mends and who judges find the same. */
void drafts_sort(struct draft *list, size_t n);

#endif
