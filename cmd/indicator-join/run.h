/* One run of the join: reads all sources, or one onderwerp at a time, and hands
 * on the indicators as they get ready. */
#ifndef RUN_H
#define RUN_H

#include "grid/join.h"

/* Who takes the indicators, in catalogue order. */
struct run_sink {
	void *ctx;
	int (*indicator)(void *ctx, struct join *j, size_t i);
	bool keeps; /* needs the cells after that */
};

/* Reads everything, closes the sources and hands on every indicator. */
int run_join(struct join *j, const struct run_sink *sink);

#endif
