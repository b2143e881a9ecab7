/* Columns that hold a crossing of two partitions (flats that are bought), a
 * price class that shares its category with another, or a part of what the
 * layout says is one sum: the register has their sums, of all dwellings and of
 * each category. */
#ifndef CROSSING_H
#define CROSSING_H

#include <stdbool.h>

#include "read/amount.h"
#include "read/binding.h"

/* Adds the sums of such columns to the binding, after its own columns. -1
 * when the layout gives the records a categorie too. */
int crossing_bind(struct binding *b);
/* True when a record that tells these partitions (struct plan) tells that sum
 * by this column: one of a crossing may hold what is known of one side only. */
bool crossing_tells(const struct bound_column *c, const struct kind *sum,
		    const unsigned told[SOORT_COUNT]);
/* Adds a number of the list to its sums in the list that the record tells,
 * which have their bounds at the same place of that list. False when one does
 * not fit. */
bool crossing_add(struct amount *list, struct bounds *bounds, size_t i,
		  const unsigned told[SOORT_COUNT]);
/* A cell of the list without a number: until it has one, a sum is what all
 * its cells are, onbekend as soon as one is, else leeg. */
void crossing_say(struct amount *list, size_t i);

#endif
