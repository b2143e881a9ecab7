/* Numbers beside the stand, each worked out once, for who writes about it: what
 * follows from its total rows (sums, shares and surpluses), an even share of
 * the target, and the growth of the running year beside that of the same
 * months a year before. */
#ifndef FIGURES_H
#define FIGURES_H

#include "csvout.h"
#include "stand/stand.h"

/* Header, and a row for each region and figure. */
void figures_write(struct csvout *w, const struct stand *s);

#endif
