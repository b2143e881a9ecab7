/* A record of Planregistratie: what a plan has once, and the totals of what is
 * in DetailPlanning. */
#ifndef PLANLINE_H
#define PLANLINE_H

#include "column.h"
#include "gemeenten.h"
#include "ledger.h"
#include "sum.h"

enum { KOOP, HUUR, UNKNOWN, TENURES };

/* What DetailPlanning has of one plan. */
struct totals {
	struct sum soort[SOORT_COUNT]; /* all dwellings, our own columns too */
	/* Of the national cells: what remains by type and tenure (koop, huur,
	 * onbekend), and all by price; net of sloop, but for the types. */
	int64_t type[TYPES], tenure[TENURES], price[PRICES];
	/* There are such numbers in our own columns: the cells are not all. */
	bool own_all, own_type, own_price;
};

/* Adds the cells of a record of DetailPlanning. */
void totals_take(struct totals *t, const struct record *detail, bool built);

/* The columns, in their order. */
struct columns *planline_columns(void);
/* Fills a record of these. id: of the plan; status: the national word for its
 * planstatus; mixed: it has several hardheden. */
void planline_fill(struct record *r, struct columns *c, const struct row *row,
		   struct text id, const struct gemeente *g, struct text status,
		   bool mixed, const struct totals *t);

#endif
