/* Headers that make numbers mean something else: one that says they are
 * thousands, and one that stands again below the first. */
#ifndef HEADS_H
#define HEADS_H

#include "csvin.h"
#include "read/binding.h"

/* -1, with the message given, when the header or what stands above it says
 * that the numbers are multiples ("x 1.000") and the layout does not say they
 * are dwellings. */
int heads_unit(const struct header *h, const struct binding *b,
	       const struct csvin *in);

enum heads_again {
	HEADS_NONE,  /* a record */
	HEADS_SAME,  /* the header, word for word */
	HEADS_OTHER, /* another one: its words in other columns */
};

/* What the record at hand is. */
enum heads_again heads_again(const struct header *h, const struct csvin *in);
/* -1: says that the record at hand is another header. */
int heads_refuse(const struct csvin *in);

#endif
