/* Numbers of dwellings, exact: 64-bit integers in millionths, so that the
 * fractions some provinces deliver and shares of a scenario stay exact. */
#ifndef AMOUNT_H
#define AMOUNT_H

#include <stdbool.h>
#include <stdint.h>

#include "num.h"
#include "text.h"

#define AMOUNT_SCALE 6
#define AMOUNT_ONE 1000000

/* The sum of the absolute values of everything read. While it stays within
 * its limit (a hundred billion dwellings) no sum of them can overflow. */
struct amount_guard {
	int64_t seen;
};

/* Reads plain decimal text. False when it is not a number, has more than six
 * decimals, or takes the guard over its limit. */
bool amount_parse(struct amount_guard *g, struct text t, int64_t *out);
/* The same of a number that was read. */
bool amount_read(struct amount_guard *g, struct num n, int64_t *out);
/* Counts n, made from what was read: false over the limit. */
bool amount_take(struct amount_guard *g, int64_t n);
struct num amount_num(int64_t a);
struct text amount_format(int64_t a, char buf[NUM_TEXT]);
/* 100 * a / b with one decimal, half away from zero; false when b is 0. */
bool amount_percent(int64_t a, int64_t b, enum num_rounding r, struct num *out);

#endif
