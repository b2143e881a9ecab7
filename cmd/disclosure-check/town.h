/* A municipality by itself: its plans, and the cells that sum no others'. What
 * is tried there costs what the municipality has, however large the province.
 * What several municipalities have together it does not know: who mends it so
 * looks at the whole after it. */
#ifndef TOWN_H
#define TOWN_H

#include <stdbool.h>
#include <stddef.h>

#include "judge.h"

struct towns;

/* Of the cells there are now; j, whose releases before were looked at, outlives
 * these. */
struct towns *towns_new(struct judge *j);
void towns_free(struct towns *t);
/* The next municipality with a confidential plan; *at is 0 at first. False when
 * there is no more. */
bool towns_next(const struct towns *t, size_t *at, struct text *gemeente);

struct town {
	struct judge judge; /* of its own world and cells */
	struct judge *of;
	struct text gemeente;
	struct cell **cells; /* of the whole, in the order of its own */
	size_t cell_count;
};

/* The town as it is now. */
void town_open(struct town *t, struct towns *all, struct text gemeente);
/* The whole shows what the town shows. */
void town_give(const struct town *t);
void town_close(struct town *t);

#endif
