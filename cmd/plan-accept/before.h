/* What is in force in the release before: the plans of each municipality in
 * its register, and of which deliveries they are. */
#ifndef BEFORE_H
#define BEFORE_H

#include <stddef.h>

#include "csvout.h"
#include "map.h"
#include "tally.h"

/* A delivery in force: a row of vankracht.csv, but for gemeente and oordeel.
 * Empty is what nobody kept. */
struct force {
	struct text levering, peildatum, bestand, bytes, sha256, uitgave;
};

/* Of one municipality. */
struct was {
	struct text gemeente;
	struct tally *tally;
	struct force *list;
	size_t count, cap;
};

struct before;

/* forces: vankracht.csv of that release, or NULL: then what the register
 * says, of the release called `name`. NULL on failure, message given. */
struct before *before_load(const char *path, const char *forces,
			   const char *name);
void before_free(struct before *b);
size_t before_count(const struct before *b);
/* In order of the register. */
const struct was *before_at(const struct before *b, size_t i);
/* NULL when nothing is in force, or b is NULL. */
const struct was *before_of(const struct before *b, struct text gemeente);
/* The rows of the register of those municipalities that are in `kept`, each
 * as it was. 0, or -1 with the message given. */
int before_write(const struct before *b, const struct map *kept,
		 struct csvout *w);

#endif
