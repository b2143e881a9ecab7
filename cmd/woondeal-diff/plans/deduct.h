/* Nothing counts twice: whole-year counts (telling jaar) of the plan year are
 * held until all is read, and lose the growth since 1 January: hard first,
 * then zacht, then onbekend, none of them below 0 net; single years before
 * buckets that start in the plan year. What an amount is at least is what
 * remains of it when all are at their least and plans of unknown status take
 * no growth from others; at most likewise. Where growth comes off plans with
 * sloop, that may be less, or more, than there can be, never the reverse. */
#ifndef AFTREK_H
#define AFTREK_H

#include <stdbool.h>
#include <stddef.h>

#include "plans/capacity.h"
#include "growth/growth.h"

struct aftrek;

struct aftrek *aftrek_new(struct kader *k);
void aftrek_free(struct aftrek *t);
/* True when growth may have to be taken off this amount. */
bool aftrek_wants(const struct aftrek *t, const struct planaantal *a);
/* Keeps a copy, its texts included. owner: whose growth comes off it, as the
 * caller numbers them: its municipality, or its area. */
void aftrek_hold(struct aftrek *t, const struct planaantal *a, size_t owner);
/* Whose growth: its number, and how a finding calls it. */
struct eigenaar {
	size_t nummer;
	struct text naam;
	struct groeiers groeiers;
};
/* Takes the growth off what is held of one owner; a finding says so unless
 * stil. */
void aftrek_settle(struct aftrek *t, const struct waarnemingen *w,
		   const struct eigenaar *e, bool stil);
/* What is held. */
size_t aftrek_count(const struct aftrek *t);
const struct planaantal *aftrek_at(const struct aftrek *t, size_t i);

#endif
