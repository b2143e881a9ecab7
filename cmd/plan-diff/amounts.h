/* How the amounts of a plan changed: cell by cell, or as a whole when the
 * same total went to other years. */
#ifndef AMOUNTS_H
#define AMOUNTS_H

#include "plan.h"
#include "rows.h"

/* Writes the rows `aantal` and `verschoven`. 0, or -1 with the message. */
int amounts_compare(struct rows *r, const struct plan *old,
		    const struct plan *new);

#endif
