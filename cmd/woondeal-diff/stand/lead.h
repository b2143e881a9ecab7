/* From permit to key: after how many quarters what is permitted, or started, is
 * built, how much of it, and what that says of the coming quarters; tried on
 * the past of the same series. Whole dwellings and integers throughout. */
#ifndef LEAD_H
#define LEAD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Quarters before anything is measured, and quarters looked ahead. */
#define LEAD_LEAST 20
#define LEAD_AHEAD 8
/* The longest time from permit to key that is looked for. */
#define LEAD_LAG 16

/* Dwellings in a quarter beyond which nothing is counted. */
#define LEAD_MOST INT64_C(1000000)

/* What went before, what came of it, quarter by quarter, both known. */
struct lead_series {
	const int64_t *before;
	const int64_t *built;
	size_t n;
};

/* The lag at which a year of building is nearest to a part of a year of what
 * went before: part = built / before, over all quarters that can be paired. */
struct lead_fit {
	bool known; /* long enough, and something went before */
	int lag;
	int64_t built, before;
	int64_t error; /* thousandths of a dwelling a year, mean */
};

/* How it did: so many starting points, with what was built for each hundred
 * expected at least and at most, and the mean error, in tenths of a percent. */
struct lead_test {
	size_t count;
	int64_t least, most, error;
};

/* Of the coming `quarters` (no more than the lag) together. */
struct lead_outlook {
	int quarters;
	int64_t expected, low, high;
};

void lead_measure(const struct lead_series *s, struct lead_fit *out);
/* From every quarter that has enough before it and its outlook after it, only
 * with what was known then. */
void lead_try(const struct lead_series *s, struct lead_test *out);
/* fit and test: known, and at least one. */
void lead_look(const struct lead_series *s, const struct lead_fit *fit,
	       const struct lead_test *test, struct lead_outlook *out);

#endif
