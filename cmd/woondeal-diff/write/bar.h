/* A bar of what is realised and planned against a target, and the growth of
 * each year beside it. */
#ifndef BALK_H
#define BALK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "output.h"

/* The parts of a bar, in order. */
enum balkdeel { BALK_GROEI, BALK_HARD, BALK_ZACHT, BALK_ONBEKEND, BALK_DELEN };

#define BALK_JAREN 9

struct balk {
	struct output *out;
	bool colour; /* beside the letters, never instead of them */
	int64_t n[BALK_DELEN];
	int64_t opgave; /* the target: above 0 */
	int64_t most;	/* percent of the target that fills the width */
	int64_t jaren[BALK_JAREN];
	size_t jaar_count;
};

/* The growth of a next year; the last BALK_JAREN are kept. */
void balk_year(struct balk *b, int64_t growth);
/* Percent of the target that the parts make, at most 1000. */
int64_t balk_percent(const struct balk *b);
/* A line of at most 80 columns. True when it has the growth of years: with
 * fewer than two there is nothing to compare. */
bool balk_write(const struct balk *b);
/* The letters and what they stand for. */
void balk_legend(struct output *out, bool colour);

#endif
