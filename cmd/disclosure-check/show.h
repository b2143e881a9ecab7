/* What need not be hidden: shown again where that tells nothing. */
#ifndef SHOW_H
#define SHOW_H

#include "judge.h"

/* Cells that are withheld, public plans that are hidden; what is still withheld
 * rounded, where the province does so; and of what is hidden the sums that the
 * public plan table has of it. j is safe, and stays so. */
void show_again(struct judge *j);

#endif
