/* Small counts withheld (--min-count), in one period of one indicator: first
 * those below the limit, then as many others as it takes that no total gives
 * one away. A total is a Woondeal or a province; the country has parts that
 * are not in the grid. attack.c then plays who wants to know. */
#ifndef SECRETS_H
#define SECRETS_H

#include <stdbool.h>
#include <stddef.h>

#include "join.h"
#include "num.h"

/* What is known of a region of the grid. */
struct secret {
	bool has;	  /* a value, shown or hidden by us */
	bool hidden;	  /* by us or by the source */
	struct num value; /* when has */
	struct num size;  /* count, or the weight behind a mean */
};

struct secrets {
	const struct places *places;
	struct secret *at; /* by place of the grid */
	size_t count;
	/* Whole counts of which none is negative or missing: then who hides
	 * what is known to be at least 1, and two that make 2 are both 1. */
	bool bounded;
	size_t first, second; /* hidden for being small; to protect those */
};

/* Hides in s what must be hidden. */
void secrets_hide(struct secrets *s, struct num limit);
/* Regions that belong to a total, by its own members. */
bool secrets_is_total(const struct secrets *s, size_t place);
/* Whether all municipalities of deal are in province. */
bool secrets_within(const struct secrets *s, size_t deal, size_t province);
/* Tries to work out a hidden value from what is shown and the rules above:
 * true when it can, and which. */
bool secrets_attack(const struct secrets *s, size_t *which);

#endif
