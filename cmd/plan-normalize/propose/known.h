/* A delivery that a layout fits already, down to its last column: that layout
 * is what is proposed. */
#ifndef KNOWN_H
#define KNOWN_H

#include "layout/choices.h"
#include "input.h"
#include "output.h"

/* 1 when there is such a layout and it was written, each line with the reason;
 * 0 when there is none; -1 with the message given, as when two fit equally
 * well. encoding and delimiter as for dialect_find. */
int known_write(struct input *in, const struct choices *layouts,
		const char *encoding, char delimiter, struct output *out);

#endif
