/* Exact sums of many numbers. A struct num has 18 digits in all; the sum of
 * interpolated dwellings (49.6153846153846) soon has more. */
#ifndef SUM_H
#define SUM_H

#include <stdbool.h>

#include "num.h"
#include "text.h"

__extension__ typedef __int128 sum_units;

/* In units of 10^-18. {0} is zero. */
struct sum {
	sum_units units;
};

/* -1 with the message given when it does not fit: over 10^19 dwellings. */
int sum_add(struct sum *s, struct num v);
/* a + b, which must fit. */
struct sum sum_plus(struct sum a, struct sum b);
struct sum sum_minus(struct sum a, struct sum b);
/* -1, 0, 1 */
int sum_compare(struct sum a, struct sum b);
struct sum sum_of(struct num v);

/* The least and the most that a number may be. */
struct bounds {
	struct num low, high;
};

/* A sum of numbers of which some are estimates: how far below and above it
 * the true one may lie. {0} is zero. */
struct span {
	struct sum sum, below, above;
};

/* bounds: of v, or NULL when it is exact. -1 as sum_add. */
int span_add(struct span *s, struct num v, const struct bounds *b);
/* True when the two may be equal. */
bool span_meets(const struct span *a, const struct span *b);

/* Room for any sum as text, with sign, point and NUL. */
#define SUM_TEXT 48
/* Shortest exact text. */
struct text sum_format(struct sum s, char buf[SUM_TEXT]);
/* The same for people, in Dutch: 1.234,5. */
struct text sum_format_dutch(struct sum s, char buf[SUM_TEXT]);

#endif
