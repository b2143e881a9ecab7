#include "read/original.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "diag.h"
#include "mem.h"

struct original {
	struct input *source;	 /* the caller's */
	struct input *converted; /* NULL when nothing is */
	bool wide;		 /* UTF-16 */
	bool keep;
	char *s; /* bytes read from the source and not yet dropped */
	size_t at, n, cap;
	bool begun;
};

static ssize_t
keep_read(void *ctx, void *buf, size_t n)
{
	struct original *o = ctx;
	ssize_t k = input_read(o->source, buf, n);

	if (k <= 0 || !o->keep)
		return k;
	memmove(o->s, o->s + o->at, o->n - o->at);
	o->n -= o->at;
	o->at = 0;
	o->s = mem_grow(o->s, &o->cap, o->n + (size_t)k, 1);
	memcpy(o->s + o->n, buf, (size_t)k);
	o->n += (size_t)k;
	return k;
}

static int
keep_close(void *ctx)
{
	(void)ctx;
	return 0;
}

struct original *
original_new(struct input *in, const char *encoding, bool keep)
{
	struct original *o = mem_new(struct original);

	o->source = in;
	o->keep = keep;
	if (!encoding)
		return o;
	o->wide = strncasecmp(encoding, "utf-16", 6) == 0 ||
		  strncasecmp(encoding, "utf16", 5) == 0;
	o->s = mem_grow(NULL, &o->cap, 1, 1);
	o->converted = input_new(input_name(in), o, keep_read, keep_close);
	if (input_encoding(o->converted, encoding) == 0)
		return o;
	original_free(o);
	return NULL;
}

void
original_free(struct original *o)
{
	if (!o)
		return;
	input_close(o->converted);
	free(o->s);
	free(o);
}

struct input *
original_input(struct original *o)
{
	return o->converted ? o->converted : o->source;
}

/* A byte order mark is in the delivery and not in what was made of it. */
static size_t
mark(struct original *o)
{
	const unsigned char *p = (const unsigned char *)o->s + o->at;

	if (o->begun || !o->wide || o->n - o->at < 2)
		return 0;
	return (p[0] == 0xFF && p[1] == 0xFE) || (p[0] == 0xFE && p[1] == 0xFF)
		   ? 2
		   : 0;
}

/* How many bytes of the delivery made this text. */
static size_t
measure(const struct original *o, struct text utf8)
{
	size_t n = 0;

	for (size_t i = 0; i < utf8.n; i++) {
		unsigned char c = (unsigned char)utf8.s[i];

		if ((c & 0xC0) != 0x80)
			n += !o->wide ? 1 : c >= 0xF0 ? 4 : 2;
	}
	return n;
}

int
original_take(struct original *o, struct text utf8, struct text *out)
{
	size_t n;

	*out = utf8;
	if (!o->converted)
		return 0;
	n = mark(o) + measure(o, utf8);
	o->begun = true;
	if (n > o->n - o->at)
		return diag_fail("%s: rejects can only be kept of encodings of "
				 "one byte a character, and UTF-16",
				 input_name(o->source));
	*out = (struct text){o->s + o->at, n};
	o->at += n;
	return 0;
}
