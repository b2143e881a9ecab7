/* The comparison of two loaded registers, from matching to the last row. */
#ifndef REPORT_H
#define REPORT_H

#include <stdbool.h>

#include "finding.h"
#include "match.h"
#include "output.h"
#include "plans.h"

struct report {
	struct plans *old, *new;
	struct plans *rejected; /* of the new delivery; NULL: not given */
	bool bridge;		/* the totals explained, not the changes */
	bool reconcile; /* two sources side by side; never with bridge */
	size_t changes;
	struct match_counts counts;
};

/* Fills changes and counts. 0, or -1 with the message given. */
int report_write(struct report *r, struct output *o, struct findings *f);
/* The one line of -v: what went in, and where each plan went. */
void report_note(const struct report *r);

#endif
