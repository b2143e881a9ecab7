/* Whether a municipality's delivery is held: its tally against that of what is
 * in force, and against the dwellings that there are. */
#ifndef JUDGE_H
#define JUDGE_H

#include <stddef.h>

#include "finding.h"
#include "limits.h"
#include "rule.h"
#include "stock.h"
#include "tally.h"

struct judge {
	struct findings *findings;
	const struct limits *limits;
	const struct stock *stock;  /* NULL: not known */
	struct text gemeente, naam; /* whose */
	const char *place;	    /* what findings call the delivery */
};

/* How many limits `new` goes beyond, each a finding. old NULL: there is
 * nothing in force. */
size_t judge_delivery(const struct judge *j, const struct tally *old,
		      const struct tally *new);

#endif
