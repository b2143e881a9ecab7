/* Bytes that were looked at, read again as an input of their own. */
#ifndef MEMORY_H
#define MEMORY_H

#include "input.h"
#include "text.h"

struct memory {
	struct text rest;
};

/* m and the bytes outlive the input. */
struct input *memory_input(struct memory *m, const char *name,
			   struct text bytes);
/* What was peeked, without a last line that may be cut off. */
struct text memory_whole_lines(struct text bytes);

#endif
