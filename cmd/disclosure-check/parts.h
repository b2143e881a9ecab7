/* Sets fall apart: those that share no unknown, and no plan whose years are
 * added up, tell nothing of each other. A part that was found good stays so
 * until a set of it changes, so that who mends need not solve all again. */
#ifndef PARTS_H
#define PARTS_H

#include <stdbool.h>

#include "map.h"
#include "sets.h"
#include "world.h"

struct parts;

/* passed has the parts that were found good, and outlives these; `both`: with
 * what was told before, which another system has not. */
struct parts *parts_new(struct world *w, const struct sets *s, bool both,
			struct map *passed);
void parts_free(struct parts *p);
/* By set: whether it is of a part that was found good. */
const bool *parts_good(const struct parts *p);
/* All parts are good. */
void parts_pass(struct parts *p);

#endif
