/* The stand: where each region is, per year, bucket and in all. */
#ifndef STAND_H
#define STAND_H

#include <stdbool.h>
#include <stdint.h>

#include "plans/capacity.h"
#include "growth/growth.h"
#include "ground/frame.h"
#include "agree/opgave.h"
#include "plans/plan.h"
#include "agree/roster.h"
#include "buffer.h"

struct band;
struct areas;
struct whole;

/* What it is made from. */
struct stand {
	const struct frame *frame;
	const struct opgaven *opgaven;
	const struct cells *cells;
	const struct plans *plans;
	const struct capacity *capacity;
	const struct roster *roster; /* may be NULL */
	const struct num *norm;	   /* capacity, percent of the rest; or NULL */
	struct band *band;	   /* NULL: not asked for */
	const struct areas *areas; /* NULL: not asked for */
	const struct whole *whole; /* of all plans; NULL: these are all */
	struct text scenario;	   /* basis, or its name */
};

/* A number that may not be there. */
struct maybe {
	bool known;
	int64_t n;
};

struct percentage {
	bool known;
	struct num n;
};

/* Reads the capacity there should be, in percent of what remains: over 0 and at
 * most 1000, with two decimals at most. */
bool stand_norm(struct text t, struct num *out);
/* a of b; not known when either is not, or b is not above 0. */
struct percentage stand_percent(struct maybe a, struct maybe b);

struct stand_row {
	const struct regio *regio;
	const char *niveau;
	struct span span;
	bool total; /* spans all years */
	struct maybe opgave;
	struct growth growth;
	struct maybe capacity[HARDHEDEN];
	struct maybe difference;
	struct maybe opgave_cum;
	struct maybe growth_cum;
	struct maybe difference_cum;
	int tail; /* total rows: rest and coverage are of the targets from this
		   * year on, the first not being known; or 0 */
	bool derived, derived_cum;  /* opgave, opgave_cum */
	struct maybe rest;	    /* this and what follows: total rows only */
	struct percentage realised; /* but this one */
	struct percentage coverage_hard;
	struct percentage coverage;
	struct buffer reason;	  /* why there is no opgave or difference */
	struct buffer incomplete; /* codes of who is not complete; empty: ja */
};

/* What counts towards the target: nothing yet is 0 only when the reference
 * date is known, else it is not known either. */
struct maybe stand_towards(const struct frame *k, const struct growth *g);
/* Fills *out, which starts zeroed or used before: its words are reused. */
void stand_row(const struct stand *s, size_t regio, struct span span,
	       struct stand_row *out);
/* Fills growth, and what it makes of the targets in the row; then, of a total
 * row with its capacity, what remains and the percentages. */
void stand_growth(const struct stand *s, const struct growers *who,
		  struct stand_row *r);
void stand_total(const struct frame *k, struct stand_row *r);
/* False when plans of municipality m are missing, refused, or incomplete
 * according to the roster. */
bool stand_delivered(const struct stand *s, size_t m);
/* True when nobody says which plans were to be delivered for these years. */
bool stand_unsure(const struct stand *s, struct span span);
void stand_row_free(struct stand_row *r);
/* Adds what the column volledig says of the row. */
void stand_complete(const struct stand *s, const struct stand_row *r,
		    struct buffer *out);
/* Adds what the column afgeleid says of the row. */
void stand_derived(const struct stand_row *r, struct buffer *out);
/* For the total row of a region whose first targets are not known: makes its
 * growth, target, rest and coverage those from the first year on from which
 * they are, and returns it. 0, and nothing done, when there is none before
 * the plans begin. */
int stand_tail(const struct stand *s, size_t regio, struct stand_row *r);
/* Calls `take` for every row, in the order of the output. */
void stand_walk(const struct stand *s,
		void (*take)(void *ctx, const struct stand_row *r), void *ctx);

#endif
