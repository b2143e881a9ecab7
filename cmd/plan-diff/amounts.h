/* How the amounts of a plan changed: cell by cell, or as a whole when the
 * same total went to other years. */
#ifndef AMOUNTS_H
#define AMOUNTS_H

#include <stdbool.h>

#include "plan.h"
#include "rows.h"

/* Writes the rows `aantal` and `verschoven`. 0, or -1 with the message. */
int amounts_compare(struct rows *r, const struct plan *old,
		    const struct plan *new);

/* Adds the dwellings to be built of a plan by year to *b, those of the parts of
 * a whole together: 2025:100|2026:50. 0, or -1 with the message. */
int amounts_years(struct buffer *b, const struct words *words,
		  const struct plan *first, bool parts);

#endif
