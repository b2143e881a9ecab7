/* A text under construction: keys made of parts. */
#ifndef BUFFER_H
#define BUFFER_H

#include <stddef.h>

#include "text.h"

/* {0} to begin with; free s. */
struct buffer {
	char *s;
	size_t cap;
};

/* The parts with '|' between them: a view, valid until the next call. */
struct text buffer_join(struct buffer *b, const struct text *parts, size_t n);
/* The text with each run of control characters as one blank. */
struct text buffer_clean(struct buffer *b, struct text t);

#endif
