/* A number of dwellings that is not exact: "ca. 40", "40-60". What such words
 * mean is for the layout to say (its settings circa and bereik). */
#ifndef ESTIMATE_H
#define ESTIMATE_H

#include <stdbool.h>

#include "num.h"
#include "sum.h"
#include "text.h"

enum estimate {
	ESTIMATE_NONE,	    /* not an estimate */
	ESTIMATE_CIRCA,	    /* one number, about */
	ESTIMATE_RANGE,	    /* from one number to a higher one */
	ESTIMATE_AMBIGUOUS, /* its numbers can be read in two ways */
	ESTIMATE_DATE	    /* could be a date or a period of years */
};

/* Which number of a range counts. */
enum estimate_pick {
	PICK_NONE, /* not declared */
	PICK_LAAG,
	PICK_MIDDEN,
	PICK_HOOG
};

/* What a layout declares. */
struct estimate_rule {
	bool circa;	   /* declared */
	struct num margin; /* of circa, in percent: over 0, at most 100 */
	enum estimate_pick pick;
};

/* What a cell that is no number is. bounds gets its numbers: of circa the
 * same one twice. */
enum estimate estimate_read(struct text cell, enum num_form form,
			    struct bounds *bounds);
/* "40 (36 tot 44)" and "ca. 40 (36 tot 44)" say all by themselves, and need no
 * layout: what they are, with bounds and value; ESTIMATE_NONE for any other. */
enum estimate estimate_stated(struct text cell, enum num_form form,
			      struct bounds *bounds, struct num *value);
/* From the numbers written to the one that counts and the least and most that
 * the words allow: of circa in whole dwellings, rounded outwards; the middle of
 * a range exactly. False when the layout does not say (or a number does not
 * fit): nothing is changed then. */
bool estimate_settle(const struct estimate_rule *rule, enum estimate what,
		     struct bounds *bounds, struct num *value);

#endif
