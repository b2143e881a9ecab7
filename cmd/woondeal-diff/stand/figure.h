/* A number worked out from the stand for any span of its years and, for
 * growth, any reference date: exact, as one number or as a fraction. */
#ifndef FIGURE_H
#define FIGURE_H

#include "stand/columns.h"

struct query {
	const struct column *column;
	size_t regio; /* index in the whole list */
	struct span span;
	int32_t date; /* growth before it */
};

struct figure {
	bool known;
	bool derived;	 /* a target in it is not as agreed */
	bool comparable; /* growth covers the span that the target is for */
	struct num numerator;
	struct num denominator; /* 0: not divided */
	struct num factor;	/* 100 for percentages */
	struct num
	    years; /* FORMULA_PROPORTIONAL: years times its numerator; or 0 */
	struct period until; /* the last month or year of growth */
	enum status status;  /* of growth */
};

void figure_of(const struct stand *s, const struct query *v,
	       struct figure *out);
/* Rounded half away from zero; false when it cannot be held exactly. */
bool figure_round(const struct figure *c, int decimals, struct num *out);
/* "24233 / 40912", or empty for what is not divided. */
void figure_tell(const struct figure *c, struct buffer *out);

#endif
