#include "jsonin.h"

#include <stdlib.h>
#include <string.h>
#include <yajl/yajl_parse.h>

#include "diag.h"
#include "mem.h"

#define CHUNK (64u << 10)

struct reader {
	const struct jsonin_handler *handler;
	void *ctx;
	struct input *in;
	yajl_handle yajl;
	bool stopped; /* by the handler, which gave the message */
};

/* What a callback of yajl returns to go on; 0 stops. */
static int
go_on(struct reader *r, bool well)
{
	r->stopped = !well;
	return well;
}

static int
value(struct reader *r, enum jsonin_kind kind, const char *s, size_t n)
{
	return go_on(r, r->handler->value(r->ctx, kind, (struct text){s, n}));
}

static int
on_null(void *ctx)
{
	return value(ctx, JSONIN_NULL, "", 0);
}

static int
on_boolean(void *ctx, int b)
{
	return value(ctx, JSONIN_BOOLEAN, b ? "true" : "false", b ? 4 : 5);
}

static int
on_number(void *ctx, const char *s, size_t n)
{
	return value(ctx, JSONIN_NUMBER, s, n);
}

static int
on_string(void *ctx, const unsigned char *s, size_t n)
{
	struct reader *r = ctx;

	if (!memchr(s, '\0', n))
		return value(ctx, JSONIN_STRING, (const char *)s, n);
	diag_fail("%s: a NUL in a text", input_name(r->in));
	return go_on(r, false);
}

static int
on_key(void *ctx, const unsigned char *s, size_t n)
{
	struct reader *r = ctx;
	struct text name = {(const char *)s, n};

	return go_on(r, r->handler->key(r->ctx, name));
}

static int
on_start_map(void *ctx)
{
	struct reader *r = ctx;

	return go_on(r, r->handler->open(r->ctx, false));
}

static int
on_end_map(void *ctx)
{
	struct reader *r = ctx;

	return go_on(r, r->handler->close(r->ctx, false));
}

static int
on_start_array(void *ctx)
{
	struct reader *r = ctx;

	return go_on(r, r->handler->open(r->ctx, true));
}

static int
on_end_array(void *ctx)
{
	struct reader *r = ctx;

	return go_on(r, r->handler->close(r->ctx, true));
}

static void *
take_memory(void *ctx, size_t n)
{
	(void)ctx;
	return mem_array(n, 1);
}

static void *
resize_memory(void *ctx, void *p, size_t n)
{
	(void)ctx;
	return mem_resize(p, n, 1);
}

static void
free_memory(void *ctx, void *p)
{
	(void)ctx;
	free(p);
}

/* Says why the parser stopped, at this byte of the input. */
static int
fail(struct reader *r, size_t at)
{
	unsigned char *why;

	if (r->stopped)
		return -1;
	why = yajl_get_error(r->yajl, 0, NULL, 0);
	diag_fail("%s: no JSON at byte %zu: %.*s", input_name(r->in), at,
		  (int)strcspn((char *)why, "\n"), (char *)why);
	yajl_free_error(r->yajl, why);
	return -1;
}

static int
skip_bom(struct input *in)
{
	const unsigned char *p;
	unsigned char bom;
	ssize_t n = input_peek(in, &p);
	bool has = n >= 3 && memcmp(p, "\xEF\xBB\xBF", 3) == 0;

	for (int i = 0; has && i < 3; i++)
		n = input_read(in, &bom, 1);
	return n < 0 ? -1 : 0;
}

static int
read_all(struct reader *r, unsigned char *block)
{
	size_t before;
	ssize_t n;

	if (skip_bom(r->in) < 0)
		return -1;
	before = input_offset(r->in);
	while ((n = input_read(r->in, block, CHUNK)) > 0) {
		if (yajl_parse(r->yajl, block, (size_t)n) != yajl_status_ok)
			return fail(r,
				    before + yajl_get_bytes_consumed(r->yajl));
		before = input_offset(r->in);
	}
	if (n == 0 && yajl_complete_parse(r->yajl) != yajl_status_ok)
		return fail(r, before);
	return n < 0 ? -1 : 0;
}

int
jsonin_read(struct input *in, bool many, const struct jsonin_handler *h,
	    void *ctx)
{
	static const yajl_callbacks callbacks = {
	    on_null,	on_boolean,	NULL,	      NULL,
	    on_number,	on_string,	on_start_map, on_key,
	    on_end_map, on_start_array, on_end_array};
	yajl_alloc_funcs memory = {take_memory, resize_memory, free_memory,
				   NULL};
	struct reader r = {.handler = h, .ctx = ctx, .in = in};
	unsigned char *block = mem_array(CHUNK, 1);
	int rc;

	r.yajl = yajl_alloc(&callbacks, &memory, &r);
	if (many)
		yajl_config(r.yajl, yajl_allow_multiple_values, 1);
	rc = read_all(&r, block);
	yajl_free(r.yajl);
	free(block);
	return rc;
}
