/* The test of Mann and Kendall, exact: how likely a series without a trend
 * rises or falls as much as this one, counted over all orders in which its
 * values, ties included, can come. */
#ifndef KENDALL_H
#define KENDALL_H

#include <stddef.h>
#include <stdint.h>

#include "tables/words.h"

#define KENDALL_MOST 12

struct kendall;

struct kendall *kendall_new(void);
void kendall_free(struct kendall *k);

struct kendall_test {
	size_t n;
	int sum;   /* S: pairs that rise less pairs that fall */
	int pairs; /* of two values that differ */
	int least; /* |S| that has a chance of 5 % at most; 0: none has */
};

/* Of n values, oldest first, 2 to KENDALL_MOST of them: stijgend or dalend
 * when the chance of |S| is 5 % at most, two-sided; else stabiel. */
enum trend kendall_trend(struct kendall *k, const int64_t *v, size_t n,
			 struct kendall_test *out);

/* The same of n values without ties, of which S is known. */
enum trend kendall_untied(struct kendall *k, size_t n, int sum);

#endif
