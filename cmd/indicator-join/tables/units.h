/* eenheden.csv: units of measurement, shared by all provinces:
 * eenheid,grootheid,schaal. Two units of one grootheid measure the same; one is
 * made of the other by their scales, exactly or not at all. */
#ifndef UNITS_H
#define UNITS_H

#include <stdbool.h>

#include "num.h"
#include "text.h"

struct units;

/* NULL on failure (a unit twice, a scale that is no number above 0), message
 * given. path NULL: a table without rows. */
struct units *units_load(const char *path);
void units_free(struct units *u);

enum units_fit {
	UNITS_SAME,   /* one unit, but for case and blanks */
	UNITS_SCALED, /* of one grootheid: convert */
	UNITS_OTHER   /* of two, or not in the table */
};

/* How values come from one unit into another. */
struct units_scale {
	struct num times, by;
};

enum units_fit units_fit(const struct units *u, struct text from,
			 struct text to, struct units_scale *out);
/* Converts *v, and the decimals that it was written with. False when the
 * result is not exact in 18 digits; *v is then as it was. */
bool units_convert(const struct units_scale *s, struct num *v, int *decimals);
/* How a value of `top` divided by one of `bottom` comes into `to`: times, and
 * divided by. Of one grootheid a share comes, of two the unit that is called
 * GROOTHEID per ... (eenheid: of counts; inwoner: of persons). False when that
 * is not what `to` measures, or a unit is not in the table. */
bool units_ratio(const struct units *u, struct text top, struct text bottom,
		 struct text to, struct units_scale *out);
/* A percentage or a ratio: parts of such do not add up to a whole. */
bool units_is_ratio(struct text unit);

#endif
