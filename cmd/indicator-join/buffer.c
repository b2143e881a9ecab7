#include "buffer.h"

#include <stdbool.h>
#include <string.h>

#include "mem.h"

static void
reserve(struct buffer *b, size_t n)
{
	b->s = mem_grow(b->s, &b->cap, n + 1, 1);
}

struct text
buffer_join(struct buffer *b, const struct text *parts, size_t n)
{
	size_t len = 0;

	reserve(b, 0);
	for (size_t i = 0; i < n; i++) {
		reserve(b, len + parts[i].n + 1);
		if (i > 0)
			b->s[len++] = '|';
		if (parts[i].n)
			memcpy(b->s + len, parts[i].s, parts[i].n);
		len += parts[i].n;
	}
	b->s[len] = '\0';
	return (struct text){b->s, len};
}

struct text
buffer_clean(struct buffer *b, struct text t)
{
	size_t len = 0;
	bool control, before = false;

	reserve(b, t.n);
	for (size_t i = 0; i < t.n; i++) {
		control = (unsigned char)t.s[i] < 0x20 || t.s[i] == 0x7f;
		if (!control)
			b->s[len++] = t.s[i];
		else if (!before)
			b->s[len++] = ' ';
		before = control;
	}
	b->s[len] = '\0';
	return (struct text){b->s, len};
}
