/* One plan (or one phase of it) in a register, with its amounts, and what it
 * was matched with in the other register. */
#ifndef PLAN_H
#define PLAN_H

#include <stdbool.h>
#include <stddef.h>

#include "num.h"
#include "planword.h"
#include "text.h"

/* The least and most dwellings that an estimate allows. */
struct bounds {
	struct num least, most;
};

/* One row of the register. */
struct amount {
	enum soort soort;
	enum dimensie dimensie;
	struct text categorie;
	int van, tot;		     /* 0: not given */
	bool given;		     /* it was delivered */
	struct num value;	     /* dwellings; 0 when not delivered */
	const struct bounds *bounds; /* of an estimate; NULL: exact */
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
	/* What is compared (fold.h): of naam, plan_id and fase_id. */
	struct text folded, folded_id, folded_fase;
	size_t number; /* parts of a plan without a status have one */
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
	/* Of a plan that is gone: what was rejected of it, or NULL. */
	const struct plan *rejected;
	struct plan *next; /* the next part of a split or a merger */
};

/* Copies the struct, not the texts. */
void plan_add(struct plan *p, const struct amount *a);
/* After the last row: sorts the amounts by soort, dimensie, categorie and
 * years, and works out netto. 0, or -1 with the message. */
int plan_finish(struct plan *p);
/* By gemeente, plan_id, fase_id and folded name. */
int plan_compare(const struct plan *a, const struct plan *b);
/* Order of two amounts by soort, dimensie, categorie; then by years. */
int amount_compare_group(const struct amount *a, const struct amount *b);
int amount_compare_years(const struct amount *a, const struct amount *b);
/* *sum += v (or -= v); -1 with a message when it no longer fits. */
int plan_sum(struct num *sum, struct num v);
int plan_subtract(struct num *sum, struct num v);

#endif
