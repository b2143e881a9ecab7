/* What subtracting leaves: for each cell that is shown the unknowns that are in
 * no smaller set, down to where nothing more can be taken off. A reader knows
 * the sum of each set, and all other sums that are shown follow from these. Of
 * a cell that is rounded he knows between what its sum lies: from that others
 * are taken off, but it is taken off none. */
#ifndef SETS_H
#define SETS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "cells.h"
#include "drafts.h"
#include "geheim.h"
#include "told.h"
#include "world.h"

struct set {
	const struct cell *base;
	size_t *unknowns; /* by number, in order */
	size_t count;
	size_t *off; /* those that were taken off: sets_taken */
	size_t off_count;
	/* Of a rounded sum: how much less and more it may be. */
	bool rounded;
	int64_t less, more;
};

struct sets;

/* Of the rounds in `rounds` (bits: 1 << NOW). What is told exactly is taken
 * off; what a crowd before told is none of a crowd's now. told outlives the
 * sets; NULL: nothing is. */
struct sets *sets_new(struct drafts *from, unsigned rounds,
		      const struct told *told);
void sets_free(struct sets *s);
size_t sets_count(const struct sets *s);
const struct set *sets_at(const struct sets *s, size_t i);
/* Whether it has any of `count` unknowns from the number `first` on. */
bool set_has(const struct set *set, size_t first, size_t count);
/* The i-th that was taken off to leave a set: itself what others left. */
const struct set *sets_taken(const struct sets *s, const struct set *set,
			     size_t i);
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
			const struct geheim *l);
/* Marks what a set tells of confidential unknowns. */
void sets_mark(const struct sets *s, const struct set *set,
	       const struct geheim *l, struct told *told);
bool crowd_hides(const struct crowd *c, const struct geheim *l);
/* What there would be behind what a cell leaves when it were shown too, and
 * whether that hides what is confidential; likewise of every sum when an entry
 * were. false is sure: it tells too much. */
bool sets_bears_cell(struct sets *s, const struct cell *c,
		     const struct geheim *l);
bool sets_bears_entry(struct sets *s, const struct entry *e,
		      const struct geheim *l);
/* The cells that a set follows from: its base and those of what was taken
 * off, each once. Returns how many; list has room for all cells. */
size_t sets_origin(const struct sets *s, const struct set *set,
		   const struct cell **list);

#endif
