/* The municipalities and wijken of the grid with the wijken and buurten that
 * lie in them: a municipality is its wijken and those of its buurten whose
 * wijk is not in the grid; a wijk is its buurten. For --min-count, which must
 * know what adds up to what. */
#ifndef FAMILIES_H
#define FAMILIES_H

#include <stddef.h>

#include "tables/places.h"

struct family {
	const size_t *parts; /* places */
	size_t count;
};

struct families;

/* ps outlives the families. */
struct families *families_new(const struct places *ps);
void families_free(struct families *f);
/* What lies in a place of the grid: nothing, of most. */
struct family families_of(const struct families *f, size_t place);

#endif
