/* The public plan table: which plans it shows by themselves. */
#ifndef FEED_H
#define FEED_H

#include "cells.h"
#include "world.h"

/* A row of no plan of the register is a sum of those that are not shown. 0, or
 * -1 with the message given. */
int feed_read(struct world *w, struct cells *c, int round, const char *path);

#endif
