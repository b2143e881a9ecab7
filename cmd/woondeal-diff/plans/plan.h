/* The plan register (plannen.csv), streamed: each record of dimensie totaal
 * and soort bouw or sloop adds to the capacity, as it is and in each scenario.
 * Held are the municipalities, their deliveries, and what aftrek holds. */
#ifndef PLAN_H
#define PLAN_H

#include <stdbool.h>

#include "plans/capacity.h"
#include "ground/frame.h"
#include "plans/scenario.h"
#include "stand/segment.h"
#include "growth/observation.h"

struct plannen;

struct band;
struct bos;
struct uitleg;

/* What else is to be made of the registers. */
struct planwensen {
	const struct scenarios *scenarios; /* may be NULL */
	struct segment *segment;	   /* may be NULL */
	struct bos *bos;		   /* may be NULL */
	struct uitleg *uitleg;		   /* may be NULL */
	bool gebieden;			   /* capacity by area, too */
	bool band; /* keep what has no year of its own */
};

struct plannen *plannen_new(struct kader *k, const struct planwensen *w);
void plannen_free(struct plannen *p);
/* Reads one register. 0, or -1 with the message given. */
int plannen_read(struct plannen *p, const char *path);
/* After all registers: takes growth off whole-year counts, and gives the
 * findings about deliveries and who has none. 0 or -1. */
int plannen_settle(struct plannen *p, const struct waarnemingen *w);
/* Capacity by municipality: 0 is as it is, then one for each scenario. */
const struct capaciteit *plannen_capaciteit(const struct plannen *p, size_t i);
/* Likewise; NULL when bands were not asked for. */
struct band *plannen_band(const struct plannen *p, size_t i);
const struct streken *plannen_streken(const struct plannen *p, size_t i);
/* Any register was read. */
bool plannen_any(const struct plannen *p);
/* Municipality m has records; and: none of them was refused. */
bool plannen_delivered(const struct plannen *p, size_t m);
bool plannen_whole(const struct plannen *p, size_t m);

#endif
