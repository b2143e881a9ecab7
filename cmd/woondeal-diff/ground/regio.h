/* The regions of the stand: provinces, Woondeals and municipalities, all
 * from gemeenten.csv, in the order of the output. */
#ifndef REGIO_H
#define REGIO_H

#include <stddef.h>

#include "gemeenten.h"
#include "region.h"
#include "text.h"

struct regio {
	enum region_level level;
	struct text code;
	struct text name;
	/* Municipalities, as numbers for regios_gemeente_at, by code. */
	const size_t *members;
	size_t members_count;
	/* What its target adds up from: the deals of a province, the
	 * municipalities of a deal, as indices in the whole list. */
	const size_t *parts;
	size_t parts_count;
};

struct regios;

/* The views point into g, which outlives them. NULL when a deal lies in two
 * provinces of one file: its target cannot be divided. */
struct regios *regios_new(const struct gemeenten *g);
void regios_free(struct regios *r);
/* By level (province, deal, municipality), then by code. */
size_t regios_count(const struct regios *r);
const struct regio *regios_at(const struct regios *r, size_t i);
size_t regios_gemeenten(const struct regios *r);
/* Index in the whole list of municipality m. */
size_t regios_gemeente_index(const struct regios *r, size_t m);
const struct regio *regios_gemeente_at(const struct regios *r, size_t m);
/* Index in the whole list, or -1. */
long regios_find(const struct regios *r, struct text code);
/* Number of the municipality, or -1 when it is none of these. */
long regios_gemeente(const struct regios *r, struct text code);
/* The deal of municipality m; empty when in none. */
struct text regios_woondeal_of(const struct regios *r, size_t m);

#endif
