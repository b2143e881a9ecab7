/* What is lost with a cell that is withheld, and what there is behind it. */
#ifndef LOSS_H
#define LOSS_H

#include <stdbool.h>

#include "cells.h"

/* For qsort, of pointers to cells: the cheapest first. */
int loss_order(const void *x, const void *y);
/* Whether it sums a plan that is not shown. */
bool loss_hides(const struct cell *c);

#endif
