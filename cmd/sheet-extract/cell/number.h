/* A number of a workbook as the shortest exact text. What a cell holds IS a
 * binary double, written by Excel with 17 digits: 1.1 is stored as
 * 1.1000000000000001. To find the shortest decimal that is the same double
 * one must ask the double: this module is the one place in the project where
 * floating point is allowed. Integers and decimals of up to 15 digits, which
 * every double tells apart, never pass through it. */
#ifndef NUMBER_H
#define NUMBER_H

#include <stdbool.h>
#include <stdint.h>

#include "text.h"

/* Longest text of a number that is read. */
#define NUMBER_MAX 400

/* digits x 10^exponent; count 0 is zero. Without zeros at either end. */
struct number {
	bool negative;
	int count;
	int exponent;
	char digits[NUMBER_MAX + 1];
};

/* An XML decimal or double ("12", "-0.5", "1.5E-3"), blanks at the ends
 * allowed. False when it is none, or no finite double. */
bool number_parse(struct text t, struct number *out);
/* The same as written, not shortened. */
bool number_scan(struct text t, struct number *out);
/* Less than 0, 0 or more, as a is below, equal to or above b. */
int number_compare(const struct number *a, const struct number *b);
/* Room for a number as text. */
#define NUMBER_TEXT (NUMBER_MAX + 40)
/* Plain decimal text, or digits with an exponent (1.5e-30) when it would
 * need more than 20 zeros. */
struct text number_format(const struct number *v, char buf[NUMBER_TEXT]);
/* Both at once; false as number_parse. May return t itself. */
bool number_text(struct text t, char buf[NUMBER_TEXT], struct text *out);
/* What old Excel holds, in binary: a double of eight bytes, the last first;
 * "NaN" or "inf" when it is no number. */
struct text number_of_double(const unsigned char p[8], char buf[NUMBER_TEXT]);
/* An RK (MS-XLS 2.5.217): an integer or the upper half of a double in 30
 * bits, by the other two divided by 100. */
struct text number_of_rk(uint32_t v, char buf[NUMBER_TEXT]);

#endif
