/* The plan register (plannen.csv), streamed: each record of dimensie totaal
 * and soort bouw or sloop adds to the capacity, as it is and in each scenario.
 * Held are the municipalities, their deliveries, and what the deduction holds.
 */
#ifndef PLAN_H
#define PLAN_H

#include <stdbool.h>

#include "plans/capacity.h"
#include "ground/frame.h"
#include "plans/scenario.h"
#include "stand/segment.h"
#include "growth/observation.h"

struct plans;

struct band;
struct bos;
struct explain;

/* What else is to be made of the registers. */
struct plan_wishes {
	const struct scenarios *scenarios; /* may be NULL */
	struct segment *segment;	   /* may be NULL */
	struct bos *bos;		   /* may be NULL */
	struct explain *explain;	   /* may be NULL */
	bool areas;			   /* capacity by area, too */
	bool band; /* keep what has no year of its own */
};

struct plans *plans_new(struct frame *k, const struct plan_wishes *w);
void plans_free(struct plans *p);
/* Reads one register. 0, or -1 with the message given. */
int plans_read(struct plans *p, const char *path);
/* After all registers: takes growth off whole-year counts, and gives the
 * findings about deliveries and who has none. 0 or -1. */
int plans_settle(struct plans *p, const struct observations *w);
/* Capacity by municipality: 0 is as it is, then one for each scenario. */
const struct capacity *plans_capacity(const struct plans *p, size_t i);
/* Likewise; NULL when bands were not asked for. */
struct band *plans_band(const struct plans *p, size_t i);
const struct areas *plans_areas(const struct plans *p, size_t i);
/* Any register was read. */
bool plans_any(const struct plans *p);
/* Municipality m has records; and: none of them was refused. */
bool plans_delivered(const struct plans *p, size_t m);
bool plans_whole(const struct plans *p, size_t m);

#endif
