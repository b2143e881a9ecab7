/* The cells of a sheet between the reading, which must be over before the
 * width is known, and the writing. Up to a few MiB are held in memory, more
 * goes to an unlinked temporary file in $TMPDIR. Rows that came out of order
 * are given back in order. */
#ifndef SPOOL_H
#define SPOOL_H

#include "cell/cell.h"

struct spool;

/* name: for messages, not copied. */
struct spool *spool_new(const char *name);
void spool_free(struct spool *s);
/* All cells of a row together. 0, or -1 with the message given. */
int spool_add(struct spool *s, const struct cell *c);
/* No more comes: -1 with the message given when a row came twice, unless rows
 * may be apart: in pieces, which are put together. */
int spool_settle(struct spool *s, bool apart);
/* What is done with each cell, and after the last one of a row (NULL:
 * nothing). Both 0, or -1 to stop with the message given. */
struct spool_handler {
	int (*cell)(void *ctx, const struct cell *c);
	int (*end)(void *ctx);
};

/* All cells, rows in order; may be called again. Texts are valid until the
 * end of their row. 0, or -1. */
int spool_read(struct spool *s, const struct spool_handler *h, void *ctx);

#endif
