/* The feed: the join run and written in the layout that was asked for. */
#ifndef FEED_H
#define FEED_H

#include "shape/layout.h"

/* 0 or -1. */
int feed_write(struct join *j, const struct layout_options *o,
	       struct output *out);

#endif
