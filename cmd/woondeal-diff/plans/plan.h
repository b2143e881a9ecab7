/* The plan register (plannen.csv), streamed: each row of dimensie totaal
 * and soort bouw or sloop adds to the capacity, as it is and in each scenario.
 * Held are the municipalities, their deliveries, and what the deduction holds.
 * Whatever else is made of the register is a taker: run fills in the list, and
 * nothing in here knows what they do. */
#ifndef PLAN_H
#define PLAN_H

#include <stdbool.h>

#include "growth/cells.h"
#include "ground/frame.h"
#include "plans/capacity.h"
#include "plans/deduction.h"
#include "plans/row.h"
#include "plans/scenario.h"

/* Where an amount lies: as it is in the register, and in this variant. */
struct placed {
	size_t variant; /* 0: as it is, then one for each scenario */
	enum lot basis;
	enum lot lot; /* what is indivisible in the basis stays so */
};

/* The row that is read, and the registers it stands in. */
struct plan_source {
	const struct registers *registers;
	const struct plan_row *row;
};

/* Who is handed the registers; ctx goes with every call, and what is NULL is
 * not called. */
struct taker {
	void *ctx;
	/* True for each column that its amounts must carry. */
	bool (*uses)(enum trait t);
	/* Any row of a known municipality; of *a only gemeente and plan. */
	void (*row)(void *ctx, const struct plan_source *from,
		    const struct plan_amount *a);
	/* Which dimensie count is called for; NULL: totaal. */
	bool (*wants)(void *ctx, enum dimensie d);
	/* A row that counts, as delivered. */
	void (*count)(void *ctx, const struct plan_source *from,
		      const struct plan_amount *a);
	/* An amount after the growth since 1 January was taken off it. */
	void (*amount)(void *ctx, const struct plan_amount *a,
		       const struct placed *where);
	/* Others than the municipalities whose growth is taken off: then amount
	 * gets what remains of theirs. at: the i-th, false after the last. */
	bool (*owner_of)(void *ctx, const struct plan_amount *a, size_t *out);
	bool (*owner_at)(void *ctx, size_t i, struct owner *out);
};

/* What the registers are read for; all of it outlives the plans. */
struct plan_takers {
	const struct scenarios *scenarios; /* may be NULL */
	const struct taker *list;
	size_t count;
	bool bands; /* approximate amounts are carried by bands */
};

struct plans;

struct plans *plans_new(struct frame *k, const struct plan_takers *t);
void plans_free(struct plans *p);
/* Reads one register. 0, or -1 with the message given. */
int plans_read(struct plans *p, const char *path);
/* After all registers: takes growth off whole-year counts, and gives the
 * findings about deliveries and who has none. 0 or -1. */
int plans_settle(struct plans *p, const struct cells *w);
/* Capacity by municipality: 0 is as it is, then one for each scenario. */
const struct capacity *plans_capacity(const struct plans *p, size_t i);
/* Any register was read. */
bool plans_any(const struct plans *p);
/* Amounts of municipality m that count and are only about so many. */
size_t plans_estimates(const struct plans *p, size_t m);
/* Municipality m has rows. */
bool plans_delivered(const struct plans *p, size_t m);

#endif
