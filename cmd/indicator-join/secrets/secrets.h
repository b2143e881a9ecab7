/* Small counts withheld (--min-count), in one period of one indicator: first
 * those below the limit, then as many others as it takes that no total gives
 * one away. A total is a Woondeal or a province, or a municipality or wijk
 * with the wijken and buurten in it (below.c); the country has parts that are
 * not in the grid. attack.c then plays who wants to know; withhold.c goes round
 * until nobody can. */
#ifndef SECRETS_H
#define SECRETS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "secrets/families.h"
#include "grid/join.h"
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
	struct families *families;
	struct secret *at; /* by place of the grid */
	size_t count;	   /* those before the country */
	size_t all;	   /* and those after it */
	/* Whole counts of which none is negative or missing: then who hides
	 * what is known to be at least 1, and two that make 2 are both 1. */
	bool bounded;
	bool bounded_parts; /* the same of wijken and buurten; some may miss */
	int64_t margin;	    /* other values that a hidden one must have */
	size_t first, second; /* hidden for being small; to protect those */
};

/* Regions that belong to a total, by its own members. */
bool secrets_is_total(const struct secrets *s, size_t place);
/* Whether all municipalities of deal are in province. */
bool secrets_within(const struct secrets *s, size_t deal, size_t province);
/* A value that is not hidden. */
bool secrets_shown(const struct secrets *s, size_t place);
/* Hides one more, to protect others. */
void secrets_protect(struct secrets *s, size_t place);
/* Hides one more where a municipality or wijk and its parts give something
 * away; false when none does. */
bool secrets_below(struct secrets *s);
/* Hides one more beside a value that follows nevertheless: the smallest part
 * of a total that it is in, else such a total, or one further off; false when
 * none is shown. */
bool secrets_yield(struct secrets *s, size_t which);
/* Hides where a total and its members give something away; false when none
 * does. */
bool secrets_guard(struct secrets *s);
/* Tries to work out a hidden value from what is shown and the rules above, or
 * one that has fewer other values than the margin: true when it can, and which.
 * Finds every one that can be: attack.c. */
bool secrets_attack(const struct secrets *s, size_t *which);

#endif
