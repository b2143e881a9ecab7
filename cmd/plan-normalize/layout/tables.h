/* The tables a run needs beside the delivery. */
#ifndef TABLES_H
#define TABLES_H

#include <stddef.h>

#include "layout/choices.h"
#include "gebieden.h"
#include "gemeenten.h"
#include "layout/layout.h"
#include "opt.h"
#include "layout/prices.h"
#include "layout/status.h"

struct tables {
	struct gemeenten *gemeenten;
	struct status *status;
	const char *ruleset;	   /* its name */
	struct prices *prices;	   /* or NULL */
	struct gebieden *gebieden; /* or NULL */
	struct choices choices;
	struct layout **layouts; /* of those paths */
};

/* What to load. */
struct table_paths {
	const char *gemeenten, *planstatus, *ruleset, *prices, *gebieden;
	struct opt_list layouts;
};

/* -1 with the message given; free in both cases. */
int tables_load(struct tables *t, const struct table_paths *p);
void tables_free(struct tables *t);

#endif
