/* What a reader can work out of each confidential number: from this release
 * alone, and from it and the one before. What that one told alone can be held
 * against nobody now. */
#ifndef JUDGE_H
#define JUDGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "cells.h"
#include "geheim.h"
#include "map.h"
#include "sets.h"
#include "world.h"

enum verdict {
	VERDICT_NONE, /* no confidential number, or in no sum */
	VERDICT_SAFE,
	VERDICT_BEFORE, /* told by the release before */
	VERDICT_CROWD,	/* behind a sum with it are too few plans */
	VERDICT_NEAR,	/* nearer than the limit */
	VERDICT_TOLD,	/* exactly */
	VERDICT_SHOWN	/* in the public feed by itself */
};
extern const char *const VERDICT_WORDS[];

struct judged {
	enum verdict verdict;
	int64_t down, up;	/* how far it can be, up to the limit */
	size_t plans;		/* behind the smallest sum with it */
	struct text files, sum; /* of that sum; for a verdict that is bad */
};

struct judge {
	struct world *world;
	struct cells *cells;
	const struct geheim *limits;
	struct arena *arena;
	struct judged *unknowns; /* by number */
	struct judged *plans;	 /* totals, by the plan's number */
	struct told told;	 /* by the releases before */
	int *teller; /* by unknown: the first round that tells it alone, or 0 */
	struct drafts *drafts;
	struct map *passed; /* sums that tell nothing (parts.h) */
};

/* Fills the judge's lists; they are freed by judge_free. */
void judge_all(struct judge *j);
void judge_free(struct judge *j);
/* What was told before; judge_all does it too. */
void judge_before(struct judge *j);

/* A sum that tells too much, and the unknown that it tells of. */
struct danger {
	struct sets *sets;
	const struct set *set;
	const struct unknown *unknown;
};
/* The first sum that hides too little, else the first number that all sums
 * together tell; false when there is none. d->sets is the caller's. */
bool judge_danger(struct judge *j, struct danger *d);
/* Whether there is none; not `news`: all that the releases before tell with
 * this one is as it was, and safe. *now: the sets of this release alone, the
 * caller's; NULL when there is a danger. */
bool judge_safe(struct judge *j, bool news, struct sets **now);
/* The first sum that hides too little of an unknown that is not passed over,
 * by number. */
bool judge_crowd(struct judge *j, struct danger *d, const bool *pass);
/* Marks the unknowns, by number, that judge_crowd would find one by one. */
void judge_crowded(struct judge *j, bool *found);

#endif
