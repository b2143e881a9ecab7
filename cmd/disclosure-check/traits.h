/* The plans of a table by a trait: bottleneck, price, wood. What woondeal-diff
 * --segment makes of a plan table, worked out a second time by who judges it.
 */
#ifndef TRAITS_H
#define TRAITS_H

#include <stdbool.h>
#include <stddef.h>

#include "facts.h"
#include "num.h"
#include "text.h"

struct traits;

/* f outlives it. */
struct traits *traits_new(struct facts *f);
/* The years that count: from the first with plans up to the last. */
void traits_years(struct traits *t, const int years[2]);
void traits_free(struct traits *t);

/* What a segment says of a category in a region. */
enum trait_number {
	TRAIT_PLANS,
	TRAIT_HARD,
	TRAIT_ZACHT,
	TRAIT_ONBEKEND,
	TRAIT_TOTAAL,
	TRAIT_GEHEEL, /* of all categories */
	TRAIT_NUMBERS
};
struct trait_sum {
	struct num numbers[TRAIT_NUMBERS];
	struct text closed; /* a confidential plan among them; or empty */
	size_t last;	    /* the plan that was counted last, + 1 */
};
/* Of categories joined by a bar the sum, but for the plans. false: no such
 * segment. */
bool traits_sum(struct traits *t, struct text segment, struct text region,
		struct text category, struct trait_sum *sum);

#endif
