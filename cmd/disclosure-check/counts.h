/* Counts that are withheld (reden onderdrukt or geheim) in the indicator
 * tables of a release: whether one is shown elsewhere, in this release or the
 * one before, or follows from the totals and parts beside it. */
#ifndef COUNTS_H
#define COUNTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "gemeenten.h"
#include "tables.h"
#include "text.h"

/* A withheld count. */
struct count {
	struct text key; /* sleutel: code|regio|periode */
	struct text region;
	struct text table; /* where it is withheld */
	struct text shown; /* the table that shows it, or empty */
	bool ours;	   /* onderdrukt: not hidden by the source alone */
	bool told;	   /* shown, or follows */
	int64_t room;	   /* so many other values it can have, when these are
			    * less than the margin; else -1 */
};

struct counts;

struct counts *counts_new(const struct gemeenten *g);
void counts_free(struct counts *c);
/* The tables of a release; `now` is false for one before, which only tells.
 * The delimiter is that of files for another system. 0, or -1 with the message
 * given. */
int counts_load(struct counts *c, const struct tables *list, const char *folder,
		bool now, char delimiter);
/* After all are loaded. A count is told nearly that can have fewer other values
 * than the margin. */
void counts_judge(struct counts *c, int64_t margin);
/* Of all that are withheld, in the order of the tables. */
size_t counts_count(const struct counts *c);
const struct count *counts_at(const struct counts *c, size_t i);

#endif
