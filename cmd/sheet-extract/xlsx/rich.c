#include "xlsx/rich.h"

#include <stdint.h>
#include <string.h>

#include "cell/cell.h"

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
rich_end_string(struct buffer *b, size_t from, bool preserve)
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
			to += text_utf8(c, b->s + to);
		else
			b->s[to++] = b->s[i++];
		i += used;
	}
	b->n = to;
}

void
rich_init(struct rich *r, struct xmlin *x)
{
	*r = (struct rich){0};
	r->t = xmlin_intern(x, "t");
	r->phonetic = xmlin_intern(x, "rPh");
	r->space = xmlin_intern(x, "space");
}

void
rich_free(struct rich *r)
{
	buffer_free(&r->text);
}

void
rich_clear(struct rich *r)
{
	r->text.n = 0;
	r->skip = 0;
	r->on = false;
}

void
rich_start(struct rich *r, const char *local, const struct xml_attribute *attrs,
	   size_t count)
{
	if (r->skip > 0 || local == r->phonetic) {
		r->skip++;
		return;
	}
	if (local != r->t)
		return;
	r->on = true;
	r->from = r->text.n;
	r->preserve = false;
	for (size_t i = 0; i < count; i++)
		if (attrs[i].local == r->space && attrs[i].ns[0] != '\0')
			r->preserve = text_is(attrs[i].value, "preserve");
}

void
rich_end(struct rich *r, const char *local)
{
	if (r->skip > 0) {
		r->skip--;
	} else if (r->on && local == r->t) {
		rich_end_string(&r->text, r->from, r->preserve);
		r->on = false;
	}
}

void
rich_text(struct rich *r, const char *s, size_t n)
{
	if (r->on)
		cell_add(&r->text, s, n);
}
