/* What a price class is called by the limits of a year: PRIJSGRENZEN.csv
 * (jaar,segment,klasse,tot). Limits rise every year, so a class has no name
 * without one. */
#ifndef PRICES_H
#define PRICES_H

#include <stdbool.h>

#include "layout/layout.h"

#define PRICE_YEAR 16

struct prices;

/* NULL on failure: an unknown segment or klasse, a limit twice. */
struct prices *prices_load(const char *path);
void prices_free(struct prices *p);
/* Gives the price classes of a layout their categories by the limits of the
 * layout's prijspeil, else of the peildatum's year: never of today. Where
 * there are none, or a limit lies within the class, it is the segment's
 * onbekend, and the kind says so. The year as text, empty when the layout has
 * no such classes. -1 without p or without a year, message given. */
int prices_name(const struct prices *p, struct layout *l, struct text peildatum,
		char year[PRICE_YEAR]);

#endif
