/* The columns of the exchange: DetailPlanning's cells cross three types of
 * dwellings with eleven prices, for what is built and what is demolished. */
#ifndef COLUMN_H
#define COLUMN_H

#include "planword.h"
#include "record.h"

#define TYPES 3
#define PRICES 11
#define CELLS (TYPES * PRICES)

enum { TYPE_ONBEKEND = 2, PRICE_ONBEKEND = 10 };

/* meergezins, eengezins, onbekend; koop1 and on, koop_onb, huur1 and on,
 * huur_onb, onbekend. */
extern const char *const column_types[TYPES];
extern const char *const column_prices[PRICES];

/* DetailPlanning's columns, in its order, at the end of c. */
void column_add_detail(struct columns *c);
/* Where the cells of bouw begin among them, and those of sloop. */
enum { DETAIL_BOUW = 10, DETAIL_SLOOP = DETAIL_BOUW + CELLS + 1 };

/* Which type or price a categorie of the register is, folded; -1: none that
 * the exchange has. Price classes are by the limits of 2024, as in
 * indeling/uitwisseling.csv. */
int column_of(enum dimensie d, struct text folded);

#endif
