/* A shape of the feed, which takes the indicators as they get ready. */
#ifndef LAYOUT_H
#define LAYOUT_H

#include <stdbool.h>

#include "csvout.h"
#include "grid/join.h"

struct layout_options {
	const char *name;    /* NULL: long */
	const char *decimal; /* "point" (NULL) or "comma" */
	char delimiter;
};

/* Cells of a long row that are cleaned for ArcGIS. */
#define LAYOUT_CLEAN 8

/* One layout at work; open to the layouts. */
struct layout {
	struct join *j;
	struct csvout *w;
	char point; /* of the decimals */
	bool latest;
	bool clean; /* no control characters in a cell */
	struct buffer a, b, cleaned[LAYOUT_CLEAN];
	size_t *order; /* long: the periods in order */
	size_t ordered;
};

/* How a layout writes: before, per indicator, after. NULL: nothing. */
struct layout_kind {
	int (*begin)(struct layout *l);
	int (*indicator)(struct layout *l, size_t i);
	int (*end)(struct layout *l);
	bool clean;
};

/* Every layout that can be asked for, and the word for it: X of its struct,
 * layout_long, and "long". */
#define LAYOUTS(X)                  \
	X(long, "long")             \
	X(wide, "wide")             \
	X(arcgis, "arcgis")         \
	X(swing, "swing")           \
	X(swing_long, "swing-long") \
	X(swing_meta, "swing-meta")

#define LAYOUT(kind, word) extern const struct layout_kind layout_##kind;
LAYOUTS(LAYOUT)
#undef LAYOUT
extern const struct layout_kind layout_explain;

/* A value with its decimals. */
void layout_value(struct layout *l, struct num v, int decimals);
/* Whether any indicator has this period. */
bool layout_uses(const struct layout *l, size_t period);

#endif
