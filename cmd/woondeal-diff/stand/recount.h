/* The capacity as each rule set of planstatus.csv would have it: what the
 * register calls hard, another set may call zacht. A plan without planstatus
 * keeps the hardheid that the register gives it, which is told; what a set
 * does not name is onbekend. */
#ifndef RECOUNT_H
#define RECOUNT_H

#include "agree/ruleset.h"
#include "csvout.h"
#include "plans/plan.h"
#include "stand/stand.h"

struct recount;

/* sets outlives it. */
struct recount *recount_new(struct frame *k, const struct rulesets *sets);
void recount_free(struct recount *r);
struct taker recount_taker(struct recount *r);
/* The capacity by the set of that name, or NULL; lives as long as r. */
const struct capacity *recount_of(const struct recount *r, struct text set);
/* Header and rows: region by set, the register's own hardheid first. */
void recount_write(const struct recount *r, struct csvout *w,
		   const struct stand *s);

#endif
