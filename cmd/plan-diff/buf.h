/* A piece of text that grows: keys and joined words are put together in it. */
#ifndef BUF_H
#define BUF_H

#include <stddef.h>

#include "text.h"

/* {0} is empty; free(s) in the end. */
struct buf {
	char *s;
	size_t n;
	size_t cap;
};

void buf_clear(struct buf *b);
void buf_add(struct buf *b, struct text t);
void buf_string(struct buf *b, const char *s);
/* With its length before it, so that no two keys run together. */
void buf_part(struct buf *b, struct text t);
/* NUL-terminated; valid until the next change. */
struct text buf_text(struct buf *b);

#endif
