/* The first records of a delivery that has no layout: enough to see how it
 * is made. */
#ifndef SAMPLE_H
#define SAMPLE_H

#include <stddef.h>

#include "read/header.h"
#include "input.h"
#include "layout/vocabulary.h"

struct sample {
	char delimiter;
	size_t kop, kopregels; /* where the header is */
	struct header *header;
	struct text *last;  /* the last header row alone, folded */
	struct text **rows; /* the records after it, of the header's width */
	size_t row_count, row_cap;
	struct arena *arena;
};

/* Looks at the first bytes of `in`, which is UTF-8. delimiter 0: the one that
 * occurs most. NULL when there is no header to be seen, message given. */
struct sample *sample_take(struct input *in, char delimiter,
			   const struct vocabulary *v);
void sample_free(struct sample *s);

#endif
