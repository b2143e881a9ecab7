/* One row of the capacity by a trait, beside a norm when there is one. */
#ifndef SEGMENTRIJ_H
#define SEGMENTRIJ_H

#include "plans/capacity.h"
#include "csvout.h"
#include "agree/norm.h"

struct segmentsom {
	int64_t n[HARDHEDEN];
	int64_t plannen; /* with something of it */
};

struct segmentrij {
	const struct regio *regio;
	const char *segment;
	struct text categorie;
	struct segmentsom som;
	struct segmentsom alle;	 /* of all categories */
	const struct norm *norm; /* NULL: a category by itself */
	struct text onverdeeld; /* municipalities without any of it; or empty */
};

void segmentsom_add(struct segmentsom *sum, const struct segmentsom *other);
void segmentrij_header(struct csvout *w);
void segmentrij_write(struct csvout *w, const struct segmentrij *r);

#endif
