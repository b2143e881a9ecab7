/* Small counts of the grid withheld, by indicator (--min-count). */
#ifndef WITHHOLD_H
#define WITHHOLD_H

#include "grid/join.h"

/* Hides small counts and what would give them away. -1 when one can still be
 * worked out. */
int withhold_counts(struct join *j, size_t indicator);

#endif
