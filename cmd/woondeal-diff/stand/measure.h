/* The numbers of the stand by name, and others derived from them: each is a
 * sum of target, growth and capacity, or one such sum divided by another. */
#ifndef MEASURE_H
#define MEASURE_H

#include <stdbool.h>

#include "stand/stand.h"

/* How often each counts: 1, -1 or 0. */
struct terms {
	int opgave;
	int growth; /* or that part of growth which the measure is about */
	int capacity[HARDHEDEN];
};

enum measure_kind {
	MEASURE_AMOUNT,
	MEASURE_CUM,	      /* from the first year of the stand on */
	MEASURE_PERCENT,      /* of another sum */
	MEASURE_SHARE,	      /* in percent of the same sum of the province */
	MEASURE_PER_YEAR,     /* divided by the years */
	MEASURE_PROPORTIONAL, /* all years' sum, divided evenly */
	MEASURE_YEARS,	 /* how many years it is about, in the stand or not */
	MEASURE_GEMEENTE /* no number: which municipality lies in it */
};

struct measure {
	const char *name;
	enum measure_kind kind;
	bool stand; /* a column of the stand */
	enum subject part;
	struct terms numerator;
	struct terms denominator;
};

/* NULL when there is none. */
const struct measure *measure_find(struct text name);
/* The one that is just this sum, or NULL. */
const struct measure *measure_of(const struct terms *s);
/* All names, or those of columns of the stand: joined by ", ". */
void measure_names(struct buffer *out, bool stand);
/* The nearest name, or NULL. */
const char *measure_nearest(struct text name, bool stand);
bool measure_capacity(const struct measure *m);
bool measure_growth(const struct measure *m);
/* The sum for a row; not known when any part of it is not. Before anything
 * could grow, growth beside a target of all years is 0. */
struct maybe measure_sum(const struct measure *m, const struct terms *s,
			 const struct frame *k, const struct stand_row *r);

#endif
