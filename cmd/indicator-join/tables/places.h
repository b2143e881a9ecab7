/* The regions of the grid: municipalities, Woondeals, provinces, the country,
 * wijken and buurten, in that order and by code. Other municipalities of the
 * source get a number too, after these, for the quartiles; other regions get
 * none. */
#ifndef PLACES_H
#define PLACES_H

#include <stddef.h>
#include <stdint.h>

#include "gemeenten.h"
#include "region.h"
#include "text.h"

struct place {
	struct text code;
	struct text naam; /* empty outside the grid */
	enum region_level level;
	uint32_t member_count;
	size_t *members; /* the municipalities of a deal or province */
};

struct places;

/* g outlives the places. */
struct places *places_new(const struct gemeenten *g);
void places_free(struct places *ps);
/* How many the grid has, how many municipalities it begins with, where the
 * country is, the last before the wijken, and how many places are known. */
size_t places_grid(const struct places *ps);
size_t places_municipalities(const struct places *ps);
size_t places_country(const struct places *ps);
size_t places_count(const struct places *ps);
const struct place *places_at(const struct places *ps, size_t i);
/* The number of a region as it stands in an observation, which may be padded;
 * -1 when it is not in the grid and not a municipality. */
long places_find(struct places *ps, struct text code);
/* The number of a code as we write it, or -1 when there is no such place. */
long places_known(const struct places *ps, struct text code);
/* How many codes were not written as region_normalize has them, and the first
 * of those as it was written. */
size_t places_trimmed(const struct places *ps);
struct text places_example(const struct places *ps);

#endif
