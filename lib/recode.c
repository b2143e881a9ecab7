#include "recode.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>

#include "mem.h"

#define PENDING 131072

struct recode {
	iconv_t conv;
	size_t n;
	char pending[PENDING]; /* bytes that iconv could not yet take */
};

struct recode *
recode_new(const char *encoding)
{
	iconv_t conv = iconv_open("UTF-8", encoding);
	struct recode *c;

	if (conv == (iconv_t)-1)
		return NULL;
	c = mem_new(struct recode);
	c->conv = conv;
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

ssize_t
recode_some(struct recode *c, char *out, size_t n, bool end)
{
	char *from = c->pending, *to = out;
	size_t left = c->n, room = n;

	if (iconv(c->conv, &from, &left, &to, &room) == (size_t)-1 &&
	    errno == EILSEQ)
		return -1;
	memmove(c->pending, from, left);
	c->n = left;
	if (end && left && to == out)
		return -1;
	return to - out;
}
