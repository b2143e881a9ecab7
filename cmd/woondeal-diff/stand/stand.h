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
#include "ground/words.h"

struct band;
struct streken;

/* What it is made from. */
struct stand {
	const struct kader *kader;
	const struct opgaven *opgaven;
	const struct waarnemingen *waarnemingen;
	const struct plannen *plannen;
	const struct capaciteit *capaciteit;
	const struct rooster *rooster; /* may be NULL */
	const struct num *norm; /* capacity, percent of the rest; or NULL */
	struct band *band;	/* NULL: not asked for */
	const struct streken *streken; /* NULL: not asked for */
	struct text scenario;	       /* basis, or its name */
};

/* A number that may not be there. */
struct misschien {
	bool bekend;
	int64_t n;
};

struct percentage {
	bool bekend;
	struct num n;
};

/* a of b; not known when either is not, or b is not above 0. */
struct percentage stand_percent(struct misschien a, struct misschien b);

struct standrij {
	const struct regio *regio;
	const char *niveau;
	struct span span;
	bool totaal; /* spans all years */
	struct misschien opgave;
	struct groei groei;
	struct misschien capaciteit[HARDHEDEN];
	struct misschien verschil;
	struct misschien opgave_cum;
	struct misschien groei_cum;
	struct misschien verschil_cum;
	struct misschien rest; /* this and what follows: total rows only */
	struct percentage gerealiseerd; /* but this one */
	struct percentage dekking_hard;
	struct percentage dekking;
	struct woorden reden;	 /* why there is no opgave or verschil */
	struct woorden volledig; /* codes of who is not complete; empty: ja */
};

/* What counts towards the target: nothing yet is 0 only when the reference
 * date is known, else it is not known either. */
struct misschien stand_towards(const struct kader *k, const struct groei *g);
/* Fills *out, which starts zeroed or used before: its words are reused. */
void stand_row(const struct stand *s, size_t regio, struct span span,
	       struct standrij *out);
/* Fills growth, and what it makes of the targets in the row; then, of a total
 * row with its capacity, what remains and the percentages. */
void stand_growth(const struct stand *s, const struct groeiers *who,
		  struct standrij *r);
void stand_total(const struct kader *k, struct standrij *r);
/* False when plans of municipality m are missing, refused, or incomplete
 * according to the roster. */
bool stand_delivered(const struct stand *s, size_t m);
void standrij_free(struct standrij *r);
/* For the total row of a region whose first targets are not known: makes its
 * growth, target, rest and coverage those from the first year on from which
 * they are, and returns it. 0, and nothing done, when there is none before
 * the plans begin. */
int stand_tail(const struct stand *s, size_t regio, struct standrij *r);
/* Calls `take` for every row, in the order of the output. */
void stand_walk(const struct stand *s,
		void (*take)(void *ctx, const struct standrij *r), void *ctx);

#endif
