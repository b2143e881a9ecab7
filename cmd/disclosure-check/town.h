/* A municipality by itself: its plans, and the cells that sum no others'. What
 * is tried there costs what the municipality has, however large the province.
 * What several municipalities have together it does not know: who mends it so
 * looks at the whole after it. */
#ifndef TOWN_H
#define TOWN_H

#include <stddef.h>

#include "judge.h"

struct towns;

/* Of the cells there are now; j, whose releases before were looked at, outlives
 * these. */
struct towns *towns_new(struct judge *j);
void towns_free(struct towns *t);

struct town {
	struct judge judge; /* of its own world and cells */
	struct judge *of;
	struct text gemeente;
};

/* The town as it is now. */
void town_open(struct town *t, struct towns *all, struct text gemeente);
/* The whole shows the plans that the town shows. */
void town_give(const struct town *t);
void town_close(struct town *t);

#endif
