#include "xmlrun.h"

#include <stdlib.h>
#include <string.h>

#include "mem.h"

/* Read at a time. With reads cut short by a test, small too: so that a child
 * begins and ends everywhere in it. */
#ifdef INPUT_CHUNK
#define ROOM 256
#else
#define ROOM (128 << 10)
#endif

/* Where nothing came to take in so much, nothing will. */
#define AHEAD_MAX (1 << 20)

struct feed {
	struct xmlin *xml;
	const struct xmlrun *run;
	size_t ahead; /* bytes before the shortcut */
	size_t least; /* the parser is to be given, for it waits for more */
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

/* How many of the n bytes at p the parser is given before the shortcut is
 * looked for again; 0 when more of them are needed first. */
static size_t
piece(const struct feed *f, enum xmlin_place place, const char *p, size_t n)
{
	if (place == XMLIN_PAST || n <= f->least)
		return n;
	/* Until it is open, tag by tag. */
	const char *to = behind(p + f->least, n - f->least,
				place == XMLIN_AHEAD ? ">" : f->run->end);
	if (to != NULL)
		return (size_t)(to - p);
	return place == XMLIN_BETWEEN ? 0 : n;
}

/* To the parser. A comment full of what looks like ends would have it begin
 * again with each of them: what it waits for is given in ever larger pieces. */
static int
feed(struct feed *f, enum xmlin_place place, const char *p, size_t n)
{
	if (xmlin_feed(f->xml, p, n) < 0)
		return -1;
	f->least = xmlin_pending(f->xml) > 0 ? 2 * f->least + 64 : 0;
	if (place == XMLIN_AHEAD && (f->ahead += n) > AHEAD_MAX)
		xmlin_shortcut(f->xml, NULL);
	return 0;
}

/* Deals with the n bytes at p: how many, fewer than n when the rest waits for
 * more, which it does not when `all`. */
static size_t
deal(struct feed *f, const char *p, size_t n, bool all)
{
	size_t used = 0;
	while (used < n) {
		enum xmlin_place place = xmlin_place(f->xml);
		if (place == XMLIN_BETWEEN) {
			size_t k =
			    f->run->take(f->run->ctx, p + used, n - used);
			xmlin_pass(f->xml, p + used, k);
			used += k;
		}
		size_t k = piece(f, place, p + used, n - used);
		if (k == 0 && !all)
			break;
		if (k == 0)
			k = n - used;
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
	while (!xmlin_is_over(f->xml) && (n = fill(in, buf, &have)) > 0) {
		size_t used = deal(f, buf, have, false);
		if (used == 0 && have == ROOM)
			used = deal(f, buf, have, true);
		have -= used;
		if (used > 0 && have > 0)
			memmove(buf, buf + used, have);
	}
	if (n < 0)
		return -1;
	if (have > 0)
		deal(f, buf, have, true);
	return xmlin_finish(f->xml);
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
