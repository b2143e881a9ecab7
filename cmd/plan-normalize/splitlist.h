/* A cell that is a list: its parts trimmed, in the layout's words, sorted,
 * each once, joined by a bar. */
#ifndef SPLITLIST_H
#define SPLITLIST_H

#include "buffer.h"
#include "layout.h"

/* {0} is empty. */
struct splitlist {
	struct buffer joined;
	struct text *parts;
	size_t cap;
};

/* Valid until the next call. */
struct text splitlist_read(struct splitlist *s, const struct layout *l,
			   enum field f, struct text cell);
void splitlist_clear(struct splitlist *s);

#endif
