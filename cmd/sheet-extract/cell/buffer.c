#include "cell/buffer.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "mem.h"

void
buffer_add(struct buffer *b, const char *s, size_t n)
{
	if (n > BUFFER_MAX - b->n)
		n = BUFFER_MAX - b->n;
	if (b->n + n > b->cap)
		b->s = mem_grow(b->s, &b->cap, b->n + n, 1);
	if (n > 0)
		memcpy(b->s + b->n, s, n);
	b->n += n;
}

bool
buffer_full(const struct buffer *b)
{
	return b->n >= BUFFER_MAX;
}

void
buffer_free(struct buffer *b)
{
	free(b->s);
	*b = (struct buffer){0};
}

struct text
buffer_text(const struct buffer *b)
{
	return (struct text){b->n > 0 ? b->s : "", b->n};
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static void
trim(struct buffer *b, size_t from)
{
	size_t start = from;
	while (b->n > from && is_blank(b->s[b->n - 1]))
		b->n--;
	while (start < b->n && is_blank(b->s[start]))
		start++;
	if (start > from)
		memmove(b->s + from, b->s + start, b->n - start);
	b->n -= start - from;
}

/* The value of _xHHHH_ at p, or -1. */
static long
escape_at(const char *p, size_t n)
{
	long v = 0;
	if (n < 7 || p[0] != '_' || p[1] != 'x' || p[6] != '_')
		return -1;
	for (int i = 2; i < 6; i++) {
		char c = p[i];
		if (c >= '0' && c <= '9')
			v = v * 16 + c - '0';
		else if (c >= 'a' && c <= 'f')
			v = v * 16 + c - 'a' + 10;
		else if (c >= 'A' && c <= 'F')
			v = v * 16 + c - 'A' + 10;
		else
			return -1;
	}
	return v;
}

static size_t
put_utf8(char *p, uint32_t c)
{
	static const unsigned char lead[] = {0, 0, 0xc0, 0xe0, 0xf0};
	size_t n = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
	for (size_t i = n; i-- > 1; c >>= 6)
		p[i] = (char)(0x80 | (c & 0x3f));
	p[0] = (char)(lead[n] | c);
	return n;
}

/* Bytes read for one character at p, written to *out. NUL and halves of
 * pairs stay as they are written: no text can hold them. */
static size_t
unescape(const char *p, size_t n, uint32_t *out)
{
	long v = escape_at(p, n);
	if (v <= 0 || (v >= 0xdc00 && v < 0xe000))
		return 0;
	*out = (uint32_t)v;
	if (v < 0xd800 || v >= 0xdc00)
		return 7;
	long low = escape_at(p + 7, n - 7);
	if (low < 0xdc00 || low >= 0xe000)
		return 0;
	*out =
	    0x10000 + (((uint32_t)v - 0xd800) << 10) + ((uint32_t)low - 0xdc00);
	return 14;
}

void
buffer_end_string(struct buffer *b, size_t from, bool preserve)
{
	if (!preserve)
		trim(b, from);
	if (b->n - from < 7 || memchr(b->s + from, '_', b->n - from) == NULL)
		return;
	size_t to = from;
	for (size_t i = from; i < b->n;) {
		uint32_t c;
		size_t used = unescape(b->s + i, b->n - i, &c);
		if (used > 0)
			to += put_utf8(b->s + to, c);
		else
			b->s[to++] = b->s[i++];
		i += used;
	}
	b->n = to;
}
