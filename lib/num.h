/* Decimal-exact numbers: scaled 64-bit integers. 0.1 + 0.2 is 0.3. Values
 * that are only copied stay text and never come here. */
#ifndef NUM_H
#define NUM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text.h"

/* Digits that are held exactly; also the largest scale. */
#define NUM_DIGITS 18

/* units / 10^scale; 0 <= scale <= 18. {0} is zero. */
struct num {
	int64_t units;
	int scale;
};

/* How a number is written where it comes from. NUM_PLAIN: a point, no
 * thousands (what flows between our tools; exponents allowed: 1e3 is 1000).
 * NUM_NL: decimal comma, thousands by point or blank. NUM_EN: decimal point,
 * thousands by comma or blank. NUM_ANY: not declared; what could be read two
 * ways is refused as ambiguous. */
enum num_form { NUM_PLAIN, NUM_NL, NUM_EN, NUM_ANY };

enum num_result {
	NUM_OK = 1,
	NUM_BAD = 0,	    /* not a number in this form */
	NUM_RANGE = -1,	    /* more than 18 digits: not held exactly */
	NUM_AMBIGUOUS = -2, /* "1.234" or "1,234", undeclared */
	NUM_EMPTY = -3
};

/* Reads a whole text, blanks at the ends allowed. *out only on NUM_OK. */
enum num_result num_parse(struct text t, enum num_form form, struct num *out);

/* Room for any number as text, with sign, point and NUL. */
#define NUM_TEXT 24
/* Shortest exact text: no trailing zeros after the point, "0" for zero. */
struct text num_format(struct num a, char buf[NUM_TEXT]);
/* With exactly `decimals` decimals, rounded half away from zero. */
struct text num_format_fixed(struct num a, int decimals, char buf[NUM_TEXT]);

struct num num_of(int64_t whole);
/* -1, 0, 1. Exact for any two numbers. */
int num_compare(struct num a, struct num b);
bool num_is_whole(struct num a);
/* The following return false when the result does not fit 18 digits, and
 * then leave *out alone. */
bool num_add(struct num a, struct num b, struct num *out);
bool num_subtract(struct num a, struct num b, struct num *out);
bool num_multiply(struct num a, struct num b, struct num *out);
/* How a quotient is cut to its decimals. HALF_AWAY: half away from zero, the
 * rule of all percentages (contracts.md). UP: away from zero. DOWN: towards. */
enum num_rounding { NUM_HALF_AWAY, NUM_UP, NUM_DOWN };
/* a / b with so many decimals; false for b = 0 too. */
bool num_divide(struct num a, struct num b, int decimals, enum num_rounding r,
		struct num *out);
bool num_round(struct num a, int decimals, enum num_rounding r,
	       struct num *out);

#endif
