#include "buf.h"

#include <stdio.h>
#include <string.h>

#include "mem.h"

void
buf_clear(struct buf *b)
{
	b->n = 0;
}

void
buf_add(struct buf *b, struct text t)
{
	b->s = mem_grow(b->s, &b->cap, b->n + t.n + 1, 1);
	if (t.n > 0)
		memcpy(b->s + b->n, t.s, t.n);
	b->n += t.n;
}

void
buf_string(struct buf *b, const char *s)
{
	buf_add(b, text_of(s));
}

void
buf_part(struct buf *b, struct text t)
{
	char length[24];

	snprintf(length, sizeof length, "%zu:", t.n);
	buf_string(b, length);
	buf_add(b, t);
}

struct text
buf_text(struct buf *b)
{
	b->s = mem_grow(b->s, &b->cap, b->n + 1, 1);
	b->s[b->n] = '\0';
	return (struct text){b->s, b->n};
}
