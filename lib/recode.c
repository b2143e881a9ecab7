#include "recode.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>

#include "mem.h"

#define PENDING 131072

struct recode {
	iconv_t conv;
	bool latin1;   /* as it was called */
	bool was_1252; /* it has bytes 80 to 9F */
	bool control;
	size_t n;
	char pending[PENDING]; /* bytes that iconv could not yet take */
};

/* The names of Latin-1 (IANA), without marks. */
static bool
is_latin1(const char *encoding)
{
	static const char *const names[] = {"latin1", "l1",	"iso88591",
					    "cp819",  "ibm819", "isoir100"};
	char plain[16];
	size_t n = 0;

	for (const char *p = encoding; *p; p++)
		if (*p != '-' && *p != '_' && n < sizeof(plain) - 1)
			plain[n++] =
			    (char)(*p >= 'A' && *p <= 'Z' ? *p - 'A' + 'a'
							  : *p);
	plain[n] = '\0';
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strcmp(plain, names[i]) == 0)
			return true;
	return false;
}

struct recode *
recode_new(const char *encoding)
{
	bool latin1 = is_latin1(encoding);
	iconv_t conv = iconv_open("UTF-8", latin1 ? "windows-1252" : encoding);
	struct recode *c;

	if (conv == (iconv_t)-1)
		return NULL;
	c = mem_new(struct recode);
	c->conv = conv;
	c->latin1 = latin1;
	return c;
}

void
recode_free(struct recode *c)
{
	if (!c)
		return;
	iconv_close(c->conv);
	free(c);
}

char *
recode_space(struct recode *c, size_t *room)
{
	*room = PENDING - c->n;
	return c->pending + c->n;
}

void
recode_put(struct recode *c, size_t n)
{
	c->n += n;
}

size_t
recode_pending(const struct recode *c)
{
	return c->n;
}

bool
recode_is_control(const struct recode *c)
{
	return c->control;
}

bool
recode_was_1252(const struct recode *c)
{
	return c->was_1252;
}

static bool
has_high(const char *p, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (((unsigned char)p[i] & 0xe0) == 0x80)
			return true;
	return false;
}

/* U+0080 to U+009F in UTF-8. */
static bool
has_control(const char *p, size_t n)
{
	const char *end = p + n;

	while ((p = memchr(p, 0xc2, (size_t)(end - p))))
		if (++p < end && ((unsigned char)*p & 0xe0) == 0x80)
			return true;
	return false;
}

ssize_t
recode_some(struct recode *c, char *out, size_t n, bool end)
{
	char *from = c->pending, *to = out;
	size_t left = c->n, room = n;

	if (iconv(c->conv, &from, &left, &to, &room) == (size_t)-1 &&
	    errno == EILSEQ)
		return -1;
	c->control = has_control(out, (size_t)(to - out));
	if (c->control)
		return -1;
	if (c->latin1 && !c->was_1252)
		c->was_1252 = has_high(c->pending, c->n - left);
	memmove(c->pending, from, left);
	c->n = left;
	if (end && left && to == out)
		return -1;
	return to - out;
}
