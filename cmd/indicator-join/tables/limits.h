/* plausibel.csv: toets,grens,indicator,tegen, from where on a value is worth a
 * second look. The last two go with the test `bron`: which indicator is held
 * against which observations (onderwerp|naam=code), another source for the same
 * quantity. */
#ifndef LIMITS_H
#define LIMITS_H

#include <stdbool.h>

#include "num.h"
#include "tables/catalogue.h"

/* bereik: percent of the range that a total may lie outside it. sprong: how
 * many times the largest other change. reeks: changes that it takes to know.
 * bron: percent that two sources may differ. */
enum limit { LIMIT_BEREIK, LIMIT_SPRONG, LIMIT_REEKS, LIMIT_BRON, LIMITS };

/* An indicator and the series that it is held against. */
struct limits_pair {
	size_t indicator, series;
	struct num limit; /* percent */
};

struct limits;

/* path NULL: no limits. The series of the pairs become series of the catalogue;
 * a pair of an indicator that it has not is passed over, since one table serves
 * several. NULL on failure (no such test, a limit that is no number), message
 * given. */
struct limits *limits_load(const char *path, struct catalogue *c);
void limits_free(struct limits *l);
/* That of a test but LIMIT_BRON; NULL: it was not given. */
const struct num *limits_of(const struct limits *l, enum limit test);
size_t limits_pairs(const struct limits *l);
const struct limits_pair *limits_pair(const struct limits *l, size_t i);

#endif
