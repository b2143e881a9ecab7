/* Public plans that join the confidential ones of their municipality, so that
 * these are hidden among them. */
#ifndef MERGE_H
#define MERGE_H

#include <stdbool.h>

#include "judge.h"

/* Whether an entry is shown before anything is merged: what was hidden stays
 * so, or it tells of what it hid. */
bool merge_begins(const struct entry *e);
/* Whether every sum with the unknown hides it, of this release and of it and
 * those before it together. */
bool merge_hides(struct judge *j, const struct unknown *u);
/* Hides public plans of a municipality, the smallest first, until the unknown
 * is hidden; none when all together do not hide it. */
bool merge_public(struct judge *j, const struct danger *d,
		  struct text gemeente);
/* All that can be hidden so, before any total is withheld: of each municipality
 * by itself as long as that hides what it should from who looks at all, and
 * then of what several tell together. */
void merge_all(struct judge *j);

#endif
