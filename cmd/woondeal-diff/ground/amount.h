/* Numbers of dwellings, exact: 64-bit integers in millionths, so that the
 * fractions some provinces deliver and shares of a scenario stay exact. */
#ifndef AANTAL_H
#define AANTAL_H

#include <stdbool.h>
#include <stdint.h>

#include "num.h"
#include "text.h"

#define AANTAL_SCALE 6
#define AANTAL_ONE 1000000

/* The sum of the absolute values of everything read. While it stays within
 * its limit (a hundred billion dwellings) no sum of them can overflow. */
struct aantal_guard {
	int64_t seen;
};

/* Reads plain decimal text. False when it is not a number, has more than six
 * decimals, or takes the guard over its limit. */
bool aantal_parse(struct aantal_guard *g, struct text t, int64_t *out);
/* Counts n, made from what was read: false over the limit. */
bool aantal_take(struct aantal_guard *g, int64_t n);
struct num aantal_num(int64_t a);
struct text aantal_format(int64_t a, char buf[NUM_TEXT]);
/* 100 * a / b with one decimal, half away from zero; false when b is 0. */
bool aantal_percent(int64_t a, int64_t b, enum num_rounding r, struct num *out);

#endif
