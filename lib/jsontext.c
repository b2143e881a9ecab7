#include "jsontext.h"

#include <string.h>

#include "mem.h"

static char *
escaped(char *p, unsigned c)
{
	static const char digits[] = "0123456789abcdef";

	*p++ = '\\';
	*p++ = 'u';
	for (int shift = 12; shift >= 0; shift -= 4)
		*p++ = digits[c >> shift & 15];
	return p;
}

/* The character that steers at t.s; all of them have at most three bytes. */
static char *
inert(char *p, struct text t, size_t *bytes)
{
	const unsigned char *s = (const unsigned char *)t.s;
	unsigned c = s[0];

	*bytes = c < 0x80 ? 1 : c < 0xe0 ? 2 : 3;
	if (*bytes == 2)
		c = (c & 0x1fu) << 6 | (s[1] & 0x3fu);
	else if (*bytes == 3)
		c = (c & 0xfu) << 12 | (s[1] & 0x3fu) << 6 | (s[2] & 0x3fu);
	return escaped(p, c);
}

/* Two letters for the usual ones; 0 for what has none. */
static char
short_form(char c)
{
	switch (c) {
	case '\n':
		return 'n';
	case '\r':
		return 'r';
	case '\t':
		return 't';
	default:
		return c == '"' || c == '\\' ? c : 0;
	}
}

/* Bytes at the beginning of t that stand for themselves. */
static size_t
plain(struct text t)
{
	size_t n = 0;

	while (n < t.n && (unsigned char)t.s[n] >= 0x20 && t.s[n] != '"' &&
	       t.s[n] != '\\')
		n++;
	return text_steers((struct text){t.s, n});
}

/* Without half a character: text_utf8_error found none. */
static char *
put(char *p, struct text t)
{
	size_t k;

	while (t.n) {
		k = plain(t);
		memcpy(p, t.s, k);
		p += k;
		t = (struct text){t.s + k, t.n - k};
		if (t.n == 0)
			break;
		k = 1;
		if (short_form(t.s[0])) {
			*p++ = '\\';
			*p++ = short_form(t.s[0]);
		} else {
			p = inert(p, t, &k);
		}
		t = (struct text){t.s + k, t.n - k};
	}
	return p;
}

char *
jsontext_put(char *p, struct text t)
{
	*p++ = '"';
	while (t.n) {
		size_t good = text_utf8_error(t.s, t.n);

		p = put(p, (struct text){t.s, good});
		t = (struct text){t.s + good, t.n - good};
		if (t.n == 0)
			break;
		/* NUL is none of its text either. */
		p = escaped(p, t.s[0] ? 0xdc00u | (unsigned char)t.s[0] : 0);
		t = (struct text){t.s + 1, t.n - 1};
	}
	*p++ = '"';
	return p;
}

void
jsontext_add(struct buffer *b, struct text t)
{
	b->s = mem_grow(b->s, &b->cap, b->n + JSONTEXT_ROOM(t.n) + 1, 1);
	b->n = (size_t)(jsontext_put(b->s + b->n, t) - b->s);
}
