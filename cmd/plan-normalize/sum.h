/* Exact sums of many numbers. A struct num has 18 digits in all; the sum of
 * interpolated dwellings (49.6153846153846) soon has more. */
#ifndef SUM_H
#define SUM_H

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

/* Room for any sum as text, with sign, point and NUL. */
#define SUM_TEXT 48
/* Shortest exact text. */
struct text sum_format(struct sum s, char buf[SUM_TEXT]);

#endif
