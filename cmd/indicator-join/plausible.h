/* Values that are numbers and yet hardly can be: a province or deal outside the
 * range of all its municipalities, for what cannot be so (a share, a mean); a
 * change from one year to the next beyond all others of the series. The limits
 * are data: toets,grens. Only what is shown is judged. */
#ifndef PLAUSIBLE_H
#define PLAUSIBLE_H

#include "grid/join.h"

struct plausible;

/* path NULL: nothing is judged. NULL on failure (no such test, a limit that is
 * no number), message given. */
struct plausible *plausible_load(const char *path);
void plausible_free(struct plausible *p);
/* The findings on an indicator: one for each test, with how many. */
void plausible_judge(const struct plausible *p, struct join *j,
		     size_t indicator);

#endif
