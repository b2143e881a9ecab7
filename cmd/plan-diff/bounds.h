/* The least and most dwellings that an estimate allows, and the hectares of
 * wood with a plan: what older registers do not have. */
#ifndef BOUNDS_H
#define BOUNDS_H

#include <stdbool.h>

#include "num.h"
#include "text.h"

/* As they stand in the register, both given. */
struct bounds {
	struct text low, high;
	struct num least, most;
};

/* Fills the numbers from the texts. False when these are not two numbers with
 * value between them. */
bool bounds_read(struct bounds *b, struct num value);
/* NULL: the number is exact. */
bool bounds_same(const struct bounds *a, const struct bounds *b);
/* Two texts of hectares, each a number or empty (not given). */
bool hectares_same(struct text a, struct text b);
bool hectares_valid(struct text t);

#endif
