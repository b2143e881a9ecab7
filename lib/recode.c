#include "recode.h"

#include <errno.h>
#include <iconv.h>
#include <stdint.h>
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

/* As UTF-8, as far as it goes: bytes made, 0 when it is not of the encoding. A
 * character cut off at the end is no error. */
static size_t
decode(const char *encoding, const char *p, size_t n, char *out, size_t cap)
{
	iconv_t conv = iconv_open("UTF-8", encoding);
	char *from = (char *)(uintptr_t)p, *to = out;
	size_t left = n, room = cap;
	bool good = conv != (iconv_t)-1 &&
		    (iconv(conv, &from, &left, &to, &room) != (size_t)-1 ||
		     errno != EILSEQ);

	if (conv != (iconv_t)-1)
		iconv_close(conv);
	return good ? (size_t)(to - out) : 0;
}

/* Counts the characters beyond ASCII, and those that Dutch has. */
static void
count(const char *p, size_t n, size_t *known, size_t *all)
{
	static const char dutch[] =
	    "\u00e9\u00eb\u00ef\u00f6\u00fc\u00e1\u00e0\u00e2\u00e4\u00e8\u00ea"
	    "\u00ed\u00ee\u00f3\u00f2\u00f4\u00fa\u00fb\u00e7\u00f1\u00df\u00c9"
	    "\u00cb\u00cf\u00d6\u00dc\u00c1\u00c8\u00cd\u00d3\u00da\u00c7"
	    "\u20ac\u2013\u2014\u2018\u2019\u201c\u201d\u201e\u2026\u2022"
	    "\u00b0\u00b2\u00b3\u00bd\u00bc\u00be\u00b1\u00d7\u00a7\u00a0";
	char one[5];

	*known = *all = 0;
	for (size_t i = 0; i < n;) {
		size_t k = 1;
		while (i + k < n && ((unsigned char)p[i + k] & 0xc0) == 0x80)
			k++;
		if (k > 1 && k < sizeof(one)) {
			memcpy(one, p + i, k);
			one[k] = '\0';
			++*all;
			*known += strstr(dutch, one) != NULL;
		}
		i += k;
	}
}

/* Text in 16 bits is full of zeros: high or low bytes of its characters. */
static const char *
guess_wide(const char *p, size_t n)
{
	size_t zeros[2] = {0, 0};

	for (size_t i = 0; i < n; i++)
		zeros[i % 2] += p[i] == '\0';
	if (zeros[0] + zeros[1] == 0)
		return NULL;
	return zeros[1] >= zeros[0] ? "utf-16le" : "utf-16be";
}

const char *
recode_guess(const char *p, size_t n, size_t *known, size_t *all)
{
	static const char *const names[] = {"windows-1252", "cp850",
					    "macintosh"};
	const char *best = guess_wide(p, n);
	size_t cap = 3 * n + 4, good, found;
	char *out;

	*known = *all = 0;
	if (best)
		return best;
	out = mem_array(cap, 1);
	best = names[0];
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		size_t made = decode(names[i], p, n, out, cap);
		count(out, made, &good, &found);
		if (made == 0 || good * (*all + 1) <= *known * (found + 1))
			continue;
		best = names[i];
		*known = good;
		*all = found;
	}
	free(out);
	return best;
}
