/* What subtracting leaves: for each cell that is shown the unknowns that are in
 * no smaller set, down to where nothing more can be taken off. A reader knows
 * the sum of each set, and all other sums that are shown follow from these. */
#ifndef SETS_H
#define SETS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "cells.h"
#include "limits.h"
#include "world.h"

struct set {
	const struct cell *base;
	size_t *unknowns; /* by number */
	size_t count;
	size_t *off; /* the sets that were taken off */
	size_t off_count;
};

struct sets;

/* What the release before tells by itself, by the unknown's number: exactly,
 * or more than it should (the first too). */
struct told {
	bool *exactly, *nearly;
};

/* Of the rounds in `rounds` (bits: 1 << NOW). What is told exactly is taken
 * off; what is told nearly is no secret any more. told outlives the sets; NULL:
 * nothing is. */
struct sets *sets_new(struct world *w, const struct cells *c, unsigned rounds,
		      const struct told *told);
void sets_free(struct sets *s);
size_t sets_count(const struct sets *s);
const struct set *sets_at(const struct sets *s, size_t i);
/* Whether the unknown is shown by itself in one of these rounds. */
bool sets_known(const struct sets *s, const struct unknown *u);

/* What there is behind the sum of a set. */
struct crowd {
	size_t plans;  /* that have any in it */
	bool closed;   /* one of them is confidential */
	bool too_near; /* one of these is told nearly, by the p% rule */
	const struct unknown *worst; /* the first that is in danger */
};
struct crowd sets_crowd(const struct sets *s, const struct set *set,
			const struct limits *l);
/* Marks what a set tells of confidential unknowns. */
void sets_mark(const struct sets *s, const struct set *set,
	       const struct limits *l, struct told *told);
bool crowd_hides(const struct crowd *c, const struct limits *l);
/* What there would be behind what a cell leaves when it were shown too, and
 * whether that hides what is confidential; likewise of every sum when an entry
 * were. false is sure: it tells too much. */
bool sets_bears_cell(struct sets *s, const struct cell *c,
		     const struct limits *l);
bool sets_bears_entry(struct sets *s, const struct entry *e,
		      const struct limits *l);
/* The cells that a set follows from: its base and those of what was taken
 * off, each once. Returns how many; list has room for all cells. */
size_t sets_origin(const struct sets *s, const struct set *set,
		   const struct cell **list);

#endif
