#include "buffer.h"

#include <string.h>

#include "mem.h"

/* Room for n bytes more and a NUL. */
static inline char *
room(struct buffer *b, size_t n)
{
	if (b->cap - b->n <= n)
		b->s = mem_grow(b->s, &b->cap, b->n + n + 1, 1);
	return b->s + b->n;
}

void
buffer_text(struct buffer *b, struct text t)
{
	char *p = room(b, t.n);

	if (t.n)
		memcpy(p, t.s, t.n);
	p[t.n] = '\0';
	b->n += t.n;
}

void
buffer_char(struct buffer *b, char c)
{
	buffer_text(b, (struct text){&c, 1});
}

void
buffer_int(struct buffer *b, uint64_t v)
{
	char digits[24], *p = digits + sizeof(digits);

	do
		*--p = (char)('0' + v % 10);
	while (v /= 10);
	buffer_text(b, (struct text){p, (size_t)(digits + sizeof(digits) - p)});
}

static void
quoted(struct buffer *b, struct text t)
{
	buffer_char(b, '"');
	for (size_t i = 0; i < t.n; i++) {
		if (t.s[i] == '"')
			buffer_char(b, '"');
		buffer_char(b, t.s[i]);
	}
	buffer_char(b, '"');
}

void
buffer_field(struct buffer *b, struct text t)
{
	for (size_t i = 0; i < t.n; i++)
		if (t.s[i] == ',' || t.s[i] == '"' || t.s[i] == '\n' ||
		    t.s[i] == '\r') {
			quoted(b, t);
			return;
		}
	buffer_text(b, t);
}

struct text
buffer_view(const struct buffer *b)
{
	return (struct text){b->s ? b->s : "", b->n};
}
