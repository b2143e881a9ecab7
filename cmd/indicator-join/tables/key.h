/* Texts of a row that are made of others: keys of parts, and names without
 * what would break a line. */
#ifndef KEY_H
#define KEY_H

#include <stddef.h>

#include "buffer.h"
#include "text.h"

/* The parts with '|' between them, in b alone: valid until b changes. */
struct text key_join(struct buffer *b, const struct text *parts, size_t n);
/* The text with each run of control characters as one blank, likewise. */
struct text key_clean(struct buffer *b, struct text t);

#endif
