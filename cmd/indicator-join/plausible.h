/* Values that are numbers and yet hardly can be: a province or deal outside the
 * range of all its municipalities, for what cannot be so (a share, a mean); a
 * change from one year to the next beyond all others of the series; another
 * source that says otherwise of the same day. The limits are data
 * (tables/limits.h). Only what is shown is judged. */
#ifndef PLAUSIBLE_H
#define PLAUSIBLE_H

#include "grid/join.h"

/* The findings on an indicator: one for each test, with how many. */
void plausible_judge(struct join *j, size_t indicator);

#endif
