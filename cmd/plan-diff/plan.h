/* One plan (or one phase of it) in a register, with its amounts, and what it
 * was matched with in the other register. */
#ifndef PLAN_H
#define PLAN_H

#include <stdbool.h>
#include <stddef.h>

#include "bounds.h"
#include "num.h"
#include "text.h"

/* The order of the bridge. */
enum hardheid { HARD, ZACHT, ONBEKEND, TELT_NIET };
#define HARDHEID_COUNT 4

/* The word of contracts.md. */
const char *hardheid_name(enum hardheid h);
/* False when the word is none of the four. */
bool hardheid_of(struct text word, enum hardheid *out);

/* One row of the register. */
struct amount {
	struct text soort, dimensie, categorie, van, tot;
	struct text written; /* as it stands there; empty: not delivered */
	struct num value;    /* dwellings; 0 when not delivered */
	const struct bounds *bounds; /* of an estimate; NULL: exact */
	size_t row;		     /* physical line */
};

/* How a plan found its peer. */
enum link {
	LINK_NONE,
	LINK_ID,    /* municipality, plan_id and fase_id */
	LINK_FASE,  /* municipality and plan_id: fase_id differs */
	LINK_NAME,  /* municipality and name */
	LINK_SPLIT, /* one old plan, several new */
	LINK_MERGE, /* several old plans, one new */
};

struct plan {
	struct text gemeente, id, fase, naam;
	struct text folded; /* naam, folded for comparing */
	struct text planstatus, projectfase;
	struct text bos; /* hectares of wood; empty: not given */
	enum hardheid hardheid;
	size_t row, record; /* the first of its rows */
	struct amount *amounts;
	size_t count, cap;
	struct num netto; /* bouw - sloop, dimensie totaal; by plan_finish */
	enum link link;
	struct plan
	    *peer; /* of a whole: its first part; of a part: the whole */
	struct plan *next; /* the next part of a split or a merger */
};

/* The planstatus of a plan for which none was given. */
#define PLANSTATUS_UNKNOWN "onbekend"

/* Copies the struct, not the texts. */
void plan_add(struct plan *p, const struct amount *a);
/* After the last row: sorts the amounts by soort, dimensie, categorie and
 * years, refuses two with one key, and works out netto. file is for the
 * message. 0 or -1. */
int plan_finish(struct plan *p, const char *file);
/* Refuses the row for what it says of the plan in that column; returns -1. */
int plan_two_values(const struct plan *p, const char *column, const char *file,
		    size_t row);
/* By gemeente, plan_id, fase_id and folded name. */
int plan_compare(const struct plan *a, const struct plan *b);
/* Order of two amounts by soort, dimensie, categorie; then by years. */
int amount_compare_group(const struct amount *a, const struct amount *b);
int amount_compare_years(const struct amount *a, const struct amount *b);
/* *sum += v (or -= v); -1 with a message when it no longer fits. */
int plan_sum(struct num *sum, struct num v);
int plan_subtract(struct num *sum, struct num v);

#endif
