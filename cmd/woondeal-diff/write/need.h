/* --also need: how many dwellings are wanted, beside the stock, what grows,
 * what is planned and what was agreed; and --also stock: the stock by category
 * beside what is built of it, and what the share should be. */
#ifndef NEED_H
#define NEED_H

#include "agree/behoefte.h"
#include "csvout.h"
#include "growth/series.h"
#include "stand/split.h"
#include "stand/stand.h"

struct need_from {
	const struct stand *stand;
	const struct series *series;
	const struct split *split;
	const struct behoefte *need;  /* not for stock */
	const struct voorraad *stock; /* may be without rows */
};

void need_write(struct csvout *w, const struct need_from *from);
void stock_write(struct csvout *w, const struct need_from *from);

#endif
