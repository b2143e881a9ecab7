/* What there is to know: the plans of the register, in this release and in the
 * one before, and the numbers that a reader would have to find. A number that
 * is the same in both is one unknown. Only what is not nothing counts: that a
 * plan has none in a year protects nobody. */
#ifndef WORLD_H
#define WORLD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "gemeenten.h"
#include "num.h"
#include "planset.h"
#include "text.h"

/* Kinds of hardheid, to be put together. */
enum {
	HARD = 1 << HARDHEID_HARD,
	ZACHT = 1 << HARDHEID_ZACHT,
	ONBEKEND = 1 << HARDHEID_ONBEKEND,
	COUNTED = HARD | ZACHT | ONBEKEND,
	TELT_NIET = 1 << HARDHEID_TELT_NIET
};

/* The last year of a period without an end, and of years not known. */
#define NEVER 9999
#define NO_YEAR 0
#define NONE ((size_t)-1)

/* This release, and those before it, the newest first. */
enum { NOW, BEFORE, ROUNDS = 24 };

/* A plan, in whichever release. One whose planstatus is not known may have
 * amounts of several hardheden: a plan for each. */
struct plan {
	struct text gemeente, id, naam, fase;
	size_t number;		  /* in the order of these, from 1 */
	struct entry *at[ROUNDS]; /* NULL: not in that release */
};

/* A plan as it is in one release. */
struct entry {
	struct plan *plan;
	unsigned hardheid;
	struct text woondeal, provincie; /* empty: in none */
	struct text gebied;
	bool wood;	 /* says something of hectares of wood */
	bool closed;	 /* confidential */
	bool shown;	 /* by itself, in the public feed */
	bool was_hidden; /* not shown by the last release that had it */
	bool news;	 /* has a number that no release before tells */
	int64_t size;	 /* dwellings of all years, without sign */
	/* Of this release: its unknowns, whose numbers are in a row. */
	size_t first, count;
};

/* Net dwellings of a plan in a period: bouw less sloop. */
struct amount {
	struct entry *entry;
	int van, tot;
	bool whole; /* of whole years, not what remains of them */
	struct num net;
	struct unknown *unknown; /* NULL when there are none */
};

struct unknown {
	struct plan *plan;
	int van, tot;
	int64_t value; /* in parts of 10^-scale */
	bool closed;   /* of a plan that is confidential now */
	size_t number;
};

/* Sorted by plan and period, so that nothing depends on the order of rows. */
struct round {
	struct entry **entries;
	size_t entry_count;
	struct amount **amounts;
	size_t amount_count;
};

struct world;

struct world *world_new(const struct gemeenten *g);
void world_free(struct world *w);
/* A register ("-" is standard input) becomes a round. 0, or -1 with the message
 * given. */
int world_read(struct world *w, int round, const char *path);
/* After the registers: sorts, and numbers the unknowns. -1 with a message when
 * the numbers are too large to be held together. */
int world_settle(struct world *w);

struct round *world_round(struct world *w, int round);
bool world_has(const struct world *w, int round);
/* The rounds before that there are, as bits. */
unsigned world_before(const struct world *w);
/* One more than the highest number of a plan. */
size_t world_plans(const struct world *w);
size_t world_unknowns(const struct world *w);
struct unknown *world_unknown(const struct world *w, size_t i);
int world_scale(const struct world *w);
/* Where in a round a municipality stands: both lists have it in a row. */
struct stretch {
	size_t entries, entry_count, amounts, amount_count;
};
struct stretch world_stretch(const struct round *r, struct text gemeente);
/* A municipality by itself, as if there were no other: copies, in their order,
 * of its plans, entries, amounts and unknowns, numbered anew. world_find finds
 * nothing in it. w outlives it. */
struct world *world_part(const struct world *w, struct text gemeente);
/* The entry of a round that a row of a plan table is of, or NULL. */
struct entry *world_find(struct world *w, int round,
			 const struct plan_row *row);
/* The word of one kind. */
struct text world_word(unsigned hardheid);
/* A year, `empty` for no text, -1 for another text. */
int world_year(struct text t, int empty);

#endif
