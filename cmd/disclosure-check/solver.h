/* How far the unknowns can be from what they are while all sums that are shown
 * stay the same, and those that are rounded round to the same: what nobody can
 * tell apart. Numbers are whole parts and
 * nothing crosses zero. A way found is a proof: what solver_reach gives can be
 * had. More may be, where the search ends before it is found; then more is
 * withheld than need be, never less. */
#ifndef SOLVER_H
#define SOLVER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "sets.h"
#include "world.h"

struct solver;

/* The sums of these sets, which are put in order; the world outlives the
 * solver. */
struct solver *solver_new(struct world *w, const struct set **sets,
			  size_t count);
void solver_free(struct solver *s);
/* Whether an unknown is in any sum. */
bool solver_has(const struct solver *s, size_t unknown);
/* How much more (up) or less an unknown can be, up to `want`. */
int64_t solver_reach(struct solver *s, size_t unknown, bool up, int64_t want);
/* The same of all unknowns of a plan together that this release has. */
int64_t solver_reach_plan(struct solver *s, const struct plan *p, bool up,
			  int64_t want);
/* Their sum; 0 when they are fewer than two. */
int64_t solver_plan(const struct solver *s, const struct plan *p);
/* Of which unknowns that sum is: the same number for the same, else another. */
uint64_t solver_plan_mark(const struct solver *s, const struct plan *p);

#endif
