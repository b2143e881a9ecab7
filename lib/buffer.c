#include "buffer.h"

#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mem.h"

/* Room for n bytes more and a NUL. */
static char *
room(struct buffer *b, size_t n)
{
	if (b->cap - b->n <= n)
		b->s = mem_grow(b->s, &b->cap, b->n + n + 1, 1);
	return b->s + b->n;
}

void
buffer_free(struct buffer *b)
{
	free(b->s);
	*b = (struct buffer){0};
}

void
buffer_clear(struct buffer *b)
{
	b->n = 0;
}

void
buffer_bytes(struct buffer *b, const char *s, size_t n)
{
	char *p;

	/* Also for gcc, which else reckons with what cannot be. */
	assert(n <= PTRDIFF_MAX);
	p = room(b, n);
	if (n > 0)
		memcpy(p, s, n);
	b->n += n;
}

void
buffer_add(struct buffer *b, struct text t)
{
	buffer_bytes(b, t.s, t.n);
}

void
buffer_list(struct buffer *b, const char *separator, struct text t)
{
	if (b->n > 0)
		buffer_string(b, separator);
	buffer_add(b, t);
}

void
buffer_char(struct buffer *b, char c)
{
	*room(b, 1) = c;
	b->n++;
}

void
buffer_string(struct buffer *b, const char *s)
{
	buffer_bytes(b, s, strlen(s));
}

void
buffer_utf8(struct buffer *b, uint32_t c)
{
	b->n += text_utf8(c, room(b, TEXT_UTF8));
}

void
buffer_uint(struct buffer *b, uint64_t v)
{
	char digits[24], *end = digits + sizeof(digits), *p = end;
	do
		*--p = (char)('0' + v % 10);
	while ((v /= 10) > 0);
	buffer_bytes(b, p, (size_t)(end - p));
}

void
buffer_vprintf(struct buffer *b, const char *fmt, va_list ap)
{
	va_list again;

	/* gcc looks at what the sanitizer would do with none. */
	assert(fmt);
	va_copy(again, ap);
	int n = vsnprintf(NULL, 0, fmt, again);
	va_end(again);
	if (n > 0) {
		vsnprintf(room(b, (size_t)n), (size_t)n + 1, fmt, ap);
		b->n += (size_t)n;
	}
}

void
buffer_printf(struct buffer *b, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	buffer_vprintf(b, fmt, ap);
	va_end(ap);
}

void
buffer_part(struct buffer *b, struct text t)
{
	buffer_uint(b, t.n);
	buffer_char(b, ':');
	buffer_add(b, t);
}

/* room leaves a place for the NUL. */
struct text
buffer_view(const struct buffer *b)
{
	if (!b->s)
		return text_of("");
	b->s[b->n] = '\0';
	return (struct text){b->s, b->n};
}
