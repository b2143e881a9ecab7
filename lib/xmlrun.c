#include "xmlrun.h"

#include <stdlib.h>
#include <string.h>

#include "mem.h"

/* Read at a time. With reads cut short by a test, small too: so that a child
 * begins and ends everywhere in it, and some are larger. */
#if defined(INPUT_CHUNK) || defined(INPUT_CHUNKS)
#define ROOM 1024
#else
#define ROOM (128 << 10)
#endif

/* Where nothing came to take in so much, nothing will. */
#define AHEAD_MAX (1 << 20)

/* A declaration with a BOM before it is never cut in two. */
#define HOLD 8

/* What comes behind the bytes at hand: MORE; more when some of these are out of
 * the way, FULL; nothing, LAST. */
enum behind { MORE, FULL, LAST };

struct feed {
	struct xmlin *xml; /* NULL: there is no next */
	const struct xmlrun *run;
	size_t ahead;	 /* bytes before the shortcut */
	size_t least;	 /* the parser is to be given, for it waits for more */
	size_t searched; /* of what waits for more: no end is in these bytes */
};

/* The place behind the first `end` in the n bytes at p, or NULL. */
static const char *
behind(const char *p, size_t n, const char *end)
{
	size_t k = strlen(end);
	const char *last = p + n;
	while ((size_t)(last - p) >= k &&
	       (p = memchr(p, *end, (size_t)(last - p) - k + 1)) != NULL) {
		if (memcmp(p, end, k) == 0)
			return p + k;
		p++;
	}
	return NULL;
}

/* Whether a child ends in the n bytes at p. */
static bool
has_end(struct feed *f, const char *p, size_t n)
{
	size_t k = strlen(f->run->end), from = f->searched;
	if (behind(p + from, n - from, f->run->end) != NULL)
		return true;
	f->searched = n >= k ? n - k + 1 : 0;
	return false;
}

/* How many of the n bytes at p the parser is given before the shortcut is
 * looked for again; 0 when more of them are needed first. */
static size_t
piece(const struct feed *f, enum xmlin_place place, const char *p, size_t n,
      enum behind comes)
{
	size_t rest = n;
	if (f->run != NULL && f->run->next != NULL && comes != LAST)
		rest = n > HOLD ? n - HOLD : 0;
	if (place == XMLIN_PAST || n <= f->least)
		return rest;
	const char *to = behind(p + f->least, n - f->least, f->run->end);
	if (to != NULL)
		return (size_t)(to - p);
	return place == XMLIN_BETWEEN && comes == MORE ? 0 : rest;
}

/* The bytes of a BOM and "<?xml" at p, or of the latter; or 0. */
static size_t
declaration(const char *p, size_t n)
{
	static const char whole[] = "\xEF\xBB\xBF<?xml";
	if (n >= 8 && memcmp(p, whole, 8) == 0)
		return 8;
	return n >= 5 && memcmp(p, whole + 3, 5) == 0 ? 5 : 0;
}

/* Where the first XML declaration starts, its BOM included; n when there is
 * none. '?' is rare, '<' is not. */
static size_t
find_declaration(const char *p, size_t n)
{
	for (size_t i = 1; i < n; i++) {
		const char *q = memchr(p + i, '?', n - i);
		if (q == NULL)
			break;
		i = (size_t)(q - p);
		if (i >= 4 && declaration(q - 4, n - i + 4) == 8)
			return i - 4;
		if (declaration(q - 1, n - i + 1) == 5)
			return i - 1;
	}
	return n;
}

/* The parser is to be given k of the n bytes at p: how many it is, that a
 * declaration is met at their start only. At one, another parser may take over:
 * 0 when there is none. */
static size_t
to_declaration(struct feed *f, const char *p, size_t k, size_t n)
{
	size_t from = declaration(p, n);
	if (from > 0) {
		int rc = f->run->next(f->run->ctx, &f->xml);
		if (rc < 0)
			f->xml = NULL;
		if (rc > 0) {
			f->ahead = f->least = 0;
			xmlin_shortcut(f->xml, f->run->prefix);
		}
		if (rc != 0)
			return rc < 0 ? 0 : from;
	}
	if (n > k + HOLD)
		n = k + HOLD;
	size_t at = from + find_declaration(p + from, n - from);
	return at < k ? at : k;
}

/* To the parser. A comment full of what looks like ends would have it begin
 * again with each of them: what it waits for is given in ever larger pieces. */
static int
feed(struct feed *f, enum xmlin_place place, const char *p, size_t n)
{
	if (xmlin_feed(f->xml, p, n) < 0)
		return -1;
	f->searched = 0;
	f->least = xmlin_pending(f->xml) > 0 ? 2 * f->least + 64 : 0;
	if (place == XMLIN_AHEAD && (f->ahead += n) > AHEAD_MAX)
		xmlin_shortcut(f->xml, NULL);
	return 0;
}

/* Deals with the n bytes at p: how many, fewer than n when the rest waits for
 * more. */
static size_t
deal(struct feed *f, const char *p, size_t n, enum behind comes)
{
	size_t used = 0;
	while (used < n) {
		enum xmlin_place place = xmlin_place(f->xml);
		if (place == XMLIN_BETWEEN) {
			if (comes == MORE && !has_end(f, p + used, n - used))
				break;
			used += f->run->take(f->run->ctx, p + used, n - used);
			f->searched = 0;
			place = xmlin_place(f->xml);
		}
		size_t k = piece(f, place, p + used, n - used, comes);
		if (k > 0 && f->run != NULL && f->run->next != NULL)
			k = to_declaration(f, p + used, k, n - used);
		if (f->xml == NULL)
			return n;
		if (k == 0)
			break;
		if (feed(f, place, p + used, k) < 0)
			return n;
		used += k;
	}
	return used;
}

/* Reads into buf, where some of it waits; the same as input_read. */
static ssize_t
fill(struct input *in, char *buf, size_t *have)
{
	ssize_t n = input_read(in, buf + *have, ROOM - *have);
	if (n > 0)
		*have += (size_t)n;
	memset(buf + *have, 0, XMLRUN_SLACK);
	return n;
}

static int
run_all(struct feed *f, struct input *in, char *buf)
{
	size_t have = 0;
	ssize_t n = 0;
	while (f->xml != NULL && !xmlin_is_over(f->xml) &&
	       (n = fill(in, buf, &have)) > 0) {
		size_t used = deal(f, buf, have, MORE);
		if (used == 0 && have == ROOM)
			used = deal(f, buf, have, FULL);
		have -= used;
		if (used > 0 && have > 0)
			memmove(buf, buf + used, have);
	}
	if (n < 0)
		return -1;
	if (have > 0 && f->xml != NULL)
		deal(f, buf, have, LAST);
	return f->xml != NULL ? xmlin_finish(f->xml) : -1;
}

int
xmlrun(struct xmlin *x, struct input *in, const struct xmlrun *r)
{
	struct feed f = {.xml = x, .run = r};
	char *buf = mem_array(ROOM + XMLRUN_SLACK, 1);
	if (r != NULL)
		xmlin_shortcut(x, r->prefix);
	int rc = run_all(&f, in, buf);
	free(buf);
	return rc;
}
