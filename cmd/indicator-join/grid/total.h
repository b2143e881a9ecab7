/* One value made of several municipalities: a sum, or a mean by weight. */
#ifndef TOTAL_H
#define TOTAL_H

#include "grid/join.h"
#include "num.h"

struct total {
	size_t series, place, period; /* which cell it is */
	enum weging weging;	      /* WEGING_SOM or WEGING_GEWICHT */
	int decimalen;		      /* of a mean, and of a sum of shares */
	/* filled by total_add */
	struct num top, bottom; /* sum of values (times weight); of weights */
	int decimals;
	enum status status;
	enum reden reden;
	size_t tabel;
	bool any, shared, over;
};

/* Adds the value c, with weight w (of a mean), of which `share` counts. NULL
 * is a cell that nobody delivered. */
void total_add(struct join *j, struct total *t, const struct cell *c,
	       const struct cell *w, struct num share);
/* Notes the table and status of a value that may not be added (a median):
 * the total is nvt, or what keeps the part back. */
void total_refuse(struct join *j, struct total *t, const struct cell *c);
/* The number of "A|B" for two tables' numbers; of one that has it, its own. */
size_t total_tables(struct join *j, size_t a, size_t b);
/* The value, or why there is none, as a computed cell. */
struct cell total_cell(struct join *j, struct total *t);

#endif
