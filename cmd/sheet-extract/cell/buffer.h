/* A growing piece of text, emptied and filled again for each cell. */
#ifndef BUFFER_H
#define BUFFER_H

#include <stdbool.h>
#include <stddef.h>

#include "text.h"

struct buffer {
	char *s;
	size_t n;
	size_t cap;
};

/* The text of one cell never needs this much: Excel stops at 32,767
 * characters. What comes beyond is not kept; callers look at buffer_full. */
#define BUFFER_MAX (1u << 20)

void buffer_add(struct buffer *b, const char *s, size_t n);
bool buffer_full(const struct buffer *b);
void buffer_free(struct buffer *b);
struct text buffer_text(const struct buffer *b);

/* Ends a <t> that began at offset `from`: blanks at its ends go unless
 * xml:space said preserve (as Excel does), _xHHHH_ becomes its character. */
void buffer_end_string(struct buffer *b, size_t from, bool preserve);

#endif
