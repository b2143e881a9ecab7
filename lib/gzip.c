#include "gzip.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "diag.h"
#include "mem.h"

#define BLOCK 65536
#define GZIP_ONLY 31 /* inflateInit2: a 32 KiB window, gzip and not zlib */

struct gzip {
	const char *name;
	ssize_t (*source)(void *ctx, void *buf, size_t n);
	void *ctx;
	uint64_t taken; /* compressed bytes from the source */
	bool member_done, source_end;
	z_stream z;
	unsigned char raw[BLOCK];
};

bool
gzip_is_gzip(const unsigned char *p, size_t n)
{
	return n >= 2 && p[0] == 0x1F && p[1] == 0x8B;
}

struct gzip *
gzip_new(const char *name, ssize_t (*source)(void *ctx, void *buf, size_t n),
	 void *ctx)
{
	struct gzip *g = mem_new(struct gzip);

	g->name = name;
	g->source = source;
	g->ctx = ctx;
	if (inflateInit2(&g->z, GZIP_ONLY) != Z_OK)
		mem_fail();
	return g;
}

void
gzip_start(struct gzip *g, const unsigned char *first, size_t n)
{
	memcpy(g->raw, first, n);
	g->taken = n;
	g->z.next_in = g->raw;
	g->z.avail_in = (uInt)n;
}

void
gzip_free(struct gzip *g)
{
	if (!g)
		return;
	inflateEnd(&g->z);
	free(g);
}

static int
fail(const struct gzip *g, const char *what)
{
	return diag_fail("%s: byte %llu: gzip: %s", g->name,
			 (unsigned long long)(g->taken - g->z.avail_in), what);
}

/* More compressed bytes: 1, 0 at the end of the source, -1. */
static int
refill(struct gzip *g)
{
	ssize_t k;

	if (g->z.avail_in > 0)
		return 1;
	k = g->source_end ? 0 : g->source(g->ctx, g->raw, BLOCK);
	if (k < 0)
		return -1;
	g->source_end = k == 0;
	g->taken += (uint64_t)k;
	g->z.next_in = g->raw;
	g->z.avail_in = (uInt)k;
	return k > 0;
}

/* After a member: another one, or zero padding, or the end. 1 to go on, 0 at
 * the end, -1. */
static int
next_member(struct gzip *g)
{
	int rc;

	if ((rc = refill(g)) <= 0)
		return rc;
	if (*g->z.next_in != 0) {
		inflateReset2(&g->z, GZIP_ONLY);
		g->member_done = false;
		return 1;
	}
	while ((rc = refill(g)) == 1)
		for (; g->z.avail_in; g->z.next_in++, g->z.avail_in--)
			if (*g->z.next_in != 0)
				return fail(g, "trailing garbage after the "
					       "data");
	return rc;
}

/* inflate's own status, with the two ends of input told apart. */
static int
step(struct gzip *g)
{
	int rc = refill(g);

	if (rc < 0)
		return -1;
	if (rc == 0)
		return fail(g, "cut off before the end");
	rc = inflate(&g->z, Z_NO_FLUSH);
	if (rc == Z_MEM_ERROR)
		mem_fail();
	if (rc == Z_STREAM_END)
		g->member_done = true;
	else if (rc != Z_OK && rc != Z_BUF_ERROR)
		return fail(g, g->z.msg ? g->z.msg : "damaged data");
	return 0;
}

ssize_t
gzip_read(struct gzip *g, void *buf, size_t n)
{
	uInt room = n > UINT32_MAX / 2 ? UINT32_MAX / 2 : (uInt)n;
	int rc;

	if (n == 0)
		return 0;
	g->z.next_out = buf;
	g->z.avail_out = room;
	while (g->z.avail_out == room) {
		if (g->member_done) {
			rc = next_member(g);
			if (rc <= 0)
				return rc;
		}
		if (step(g) < 0)
			return -1;
	}
	return (ssize_t)(room - g->z.avail_out);
}
