/* A bar of what is realised and planned against a target, and the growth of
 * each year beside it. */
#ifndef BAR_H
#define BAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "output.h"

/* The parts of a bar, in order. */
enum bar_part { BAR_GROWTH, BAR_HARD, BAR_ZACHT, BAR_ONBEKEND, BAR_PARTS };

#define BAR_YEARS 9

struct bar {
	struct output *out;
	bool colour; /* beside the letters, never instead of them */
	int64_t n[BAR_PARTS];
	int64_t opgave; /* the target: above 0 */
	int64_t most;	/* percent of the target that fills the width */
	int64_t years[BAR_YEARS];
	size_t year_count;
};

/* The growth of a next year; the last BAR_YEARS are kept. */
void bar_year(struct bar *b, int64_t growth);
/* Percent of the target that the parts make, at most 1000. */
int64_t bar_percent(const struct bar *b);
/* A line of at most 80 columns. True when it has the growth of years: with
 * fewer than two there is nothing to compare. */
bool bar_write(const struct bar *b);
/* The letters and what they stand for. */
void bar_legend(struct output *out, bool colour);

#endif
