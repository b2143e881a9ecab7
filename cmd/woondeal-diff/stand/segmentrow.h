/* One row of the capacity by a trait, beside a norm when there is one. */
#ifndef SEGMENT_ROW_H
#define SEGMENT_ROW_H

#include "plans/capacity.h"
#include "csvout.h"
#include "agree/norm.h"

struct segment_sum {
	int64_t n[HARDHEDEN];
	int64_t plans; /* with something of it */
};

struct segment_row {
	const struct regio *regio;
	const char *segment;
	struct text category;
	struct segment_sum terms;
	struct segment_sum all;	 /* of all categories */
	const struct norm *norm; /* NULL: a category by itself */
	struct text undivided; /* municipalities without any of it; or empty */
};

void segment_sum_add(struct segment_sum *sum, const struct segment_sum *other);
void segment_row_header(struct csvout *w);
void segment_row_write(struct csvout *w, const struct segment_row *r);

#endif
