/* Where the rows of one plan, soort and period go in a record of
 * DetailPlanning: into the national cells where these can say it, else into
 * columns of our own beside them (eigen_aantal:KIND), never into both. */
#ifndef PLACE_H
#define PLACE_H

#include "ledger.h"
#include "sum.h"

/* The rows of one soort, by dimensie, in their order. */
struct rows {
	struct row **list[DIMENSIE_COUNT];
	size_t count[DIMENSIE_COUNT];
	size_t cap[DIMENSIE_COUNT];
};

void rows_add(struct rows *r, struct row *row);
void rows_clear(struct rows *r);
void rows_free(struct rows *r);

struct place {
	struct columns *columns; /* of the record; own ones are added */
	struct record *record;
	size_t base; /* of the cells: DETAIL_BOUW or DETAIL_SLOOP */
	/* What was placed: rows in national cells, and in our own columns. */
	size_t national, own;
	struct sum own_dwellings; /* to be built */
	bool own_all, own_type, own_price;
	bool told[DIMENSIE_COUNT]; /* by the national cells */
};

/* open: the national cells may be used. Sets told. -1 when a sum does not
 * fit, message given. */
int place_rows(struct place *p, const struct rows *rows, bool open);

#endif
