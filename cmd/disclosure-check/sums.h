/* Which numbers of a release are sums of plans, by column of a stand and by
 * name of a figure: one list of each. */
#ifndef SUMS_H
#define SUMS_H

#include <stdbool.h>
#include <stddef.h>

#include "text.h"

/* The kinds of hardheid of each sum that a column or figure tells, up to a 0.
 */
#define SUMS_MOST 4
struct sums {
	const char *name;
	unsigned sums[SUMS_MOST];
};

/* The columns of a stand, in the order in which they are read; NULL after the
 * last. */
const struct sums *sums_stand(size_t i);
/* NULL of a column that is no sum, and of a figure that is not known. */
const struct sums *sums_column(struct text name);
const struct sums *sums_figure(struct text name);
/* Whether a column is its sum, in dwellings: that can be rounded, what follows
 * from one cannot. */
bool sums_is_number(const struct sums *s);

#endif
