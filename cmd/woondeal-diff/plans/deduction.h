/* Nothing counts twice: whole-year counts (telling jaar) of the plan year are
 * held until all is read, and lose the growth since 1 January: hard first,
 * then zacht, then onbekend, none of them below 0 net; single years before
 * buckets that start in the plan year. What an amount is at least is what
 * remains of it when all are at their least and plans of unknown status take
 * no growth from others; at most likewise. Where growth comes off plans with
 * sloop, that may be less, or more, than there can be, never the reverse. */
#ifndef DEDUCTION_H
#define DEDUCTION_H

#include <stdbool.h>
#include <stddef.h>

#include "plans/capacity.h"
#include "growth/growth.h"

struct deduction;

struct deduction *deduction_new(struct frame *k);
void deduction_free(struct deduction *t);
/* True when growth may have to be taken off this amount. */
bool deduction_wants(const struct deduction *t, const struct plan_amount *a);
/* Keeps a copy, its texts included. owner: whose growth comes off it, as the
 * caller numbers them: its municipality, or its area. */
void deduction_hold(struct deduction *t, const struct plan_amount *a,
		    size_t owner);
/* Whose growth: its number, and how a finding calls it. */
struct owner {
	size_t number;
	struct text name;
	struct growers growers;
};
/* Takes the growth off what is held of one owner; a finding says so unless
 * silent. */
void deduction_settle(struct deduction *t, const struct cells *w,
		      const struct owner *e, bool silent);
/* What is held. */
size_t deduction_count(const struct deduction *t);
const struct plan_amount *deduction_at(const struct deduction *t, size_t i);

#endif
