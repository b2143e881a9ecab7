/* What changed since the delivery before, in the words of a letter. */
#ifndef MOVES_H
#define MOVES_H

#include "buffer.h"
#include "changes.h"
#include "delivery.h"

/* Adds a line for each plan of the municipality that is new, gone, rejected
 * or not what it was: first those of the register in its order, then those
 * that are not in it. */
void moves_put(struct buffer *b, const struct delivery *d,
	       const struct changes *c, struct text gemeente);

#endif
