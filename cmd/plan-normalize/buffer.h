/* Bytes put one after the other. */
#ifndef BUFFER_H
#define BUFFER_H

#include <stddef.h>
#include <stdint.h>

#include "text.h"

/* {0} is empty. The owner frees s. */
struct buffer {
	char *s;
	size_t n, cap;
};

void buffer_text(struct buffer *b, struct text t);
void buffer_char(struct buffer *b, char c);
void buffer_int(struct buffer *b, uint64_t v);
/* As a CSV field: in quotes where it needs them. */
void buffer_field(struct buffer *b, struct text t);
/* What is in it; NUL-terminated, valid until the next change. */
struct text buffer_view(const struct buffer *b);

#endif
