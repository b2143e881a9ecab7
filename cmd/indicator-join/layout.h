/* The shapes of the feed: each takes the indicators as they get ready. */
#ifndef LAYOUT_H
#define LAYOUT_H

#include <stdbool.h>

#include "csvout.h"
#include "join.h"

struct layout_options {
	const char *name;    /* NULL: long */
	const char *decimal; /* "point" (NULL) or "comma" */
	char delimiter;
	bool table; /* aligned, for people */
};

/* Cells of a long row that are cleaned for ArcGIS. */
#define LAYOUT_CLEAN 8

/* One layout at work; open to the layouts. */
struct layout {
	struct join *j;
	struct csvout *w;
	char point; /* of the decimals */
	bool latest, table;
	bool clean; /* no control characters in a cell */
	struct buffer a, b, cleaned[LAYOUT_CLEAN];
	size_t *order; /* long: the periods in order */
	size_t ordered;
};

/* How a layout writes: before, per indicator, after. NULL: nothing. */
struct layout_kind {
	const char *name;
	int (*begin)(struct layout *l);
	int (*indicator)(struct layout *l, size_t i);
	int (*end)(struct layout *l);
	bool clean;
};

extern const struct layout_kind layout_long, layout_arcgis, layout_wide,
    layout_swing, layout_swing_long, layout_swing_meta, layout_explain;

/* Runs the join and writes it. 0 or -1. */
int layout_write(struct join *j, const struct layout_options *o,
		 struct output *out);

/* A value with its decimals. */
void layout_value(struct layout *l, struct num v, int decimals);
/* Whether any indicator has this period. */
bool layout_uses(const struct layout *l, size_t period);

#endif
