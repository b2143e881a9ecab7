/* The public plan table: which plans it shows by themselves. */
#ifndef FEED_H
#define FEED_H

#include "cells.h"
#include "facts.h"
#include "world.h"

/* Where to its rows go. */
struct feed {
	struct world *world;
	struct cells *cells;
	int round;
	struct facts *facts; /* NULL: nobody asks for these */
};

/* A row of no plan of the register is a sum of those that are not shown. 0, or
 * -1 with the message given. */
int feed_read(const struct feed *f, const char *path);

#endif
