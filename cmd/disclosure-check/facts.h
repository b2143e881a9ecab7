/* A plan table as its segments are worked out from it: what counts, in few
 * words, for a register may have a million rows. */
#ifndef FACTS_H
#define FACTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "gemeenten.h"
#include "num.h"
#include "register.h"
#include "text.h"

/* What the rows of a plan mostly have in common. */
#define SAID_FIELDS (REGISTER_KNELPUNTEN - REGISTER_PLANSTATUS + 1)
struct said {
	const struct gemeente *gemeente; /* NULL: of none that is known */
	struct text code, name;
	struct text fields[SAID_FIELDS];
};

/* A row that counts somewhere: of a known municipality, with a number. */
struct fact {
	const struct said *said;
	size_t plan; /* its number, from 0 */
	struct text categorie;
	int van, tot;
	uint8_t dimensie, hardheid;
	bool whole, closed;
	struct num net; /* dwellings: bouw less sloop */
};

/* What is said of wood by a plan: one amount in all its rows, or nothing. */
struct wood {
	const struct said *said; /* its first row; NULL: no such plan */
	bool counts, mixed;	 /* for who works it out */
	bool says, disputed, closed;
	enum hardheid hardheid;
	struct num ha;
};

/* Open; its parts are owned by it. */
struct facts {
	struct arena *arena;
	const struct gemeenten *gemeenten;
	struct fact *at;
	size_t count, cap;
	bool scattered;	   /* the rows of a plan do not stand together */
	struct wood *wood; /* by plan */
	size_t plans, wood_cap;
	struct said *said; /* of the row before */
	struct map *words;
};

/* Filled row by row, of one plan table; g outlives it. */
struct facts *facts_new(const struct gemeenten *g);
void facts_free(struct facts *all);
void facts_take(struct facts *all, const struct registers *in,
		const struct plan_row *row);
/* All rows of a table. NULL with the message given. */
struct facts *facts_load(const struct gemeenten *g, const char *path);
/* Puts the facts of a plan together. */
void facts_gather(struct facts *all);
/* The same text, kept once for as long as these live. */
struct text facts_word(struct facts *all, struct text word);
/* A column of the row, REGISTER_PLANSTATUS to REGISTER_KNELPUNTEN. */
struct text fact_field(const struct fact *f, long column);

#endif
