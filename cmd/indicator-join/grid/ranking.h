/* The values of a slice, for the quartiles: how many of them are higher or
 * lower than one of them. Exact for any two scales. */
#ifndef RANKING_H
#define RANKING_H

#include <stdbool.h>
#include <stddef.h>

#include "grid/store.h"

struct ranking;

struct ranking *ranking_new(void);
void ranking_free(struct ranking *r);
/* Makes it empty. */
void ranking_clear(struct ranking *r);
/* Adds a cell that has a value; it stays where it is until the next clear.
 * `asked`: ranking_each is to tell of it. Those come first. */
void ranking_add(struct ranking *r, struct cell *c, bool asked);
size_t ranking_count(const struct ranking *r);
/* Tells of each cell that was asked for how many of all are strictly higher,
 * or lower. */
void ranking_each(struct ranking *r, bool lower,
		  void (*tell)(struct cell *c, size_t better, size_t count));

#endif
